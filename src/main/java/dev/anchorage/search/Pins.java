package dev.anchorage.search;

import dev.anchorage.search.PostRanking.FoundPost;
import dev.anchorage.search.PostRanking.RankedPost;
import dev.anchorage.search.PostRanking.RankedSection;
import dev.anchorage.search.PostRanking.SectionParts;
import dev.anchorage.section.LinkAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// What stands first for which query. Thread-safe.
final class Pins {
    private final Map<String, String> pins;
    private final Map<String, String> urls = new HashMap<>();
    private volatile @Nullable Resolved resolved;

    /// @param pins  address of a post or section, by query
    Pins(Map<String, String> pins) {
        this.pins = pins;
        pins.forEach((query, url) -> urls.put(key(QueryText.of(query)), url));
    }

    /// Queries are the same when they have the same words in the same order; filters and case don't count.
    private static String key(QueryText query) {
        return query.words().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /// The pins whose post or section an index doesn't have: addresses by query.
    Map<String, String> absent(IndexSnapshot snapshot) throws IOException {
        Map<String, String> absent = new HashMap<>();
        Map<String, Integer> posts = posts(snapshot);
        for (Map.Entry<String, String> pin : pins.entrySet()) {
            Integer post = posts.get(pin.getValue());
            if (post == null || section(snapshot, post, pin.getValue()) == null) {
                absent.put(pin.getKey(), pin.getValue());
            }
        }
        return absent;
    }

    /// What is pinned to a query.
    ///
    /// @return null when nothing is, when the index doesn't have it, and when a filter leaves it out
    @Nullable
    Pinned to(QueryText query, Filters filters, IndexSnapshot snapshot) throws IOException {
        String url = urlFor(query);
        Integer post = url == null ? null : posts(snapshot).get(url);
        Integer section = url == null || post == null ? null : section(snapshot, post, url);
        if (url == null || post == null || section == null) {
            return null;
        }
        for (Query filter : filters.each().values()) {
            if (!snapshot.matches(filter, post)) {
                return null;
            }
        }
        return new Pinned(post, section, LinkAddress.fragmentOf(url) != null);
    }

    private static @Nullable Integer section(IndexSnapshot snapshot, int post, String url) throws IOException {
        String fragment = LinkAddress.fragmentOf(url);
        return fragment == null
                ? Integer.valueOf(PostLookup.firstSection(snapshot, post))
                : PostLookup.section(snapshot, post, fragment);
    }

    private Map<String, Integer> posts(IndexSnapshot snapshot) throws IOException {
        if (!snapshot.isWhole()) {
            return PostLookup.find(snapshot, pins.values());
        }
        Resolved last = resolved;
        if (last == null || !last.version().equals(snapshot.version())) {
            last = new Resolved(snapshot.version(), PostLookup.find(snapshot, pins.values()));
            resolved = last;
        }
        return last.posts();
    }

    /// The addresses of all posts and sections that are pinned.
    Collection<String> urls() {
        return pins.values();
    }

    /// The address that is pinned to a query; null: none.
    @Nullable
    String urlFor(QueryText query) {
        return urls.isEmpty() ? null : urls.get(key(query));
    }

    private record Resolved(String version, Map<String, Integer> posts) {}

    /// @param section  the first one of the post when none is named
    /// @param isSection  whether one is named
    record Pinned(int post, int section, boolean isSection) {

        /// The same answer with what is pinned in front.
        List<RankedPost> before(List<RankedPost> ranked, PostRanking ranking) throws IOException {
            List<RankedPost> all = new ArrayList<>(ranked);
            all.removeIf(other -> other.document() == post);
            RankedPost own = ranking.score(List.of(new FoundPost(post, 0))).getFirst();
            for (RankedPost other : ranked) {
                own = other.document() == post ? other : own;
            }
            all.addFirst(new RankedPost(post, own.score(), sections(own), own.parts()));
            return all;
        }

        private List<RankedSection> sections(RankedPost own) {
            List<RankedSection> sections = own.bestFirst();
            if (!isSection && !sections.isEmpty()) {
                return sections;
            }
            RankedSection first = new RankedSection(section, 0, true, new SectionParts(0, 0, 0, 0, 0, 0));
            for (RankedSection other : sections) {
                first = other.document() == section ? other : first;
            }
            float best = sections.isEmpty() ? 0 : sections.getFirst().score();
            sections.remove(first);
            sections.addFirst(new RankedSection(section, best, true, first.parts()));
            return sections;
        }
    }
}
