package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.section.LinkAddress;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;

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

    private static void find(
            IndexSnapshot snapshot,
            LeafReaderContext segment,
            Map<String, Set<String>> wanted,
            Map<String, Integer> found)
            throws IOException {
        BitSet posts = snapshot.posts().getBitSet(segment);
        SortedDocValues paths = segment.reader().getSortedDocValues(IndexSchema.PATH_ORDER);
        SortedDocValues permalinks = segment.reader().getSortedDocValues(IndexSchema.PERMALINK);
        if (posts == null || paths == null || permalinks == null) {
            return;
        }
        BitSetIterator all = new BitSetIterator(posts, 0);
        for (int post = all.nextDoc(); post != DocIdSetIterator.NO_MORE_DOCS; post = all.nextDoc()) {
            boolean isLive = segment.reader().getLiveDocs() == null
                    || segment.reader().getLiveDocs().get(post);
            if (isLive && paths.advanceExact(post) && permalinks.advanceExact(post)) {
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
