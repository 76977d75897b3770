package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.StoredPost.StoredSection;
import dev.anchorage.section.LinkAddress;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;

/// Finds posts of an index by their addresses, however these are written.
final class PostLookup {
    private PostLookup() {}

    /// The documents of posts.
    ///
    /// @param urls  addresses of posts or sections, or paths of source files
    /// @return by URL; none for addresses that no post has
    static Map<String, Integer> find(IndexSnapshot snapshot, Collection<String> urls) throws IOException {
        Map<String, Set<String>> wanted = new HashMap<>();
        urls.forEach(url -> wanted.computeIfAbsent(LinkAddress.ofUrl(url), address -> new LinkedHashSet<>())
                .add(url));
        Map<String, Integer> found = new HashMap<>();
        if (!wanted.isEmpty()) {
            for (LeafReaderContext segment : snapshot.reader().leaves()) {
                find(snapshot, segment, wanted, found);
            }
        }
        return found;
    }

    /// The first section of a post.
    static int firstSection(IndexSnapshot snapshot, int post) {
        PostTable table = snapshot.postTable();
        return table.firstSection(table.postOf(post));
    }

    /// The first section of a post that links to an anchor; null when none does.
    static @Nullable Integer section(IndexSnapshot snapshot, int post, String anchor) throws IOException {
        List<StoredSection> sections = snapshot.stored().read(post).post().sections();
        for (int i = 0; i < sections.size(); i++) {
            String linked = sections.get(i).fragment();
            if (linked != null && anchor.equals(LinkAddress.fragmentOf("#" + linked))) {
                return firstSection(snapshot, post) + i;
            }
        }
        return null;
    }

    private static void find(
            IndexSnapshot snapshot,
            LeafReaderContext segment,
            Map<String, Set<String>> wanted,
            Map<String, Integer> found)
            throws IOException {
        PostTable table = snapshot.postTable();
        SortedDocValues paths = segment.reader().getSortedDocValues(IndexSchema.PATH_ORDER);
        SortedDocValues permalinks = segment.reader().getSortedDocValues(IndexSchema.PERMALINK);
        if (paths == null || permalinks == null) {
            return;
        }
        for (int number = table.firstPost(segment.ord); number < table.firstPost(segment.ord + 1); number++) {
            int post = table.document(number) - segment.docBase;
            if (paths.advanceExact(post) && permalinks.advanceExact(post)) {
                String path = paths.lookupOrd(paths.ordValue()).utf8ToString();
                String permalink = permalinks.lookupOrd(permalinks.ordValue()).utf8ToString();
                for (String address : LinkAddress.of(path, permalink)) {
                    for (String url : wanted.getOrDefault(address, Set.of())) {
                        found.putIfAbsent(url, segment.docBase + post);
                    }
                }
            }
        }
    }
}
