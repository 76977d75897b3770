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
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
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
    private final Inlinks.Lookup inlinks;
    private final int counted;
    private final float recency;

    /// @param words  of the query; none: all sections are equally good
    /// @param recency  by how much of its score the newest post gains
    /// @param required  what a section must match to be shown; null: nothing
    PostRanking(
            IndexSnapshot snapshot,
            IndexSearcher searcher,
            SectionAnalyzer analyzer,
            List<RankedWord> words,
            float recency,
            @Nullable Query required)
            throws IOException {
        this.recency = recency;
        this.snapshot = snapshot;
        inlinks = snapshot.inlinks().lookup();
        this.words = words;
        this.required = required == null
                ? null
                : searcher.createWeight(searcher.rewrite(required), ScoreMode.COMPLETE_NO_SCORES, 1);
        WordPostings postings = new WordPostings(searcher, analyzer, QueryLanguages.weights(snapshot, analyzer, words));
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
                scored.put(post.document(), open.score(post, null));
            }
        }
        return posts.stream().map(post -> scored.get(post.document())).toList();
    }

    /// What the score of a section is made of, word by word.
    ///
    /// @param section  a document of the index, in the block of the post
    Trace trace(FoundPost post, int section) throws IOException {
        List<LeafReaderContext> segments = snapshot.reader().leaves();
        Segment open = new Segment(segments.get(ReaderUtil.subIndex(post.document(), segments)));
        Trace trace = new Trace(section - open.segment.docBase - open.firstSection(post));
        open.score(post, trace);
        return trace;
    }

    /// The terms to mark in what is shown: those of words as typed, and of other forms when they stand for a word that
    /// the reader hasn't finished or that the archive doesn't know.
    List<FieldTerm> marked() {
        List<FieldTerm> marked = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (int form = 0; form < terms.get(i).size(); form++) {
                if (words.get(i).forms().get(form).weight() > Ranking.POSSIBLE_COMPLETION) {
                    marked.addAll(terms.get(i).get(form));
                }
            }
        }
        return marked;
    }

    /// Posts by their scores; the earlier first where they are equal. A post without a section to show is none: its
    /// words stand only where the query excludes them.
    static List<RankedPost> best(List<RankedPost> scored) {
        return scored.stream()
                .filter(post -> !post.sections().isEmpty())
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
        private final SortedNumericDocValues dates;

        Segment(LeafReaderContext segment) throws IOException {
            this.segment = segment;
            posts = snapshot.posts().getBitSet(segment);
            for (List<List<FieldTerm>> forms : terms) {
                List<List<Occurrences>> ofWord = new ArrayList<>();
                for (List<FieldTerm> form : forms) {
                    List<Occurrences> ofForm = new ArrayList<>();
                    for (FieldTerm term : form) {
                        Occurrences there = term.in(segment, PostingsEnum.FREQS);
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
            dates = DocValues.getSortedNumeric(segment.reader(), IndexSchema.DATE);
        }

        int firstSection(FoundPost post) {
            int end = post.document() - segment.docBase;
            return end == 0 ? 0 : posts.prevSetBit(end - 1) + 1;
        }

        RankedPost score(FoundPost post, @Nullable Trace trace) throws IOException {
            int end = post.document() - segment.docBase;
            int first = firstSection(post);
            SectionScores scores = new SectionScores(end - first, trace);
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
            Links links = inlinks.to(segment, end);
            return ranked(post, scores, first, links);
        }

        private RankedPost ranked(FoundPost post, SectionScores scores, int first, Links links) throws IOException {
            float best = 0;
            List<RankedSection> sections = new ArrayList<>();
            for (int i = 0; i < scores.size(); i++) {
                if ((scores.of(i) > 0 || words.isEmpty()) && isShowable(first + i)) {
                    SectionParts parts = new SectionParts(
                            scores.of(i), scores.words(i), counted, linksTo(links, first + i), scores.heading(i));
                    best = Math.max(best, parts.asAnswer());
                    sections.add(new RankedSection(
                            segment.docBase + first + i, parts.asSection(), scores.words(i) >= counted, parts));
                }
            }
            sections.sort(Comparator.comparing(RankedSection::score, Comparator.reverseOrder()));
            PostParts parts = new PostParts(best, post.score(), links.posts(), recent(post));
            return new RankedPost(post.document(), parts.score(), sections, parts);
        }

        private float recent(FoundPost post) throws IOException {
            return recency > 0 && dates.advanceExact(post.document() - segment.docBase)
                    ? snapshot.recency().factor(dates.nextValue(), recency)
                    : 1;
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
    record RankedPost(int document, float score, List<RankedSection> sections, PostParts parts) {
        /// The sections that are worth showing.
        List<RankedSection> hits() {
            float least = sections.isEmpty() ? 0 : sections.getFirst().score() * Ranking.HIT_SHARE;
            return sections.stream()
                    .filter(section -> section.hasAllWords() || section.score() >= least)
                    .toList();
        }
    }

    /// @param hasAllWords  whether it has all words of the query
    record RankedSection(int document, float score, boolean hasAllWords, SectionParts parts) {}

    /// What a post's score is made of.
    ///
    /// @param best  what its best section is worth as an answer
    /// @param whole  its score as a whole
    /// @param links  number of posts that link to it
    /// @param recent  what its date is worth, a factor
    record PostParts(float best, float whole, int links, float recent) {
        float linked() {
            return 1 + Ranking.LINKS * (float) Math.log1p(links);
        }

        float score() {
            return (best + Ranking.WHOLE_POST * whole) * linked() * recent;
        }
    }

    /// What a section's score is made of.
    ///
    /// @param matched  the scores of its words and pairs
    /// @param found  number of the query's words that it has
    /// @param wanted  number of the query's words that count
    /// @param links  number of posts that link to it
    /// @param heading  how much of the heading the query makes up
    record SectionParts(float matched, int found, int wanted, int links, float heading) {
        float coverage() {
            return Ranking.coverage(found, wanted);
        }

        float linked() {
            return 1 + Ranking.SECTION_LINKS * (float) Math.log1p(links);
        }

        /// What it is worth against sections of other posts.
        float asAnswer() {
            return matched * coverage() * linked();
        }

        /// What it is worth against other sections of its post.
        float asSection() {
            return asAnswer() * linked() + Ranking.HEADING_COVER * heading;
        }
    }
}
