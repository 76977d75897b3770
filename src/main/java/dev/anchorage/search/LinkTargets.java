package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/// Where the posts of each blog link to, in one commit: read when first asked for, then kept. Thread-safe.
final class LinkTargets {
    private final IndexReader reader;
    private final SiteParts sites;
    private final Map<Integer, OfSite> bySite = new HashMap<>();

    LinkTargets(IndexReader reader, SiteParts sites) {
        this.reader = reader;
        this.sites = sites;
    }

    /// What the posts of a site link to.
    ///
    /// @param site  the number that {@link SiteParts} gives it
    synchronized OfSite of(int site) throws IOException {
        OfSite known = bySite.get(site);
        if (known == null) {
            known = read(site);
            bySite.put(site, known);
        }
        return known;
    }

    private OfSite read(int site) throws IOException {
        OfSite targets = new OfSite();
        for (LeafReaderContext segment : reader.leaves()) {
            Terms terms =
                    sites.number(segment.docBase) == site ? segment.reader().terms(IndexSchema.LINKS_TO) : null;
            if (terms != null) {
                TermsEnum each = terms.iterator();
                for (BytesRef term = each.next(); term != null; term = each.next()) {
                    targets.add(term.utf8ToString(), each.docFreq());
                }
            }
        }
        return targets;
    }

    /// The addresses that the posts of one site link to. Immutable once it is read.
    static final class OfSite {
        /// Number of posts that link to an address, by its whole text.
        private final Map<String, Integer> posts = new HashMap<>();

        /// The same by what stands before a `#`, and by the anchor behind it.
        private final Map<String, Map<String, Integer>> sections = new HashMap<>();

        private void add(String address, int linking) {
            posts.merge(address, linking, Integer::sum);
            // An address may have the sign itself (`/c#/basics`), so any may be the one before the anchor.
            for (int sign = address.indexOf('#'); sign >= 0; sign = address.indexOf('#', sign + 1)) {
                sections.computeIfAbsent(address.substring(0, sign), first -> new HashMap<>())
                        .merge(address.substring(sign + 1), linking, Integer::sum);
            }
        }

        boolean areNone() {
            return posts.isEmpty();
        }

        /// The links to a post.
        ///
        /// @param addresses  all that it answers to
        Inlinks.Links to(List<String> addresses) {
            int linking = 0;
            Map<String, Integer> anchors = new HashMap<>();
            for (String address : addresses) {
                linking += posts.getOrDefault(address, 0);
                sections.getOrDefault(address, Map.of())
                        .forEach((anchor, posts) -> anchors.merge(anchor, posts, Integer::sum));
            }
            return linking == 0 && anchors.isEmpty()
                    ? Inlinks.Links.NONE
                    : new Inlinks.Links(linking, Map.copyOf(anchors));
        }
    }
}
