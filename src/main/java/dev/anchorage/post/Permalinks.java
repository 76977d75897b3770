package dev.anchorage.post;

import org.jspecify.annotations.Nullable;

/// Gives every post the address that the blog's generator gives it.
final class Permalinks {
    /// Option of every generator: the path under which the whole site lies, as its own configuration says.
    static final String BASE = "base";

    private final PermalinkRule rule;
    private final String site;

    Permalinks(PostOptions options) {
        String template = options.permalink();
        rule = template == null ? PermalinkRules.of(options.generator()) : new TemplatePermalinks(template);
        site = prefix(options.site(), options.generator());
    }

    private static String prefix(@Nullable String site, Generator generator) {
        if (site != null) {
            return Route.encode(site.replaceAll("/+$", ""), true);
        }
        String base = generator.options().getOrDefault(BASE, "").replaceAll("^/+|/+$", "");
        return base.isEmpty() ? "" : "/" + Route.encode(base, true);
    }

    /// The address with everything percent-encoded that a link can't hold; absolute when the site's address is known.
    String of(PermalinkSource source) {
        Route route = rule.routeOf(source);
        return route.isWholeAddress() ? route.encoded() : site + route.encoded();
    }
}
