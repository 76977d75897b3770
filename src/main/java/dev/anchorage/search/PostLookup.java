package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.section.LinkAddress;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;
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
    static int firstSection(IndexSnapshot snapshot, int post) throws IOException {
        List<LeafReaderContext> segments = snapshot.reader().leaves();
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(post, segments));
        BitSet posts = snapshot.posts().getBitSet(segment);
        int end = post - segment.docBase;
        return segment.docBase + (posts == null || end == 0 ? 0 : posts.prevSetBit(end - 1) + 1);
    }

    /// The first section of a post that links to an anchor; null when none does.
    static @Nullable Integer section(IndexSnapshot snapshot, int post, String anchor) throws IOException {
        for (int section = firstSection(snapshot, post); section < post; section++) {
            String linked = snapshot.searcher().storedFields().document(section).get(IndexSchema.FRAGMENT);
            if (linked != null && anchor.equals(LinkAddress.fragmentOf("#" + linked))) {
                return section;
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
