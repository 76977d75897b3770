package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Every way in which authors say that a post is not for readers or not for search.
final class HidingRules {
    /// Keys that hide when they say anything but no.
    private static final List<String> HIDING_SWITCHES = List.of(
            "draft",
            "drafts",
            "isdraft",
            "is_draft",
            "private",
            "hidden",
            "unlisted",
            "headless",
            "noindex",
            "no_index",
            "seo.noindex",
            "metadata.noindex",
            "password",
            "protected",
            "encrypt",
            "encrypted",
            "secret",
            "members",
            "members_only",
            "membersonly",
            "memberonly",
            "paid",
            "premium",
            "subscribers",
            "subscribers_only",
            "unpublished",
            "archived_private",
            "search_exclude",
            "search_omit",
            "searchhidden",
            "exclude_from_search",
            "excludefromsearch",
            "nosearch",
            "no_search",
            "search.exclude",
            "sitemap_exclude",
            "sitemapexclude",
            "sitemap.exclude",
            "sitemap.disable",
            "eleventyexcludefromcollections");

    /// Keys that hide when they say no.
    private static final List<String> SHOWING_SWITCHES = List.of(
            "published",
            "publish",
            "public",
            "listed",
            "search",
            "searchable",
            "search.enabled",
            "pagefind",
            "in_search_index",
            "robots.index",
            "seo.index",
            "permalink",
            "render",
            "build.list",
            "build.render",
            "_build.list",
            "_build.render",
            "sitemap");

    private static final Set<String> HIDING_STATUSES = Set.of(
            "draft",
            "drafts",
            "hidden",
            "private",
            "pending",
            "scheduled",
            "future",
            "unpublished",
            "unlisted",
            "skip",
            "trash",
            "deleted",
            "inactive",
            "internal",
            "embargo",
            "embargoed",
            "wip",
            "in progress",
            "idea");

    private static final Set<String> OPEN_ACCESS =
            Set.of("public", "published", "visible", "everyone", "all", "free", "open");

    private HidingRules() {}

    /// Why a post is hidden; empty when front matter doesn't hide it.
    static Optional<String> reason(FrontMatter frontMatter) {
        return HIDING_SWITCHES.stream()
                .filter(key -> isOn(frontMatter, key))
                .findFirst()
                .or(() -> SHOWING_SWITCHES.stream()
                        .filter(key -> frontMatter.text(key).filter(Truth::isNo).isPresent())
                        .findFirst())
                .or(() -> List.of("build.list", "_build.list").stream()
                        .filter(key ->
                                frontMatter.text(key).filter("local"::equals).isPresent())
                        .findFirst())
                .or(() -> hidingStatus(frontMatter))
                .or(() -> restrictedAccess(frontMatter))
                .or(() -> robots(frontMatter))
                .map(key -> describe(frontMatter, key));
    }

    private static boolean isOn(FrontMatter frontMatter, String key) {
        return frontMatter
                .get(key)
                .filter(v -> !(v instanceof Text text && Truth.isNo(text.text())))
                .isPresent();
    }

    static boolean isHidingStatus(String status) {
        return HIDING_STATUSES.contains(status.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> hidingStatus(FrontMatter frontMatter) {
        return List.of("status", "state", "post_status", "publish_status").stream()
                .filter(key -> frontMatter
                        .text(key)
                        .filter(s -> HIDING_STATUSES.contains(s.toLowerCase(Locale.ROOT)))
                        .isPresent())
                .findFirst();
    }

    private static Optional<String> restrictedAccess(FrontMatter frontMatter) {
        return List.of("visibility", "access").stream()
                .filter(key -> frontMatter.get(key).isPresent())
                .filter(key ->
                        !OPEN_ACCESS.contains(frontMatter.text(key).orElse("").toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Optional<String> robots(FrontMatter frontMatter) {
        return List.of("robots", "meta.robots", "seo.robots", "robotsnoindex", "robotsdirectives").stream()
                .filter(key -> frontMatter
                        .get(key)
                        .filter(v -> key.equals("robotsnoindex")
                                ? !Truth.isNo(v.toString())
                                : v.toString().toLowerCase(Locale.ROOT).matches("(?s).*\\b(noindex|none)\\b.*"))
                        .isPresent())
                .findFirst();
    }

    private static String describe(FrontMatter frontMatter, String key) {
        boolean isSecret = key.equals("password") || key.equals("secret");
        return isSecret
                ? key
                : key + ": " + frontMatter.get(key).map(Object::toString).orElse("");
    }
}
