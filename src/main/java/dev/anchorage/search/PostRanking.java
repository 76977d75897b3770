package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.search.Inlinks.Links;
import dev.anchorage.search.WordPostings.FieldTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Scores the sections of posts that a first look at whole posts found, and ranks both.
///
/// A section's score is the sum over the words of the query of the word's BM25 scores in all fields ({@link Ranking}),
/// lowered when words are missing. A post is as good as its best section, its own first score and the links to it make
/// it. For one answer; not thread-safe.
final class PostRanking {
    private final IndexSnapshot snapshot;
    private final List<RankedWord> words;
    private final List<List<List<FieldTerm>>> terms = new ArrayList<>();
    private final @Nullable Weight required;
    private final PairScores pairs;
    private final int counted;

    /// @param words  of the query; none: all sections are equally good
    /// @param required  what a section must match to be shown; null: nothing
    PostRanking(
            IndexSnapshot snapshot,
            IndexSearcher searcher,
            SectionAnalyzer analyzer,
            List<RankedWord> words,
            @Nullable Query required)
            throws IOException {
        this.snapshot = snapshot;
        this.words = words;
        this.required = required == null
                ? null
                : searcher.createWeight(searcher.rewrite(required), ScoreMode.COMPLETE_NO_SCORES, 1);
        WordPostings postings = new WordPostings(snapshot, searcher, analyzer);
        for (RankedWord word : words) {
            terms.add(postings.of(word));
        }
        pairs = new PairScores(terms, words);
        counted = (int) words.stream().filter(word -> !word.isStop()).count();
    }

    /// Posts with their sections scored.
    ///
    /// @param posts  to score
    /// @return in the order of `posts`
    List<RankedPost> score(List<FoundPost> posts) throws IOException {
        Map<Integer, RankedPost> scored = new HashMap<>();
        Map<LeafReaderContext, List<FoundPost>> bySegment = new HashMap<>();
        List<LeafReaderContext> segments = snapshot.reader().leaves();
        for (FoundPost post : posts) {
            bySegment
                    .computeIfAbsent(
                            segments.get(ReaderUtil.subIndex(post.document(), segments)), s -> new ArrayList<>())
                    .add(post);
        }
        for (Map.Entry<LeafReaderContext, List<FoundPost>> segment : bySegment.entrySet()) {
            segment.getValue().sort(Comparator.comparingInt(FoundPost::document));
            Segment open = new Segment(segment.getKey());
            for (FoundPost post : segment.getValue()) {
                scored.put(post.document(), open.score(post));
            }
        }
        return posts.stream().map(post -> scored.get(post.document())).toList();
    }

    /// Posts by their scores; the earlier first where they are equal.
    static List<RankedPost> best(List<RankedPost> scored) {
        return scored.stream()
                .sorted(Comparator.comparing(RankedPost::score, Comparator.reverseOrder()))
                .toList();
    }

    /// One segment of the index, gone through once from its first post to its last.
    private final class Segment {
        private final LeafReaderContext segment;
        private final BitSet posts;
        private final List<List<List<Occurrences>>> occurrences = new ArrayList<>();
        private final PairScores.InSegment pairsHere;
        private final @Nullable DocIdSetIterator showable;
        private final @Nullable SortedDocValues anchors;

        Segment(LeafReaderContext segment) throws IOException {
            this.segment = segment;
            posts = snapshot.posts().getBitSet(segment);
            for (List<List<FieldTerm>> forms : terms) {
                List<List<Occurrences>> ofWord = new ArrayList<>();
                for (List<FieldTerm> form : forms) {
                    List<Occurrences> ofForm = new ArrayList<>();
                    for (FieldTerm term : form) {
                        Occurrences there = term.in(segment, false);
                        if (there != null) {
                            ofForm.add(there);
                        }
                    }
                    ofWord.add(ofForm);
                }
                occurrences.add(ofWord);
            }
            pairsHere = pairs.in(segment);
            Scorer scorer = required == null ? null : required.scorer(segment);
            showable = required == null ? null : scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            anchors = segment.reader().getSortedDocValues(IndexSchema.OWN_ANCHOR);
        }

        RankedPost score(FoundPost post) throws IOException {
            int end = post.document() - segment.docBase;
            int first = end == 0 ? 0 : posts.prevSetBit(end - 1) + 1;
            SectionScores scores = new SectionScores(end - first);
            for (List<List<Occurrences>> word : occurrences) {
                scores.startWord();
                for (List<Occurrences> form : word) {
                    scores.startForm();
                    for (Occurrences there : form) {
                        for (int at = there.from(first); at < end; at = there.next()) {
                            scores.add(at - first, there);
                        }
                    }
                    scores.endForm();
                }
                scores.endWord();
            }
            pairsHere.addTo(scores, first, end);
            Links links = snapshot.inlinks().to(segment, end);
            return ranked(post, scores, first, links);
        }

        private RankedPost ranked(FoundPost post, SectionScores scores, int first, Links links) throws IOException {
            float best = 0;
            List<RankedSection> sections = new ArrayList<>();
            for (int i = 0; i < scores.size(); i++) {
                if ((scores.of(i) > 0 || words.isEmpty()) && isShowable(first + i)) {
                    float linked = 1 + Ranking.SECTION_LINKS * (float) Math.log1p(linksTo(links, first + i));
                    float score = scores.of(i) * Ranking.coverage(scores.words(i), counted) * linked;
                    best = Math.max(best, score);
                    float asSection = score * linked + Ranking.HEADING_COVER * scores.heading(i);
                    sections.add(new RankedSection(segment.docBase + first + i, asSection, scores.words(i) >= counted));
                }
            }
            sections.sort(Comparator.comparing(RankedSection::score, Comparator.reverseOrder()));
            float linked = 1 + Ranking.LINKS * (float) Math.log1p(links.posts());
            float total = (best + Ranking.WHOLE_POST * post.score()) * linked;
            return new RankedPost(post.document(), total, sections);
        }

        private boolean isShowable(int section) throws IOException {
            if (showable == null) {
                return true;
            }
            return showable.docID() == section || (showable.docID() < section && showable.advance(section) == section);
        }

        private int linksTo(Links links, int section) throws IOException {
            if (links.sections().isEmpty() || anchors == null || !anchors.advanceExact(section)) {
                return 0;
            }
            return links.sections()
                    .getOrDefault(anchors.lookupOrd(anchors.ordValue()).utf8ToString(), 0);
        }
    }

    /// A post that may be a hit.
    ///
    /// @param score  how well it matches as a whole
    record FoundPost(int document, float score) {}

    /// @param sections  those with a word of the query, best first
    record RankedPost(int document, float score, List<RankedSection> sections) {
        /// The sections that are worth showing.
        List<RankedSection> hits() {
            float least = sections.isEmpty() ? 0 : sections.getFirst().score() * Ranking.HIT_SHARE;
            return sections.stream()
                    .filter(section -> section.hasAllWords() || section.score() >= least)
                    .toList();
        }
    }

    /// @param hasAllWords  whether it has all words of the query
    record RankedSection(int document, float score, boolean hasAllWords) {}
}
