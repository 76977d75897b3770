package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.section.LinkAddress;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;

/// How many other posts of its blog link to a post and to its sections, in one commit. Looked up when first asked for,
/// then kept.
/// Thread-safe.
final class Inlinks {
    private final LinkTargets targets;
    private final SiteParts sites;
    private final AtomicReferenceArray<@Nullable Links> byPost;

    /// @param targets  of the posts of the whole archive
    /// @param sites  of the posts at hand
    /// @param posts  number of these
    Inlinks(LinkTargets targets, SiteParts sites, int posts) {
        this.targets = targets;
        this.sites = sites;
        byPost = new AtomicReferenceArray<>(posts);
    }

    LinkTargets targets() {
        return targets;
    }

    /// Looks up posts of a segment. For one answer; not thread-safe.
    Lookup in(LeafReaderContext segment) {
        return new Lookup(segment);
    }

    /// Goes through the addresses of a segment's posts in their order.
    final class Lookup {
        private final LeafReaderContext segment;
        private final OnDemand<SortedDocValues> paths;
        private final OnDemand<SortedDocValues> permalinks;

        private Lookup(LeafReaderContext segment) {
            this.segment = segment;
            paths = new OnDemand<>(() -> DocValues.getSorted(segment.reader(), IndexSchema.PATH_ORDER));
            permalinks = new OnDemand<>(() -> DocValues.getSorted(segment.reader(), IndexSchema.PERMALINK));
        }

        /// The links to a post.
        ///
        /// @param post  its number in the {@link PostTable}
        /// @param document  its number in the segment, larger than any asked for before
        Links to(int post, int document) throws IOException {
            Links known = byPost.get(post);
            if (known == null) {
                LinkTargets.OfSite all = targets.of(sites.number(segment.docBase));
                known = all.areNone()
                        ? Links.NONE
                        : all.to(LinkAddress.of(value(paths.get(), document), value(permalinks.get(), document)));
                byPost.set(post, known);
            }
            return known;
        }

        private static String value(SortedDocValues values, int document) throws IOException {
            return values.advanceExact(document)
                    ? values.lookupOrd(values.ordValue()).utf8ToString()
                    : "";
        }
    }

    /// @param posts  number of other posts that link to the post
    /// @param sections  number of other posts that link to a section, by its anchor; none for sections without such
    record Links(int posts, Map<String, Integer> sections) {
        static final Links NONE = new Links(0, Map.of());
    }
}
