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
import org.jspecify.annotations.Nullable;

/// How many other posts link to a post and to its sections, in one commit. Looked up when first asked for, then kept.
/// Thread-safe.
final class Inlinks {
    private final IndexReader reader;
    private final Map<Integer, Links> byPost = new ConcurrentHashMap<>();

    Inlinks(IndexReader reader) {
        this.reader = reader;
    }

    /// For one answer; not thread-safe.
    Lookup lookup() {
        return new Lookup();
    }

    /// Goes through the terms of all segments, which are opened when the first post is not known yet.
    final class Lookup {
        private @Nullable List<TermsEnum> links;

        /// The links to a post.
        ///
        /// @param segment  the post's segment
        /// @param post  the post's number in the segment
        Links to(LeafReaderContext segment, int post) throws IOException {
            Links known = byPost.get(segment.docBase + post);
            if (known == null) {
                known = count(LinkAddress.of(
                        value(segment.reader(), IndexSchema.PATH_ORDER, post),
                        value(segment.reader(), IndexSchema.PERMALINK, post)));
                byPost.put(segment.docBase + post, known);
            }
            return known;
        }

        private Links count(List<String> addresses) throws IOException {
            int posts = 0;
            Map<String, Integer> sections = new HashMap<>();
            for (TermsEnum terms : links()) {
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

        private List<TermsEnum> links() throws IOException {
            List<TermsEnum> open = links;
            if (open == null) {
                open = new ArrayList<>();
                for (LeafReaderContext segment : reader.leaves()) {
                    Terms terms = segment.reader().terms(IndexSchema.LINKS_TO);
                    if (terms != null) {
                        open.add(terms.iterator());
                    }
                }
                links = open;
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
