package dev.anchorage.section;

import dev.anchorage.post.Post;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the posts of an archive by the links that lead to them: source paths and permalinks.
final class PostLinks {
    private static final Pattern SOURCE = Pattern.compile("(?i).*\\.(?:md|mdx|markdown)");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile(".*\\.(?!html?$)[A-Za-z0-9]{1,5}");

    private final Map<String, SectionedPost> byPath = new HashMap<>();
    private final Map<String, SectionedPost> byUrl = new HashMap<>();
    private final Set<String> shapes = new HashSet<>();
    private final Set<String> shapesOfSeveral = new HashSet<>();
    private String site = "";

    PostLinks(List<SectionedPost> posts) {
        for (SectionedPost post : posts) {
            String url = post.post().permalink();
            byPath.put(post.post().path(), post);
            byUrl.put(LinkAddress.key(LinkAddress.pathOf(url)), post);
            if (!shapes.add(shape(LinkAddress.pathOf(url)))) {
                shapesOfSeveral.add(shape(LinkAddress.pathOf(url)));
            }
            site = SCHEME.matcher(url).matches()
                    ? url.substring(0, url.length() - LinkAddress.pathOf(url).length())
                    : site;
        }
    }

    /// Where a link leads.
    sealed interface Target {
        /// To a post of the archive.
        record Known(SectionedPost post) implements Target {}

        /// To where a post should be, but none is.
        record Missing() implements Target {}

        /// Out of the archive, or we can't say.
        record Elsewhere() implements Target {}
    }

    /// @param address  without fragment and query, not empty
    Target find(String address, Post from) {
        if (address.contains("{{") || address.contains("{%") || address.startsWith("//")) {
            return new Target.Elsewhere();
        }
        if (SCHEME.matcher(address).matches()) {
            boolean isOurs = !site.isEmpty() && address.startsWith(site + "/");
            return isOurs ? atUrl(address.substring(site.length())) : new Target.Elsewhere();
        }
        if (SOURCE.matcher(address).matches()) {
            return atSource(address, from);
        }
        return address.startsWith("/")
                ? atUrl(address)
                : atUrl(LinkAddress.resolved(LinkAddress.pathOf(from.permalink()), address));
    }

    private Target atSource(String address, Post from) {
        String rooted = address.startsWith("@/") ? address.substring(1) : address;
        SectionedPost post = rooted.startsWith("/")
                ? endingWith(rooted)
                : byPath.get(LinkAddress.resolved("/" + from.path(), rooted).substring(1));
        return post == null ? new Target.Missing() : new Target.Known(post);
    }

    private @Nullable SectionedPost endingWith(String suffix) {
        return byPath.entrySet().stream()
                .filter(entry -> ("/" + entry.getKey()).endsWith(suffix))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /// A URL of no post is a dead link only when posts have such URLs and it names no file.
    private Target atUrl(String path) {
        SectionedPost post = byUrl.get(LinkAddress.key(path));
        if (post != null) {
            return new Target.Known(post);
        }
        boolean looksLikePost =
                shapesOfSeveral.contains(shape(path)) && !FILE.matcher(path).matches();
        return looksLikePost ? new Target.Missing() : new Target.Elsewhere();
    }

    /// The path with numbers levelled and its last part left out: what the URLs of one blog's posts have in common.
    private static String shape(String path) {
        String key = LinkAddress.key(path);
        return key.substring(0, key.lastIndexOf('/') + 1).replaceAll("\\d+", "0");
    }
}
