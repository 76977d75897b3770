package dev.anchorage.section;

import dev.anchorage.post.Post;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The one form of an address in which links and the posts they lead to can be compared, however both are written.
///
/// A post answers to its permalink's path and to its file (`file:/blog/a.md`, also without the leading folders, as Zola
/// and Hugo allow); a link has one such address. Two spellings of one place (`/a/b/`, `/a/b.html`, `/A/b/index.html`)
/// give one address.
public final class LinkAddress {
    private static final String FILE = "file:";
    private static final List<String> SOURCE_ENDINGS = List.of(".md", ".mdx", ".markdown");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final List<String> PAGE_ENDINGS = List.of("/index.html", "/index.htm", ".html", ".htm");
    private static final int MAX_CHARS = 2_000;

    private LinkAddress() {}

    /// Where a link to another page of the same site leads.
    ///
    /// @param from  the post that holds the link
    /// @return the address, with `#` and the decoded fragment when the link has one; empty when the link leads to
    ///     its own post, to another site, or nowhere we know
    public static Optional<String> of(Link link, Post from) {
        return of(link, from.path(), from.permalink());
    }

    static Optional<String> of(Link link, String fromPath, String fromPermalink) {
        String target = link.target();
        int hash = target.indexOf('#');
        String fragment = hash < 0 ? "" : decoded(target.substring(hash + 1));
        String path = withoutQuery(hash < 0 ? target : target.substring(0, hash));
        if (path.isEmpty() || target.length() > MAX_CHARS || path.contains("{") || path.startsWith("//")) {
            return Optional.empty();
        }
        return page(path, fromPath, fromPermalink)
                .filter(address -> !isOwn(address, fromPath, fromPermalink))
                .map(address -> fragment.isEmpty() ? address : address + "#" + fragment);
    }

    /// Whether a post answers to an address.
    private static boolean isOwn(String address, String path, String permalink) {
        return address.startsWith(FILE)
                ? ("/" + path).endsWith(address.substring(FILE.length()))
                : address.equals(key(pathOf(permalink)));
    }

    private static boolean isSource(String path) {
        for (String ending : SOURCE_ENDINGS) {
            if (path.regionMatches(true, path.length() - ending.length(), ending, 0, ending.length())) {
                return true;
            }
        }
        return false;
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    private static boolean hasScheme(String url) {
        return url.indexOf(':') > 0 && SCHEME.matcher(url).lookingAt();
    }

    private static Optional<String> page(String path, String fromPath, String fromPermalink) {
        if (hasScheme(path)) {
            String site = siteOf(fromPermalink);
            return site.isEmpty() || !path.startsWith(site + "/") ? Optional.empty() : Optional.of(key(pathOf(path)));
        }
        if (isSource(path)) {
            String rooted = path.startsWith("@/") ? path.substring(1) : path;
            return Optional.of(FILE + resolved("/" + fromPath, rooted));
        }
        return Optional.of(key(resolved(pathOf(fromPermalink), path)));
    }

    /// The address of the page that a link with a fragment leads to.
    public static String withoutFragment(String address) {
        int hash = address.indexOf('#');
        return hash < 0 ? address : address.substring(0, hash);
    }

    /// All addresses under which the post of a file can be linked to.
    public static List<String> of(String path, String permalink) {
        List<String> addresses = new ArrayList<>();
        addresses.add(key(pathOf(permalink)));
        for (int slash = 0; slash >= 0; slash = path.indexOf('/', slash + 1)) {
            addresses.add(FILE + (slash == 0 ? "/" + path : path.substring(slash)));
        }
        return addresses;
    }

    /// The address that a URL names, whatever host it names; also the path of a source file. Its fragment is left out.
    public static String ofUrl(String url) {
        String path = url.replaceFirst("[?#].*$", "");
        if (isSource(path) && !path.contains("://")) {
            return FILE + (path.startsWith("/") ? path : "/" + path);
        }
        String rooted = pathOf(path);
        return key(rooted.startsWith("/") ? rooted : "/" + rooted);
    }

    /// The decoded fragment of a URL; null when it has none.
    public static @Nullable String fragmentOf(String url) {
        int hash = url.indexOf('#');
        return hash < 0 || hash == url.length() - 1 ? null : decoded(url.substring(hash + 1));
    }

    static String resolved(String base, String relative) {
        try {
            return URI.create(base).resolve(relative).normalize().getPath();
        } catch (IllegalArgumentException noAddress) {
            return "/";
        }
    }

    static String pathOf(String url) {
        int host = url.indexOf("://");
        int path = host < 0 ? 0 : url.indexOf('/', host + 3);
        return path < 0 ? "/" : url.substring(path);
    }

    private static String siteOf(String permalink) {
        return hasScheme(permalink)
                ? permalink.substring(0, permalink.length() - pathOf(permalink).length())
                : "";
    }

    /// `/a/b/`, `/a/b.html` and `/a/b/index.html` are one place.
    static String key(String path) {
        String page = decoded(path);
        for (String ending : PAGE_ENDINGS) {
            if (page.endsWith(ending)) {
                page = page.substring(0, page.length() - ending.length());
                break;
            }
        }
        String folder = page.endsWith("/") ? page.substring(0, page.length() - 1) : page;
        return folder.toLowerCase(Locale.ROOT);
    }

    private static String decoded(String text) {
        try {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEncoding) {
            return text;
        }
    }
}
