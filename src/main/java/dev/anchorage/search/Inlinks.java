package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.section.LinkAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// How many other posts of its blog link to a post and to its sections, in one commit. Looked up when first asked for,
/// then kept.
/// Thread-safe.
final class Inlinks {
    private final IndexReader reader;
    private final SiteParts sites;
    private final Map<Integer, Links> byPost = new ConcurrentHashMap<>();

    Inlinks(IndexReader reader, SiteParts sites) {
        this.reader = reader;
        this.sites = sites;
    }

    /// For one answer; not thread-safe.
    Lookup lookup() {
        return new Lookup();
    }

    /// Goes through the terms of all segments, which are opened when the first post is not known yet.
    final class Lookup {
        private final Map<Integer, List<TermsEnum>> links = new HashMap<>();

        /// The links to a post.
        ///
        /// @param segment  the post's segment
        /// @param post  the post's number in the segment
        Links to(LeafReaderContext segment, int post) throws IOException {
            Links known = byPost.get(segment.docBase + post);
            if (known == null) {
                List<String> addresses = LinkAddress.of(
                        value(segment.reader(), IndexSchema.PATH_ORDER, post),
                        value(segment.reader(), IndexSchema.PERMALINK, post));
                known = count(addresses, links(sites.number(segment.docBase)));
                byPost.put(segment.docBase + post, known);
            }
            return known;
        }

        private Links count(List<String> addresses, List<TermsEnum> links) throws IOException {
            int posts = 0;
            Map<String, Integer> sections = new HashMap<>();
            for (TermsEnum terms : links) {
                for (String address : addresses) {
                    BytesRef whole = new BytesRef(address);
                    TermsEnum.SeekStatus status = terms.seekCeil(whole);
                    if (status == TermsEnum.SeekStatus.FOUND) {
                        posts += terms.docFreq();
                    }
                    if (status != TermsEnum.SeekStatus.END && StringHelper.startsWith(terms.term(), whole)) {
                        addSections(sections, terms, new BytesRef(address + "#"));
                    }
                }
            }
            return new Links(posts, Map.copyOf(sections));
        }

        private List<TermsEnum> links(int site) throws IOException {
            List<TermsEnum> open = links.get(site);
            if (open == null) {
                open = new ArrayList<>();
                for (LeafReaderContext segment : reader.leaves()) {
                    Terms terms = sites.number(segment.docBase) == site
                            ? segment.reader().terms(IndexSchema.LINKS_TO)
                            : null;
                    if (terms != null) {
                        open.add(terms.iterator());
                    }
                }
                links.put(site, open);
            }
            return open;
        }
    }

    private static String value(LeafReader segment, String field, int post) throws IOException {
        SortedDocValues values = segment.getSortedDocValues(field);
        return values != null && values.advanceExact(post)
                ? values.lookupOrd(values.ordValue()).utf8ToString()
                : "";
    }

    private static void addSections(Map<String, Integer> sections, TermsEnum terms, BytesRef start) throws IOException {
        TermsEnum.SeekStatus status = terms.seekCeil(start);
        for (BytesRef term = status == TermsEnum.SeekStatus.END ? null : terms.term();
                term != null && StringHelper.startsWith(term, start);
                term = terms.next()) {
            String anchor =
                    new BytesRef(term.bytes, term.offset + start.length, term.length - start.length).utf8ToString();
            sections.merge(anchor, terms.docFreq(), Integer::sum);
        }
    }

    /// @param posts  number of other posts that link to the post
    /// @param sections  number of other posts that link to a section, by its anchor; none for sections without such
    record Links(int posts, Map<String, Integer> sections) {}
}
