package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.Measures;
import dev.anchorage.index.SectionField;
import dev.anchorage.search.Inlinks.Links;
import dev.anchorage.search.Lexicon.IndexedWord;
import dev.anchorage.search.RankedWord.Form;
import dev.anchorage.search.RankedWord.Kind;
import dev.anchorage.search.Retrieval.Found;
import dev.anchorage.search.StemWeights.WeighedStem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Scores the sections of posts that a first look at whole posts found, and ranks both.
///
/// A section's score is the sum over the words of the query of the word's BM25 scores in all fields ({@link Ranking}),
/// lowered when words are missing. A post is as good as its best section, its own first score and the links to it make
/// it. For one answer; not thread-safe.
final class PostRanking {
    private static final int UNPAIRED = -1;

    private final IndexSnapshot snapshot;
    private final QueryTokens tokens;
    private final List<RankedWord> words;
    private final List<List<List<WeighedStem>>> stems = new ArrayList<>();
    private final List<@Nullable NameSections> names;
    private final @Nullable Weight required;
    private final int counted;

    /// Whether sections of posts are shown that have no word of the query.
    private final boolean isWithoutWords;

    private final float recency;

    /// What it is worth that a word stands there exactly as typed.
    private final float exact;

    /// @param query  null: all sections are equally good
    /// @param look  what was found of its words
    /// @param recency  by how much of its score the newest post gains
    /// @param required  what a section must match to be shown; null: nothing
    PostRanking(
            IndexSnapshot snapshot,
            IndexSearcher searcher,
            QueryTokens tokens,
            @Nullable ParsedQuery query,
            FirstLook look,
            float recency,
            @Nullable Query required)
            throws IOException {
        this.recency = recency;
        this.snapshot = snapshot;
        this.tokens = tokens;
        words = query == null ? List.of() : query.words();
        exact = words.size() == 1 && isPlain(words.getFirst(), tokens) ? Ranking.EXACT_ALONE : Ranking.EXACT;
        this.required = required == null
                ? null
                : searcher.createWeight(searcher.rewrite(required), ScoreMode.COMPLETE_NO_SCORES, 1);
        names = look.names();
        StemWeights weights = new StemWeights(snapshot, tokens, look.languages());
        for (RankedWord word : words) {
            stems.add(weights.of(word));
        }
        counted = query == null ? 0 : query.wantedWords();
        isWithoutWords = query == null || words.isEmpty() || query.isOfStopWords();
    }

    /// Whether a word is none of Chinese or Japanese, where pairs of signs are no words, and no name that stands by
    /// itself somewhere.
    private static boolean isPlain(RankedWord word, QueryTokens tokens) throws IOException {
        String text = word.text();
        boolean isCutName = word.inOnePiece() != null;
        return text != null && !QueryLanguages.isCjk(word) && (isCutName || !tokens.hasParts(text));
    }

    /// Posts with their sections scored.
    ///
    /// @param posts  to score
    /// @return in the order of `posts`
    List<RankedPost> score(List<FoundPost> posts) throws IOException {
        List<FoundPost> inOrder = new ArrayList<>(posts);
        inOrder.sort((one, other) -> Integer.compare(one.document(), other.document()));
        Map<Integer, RankedPost> scored = new HashMap<>();
        Halves.of(inOrder, some -> new Part(null).score(some)).forEach(post -> scored.put(post.document(), post));
        return posts.stream().map(post -> scored.get(post.document())).toList();
    }

    /// What the score of a section is made of, word by word.
    ///
    /// @param section  a document of the index, in the block of the post
    Trace trace(FoundPost post, int section) throws IOException {
        Trace trace = new Trace(section - PostLookup.firstSection(snapshot, post.document()));
        new Part(trace).score(List.of(post));
        return trace;
    }

    /// The stems to mark in what is shown: those of words as typed and of their synonyms, and of other forms when
    /// they stand for a word that the reader hasn't finished or that the archive doesn't know. A name that
    /// completes is marked as a whole: nobody asked for its parts.
    List<Marks.Wanted> marked() {
        List<Marks.Wanted> marked = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (int j = 0; j < stems.get(i).size(); j++) {
                Form form = words.get(i).forms().get(j);
                for (WeighedStem stem : stems.get(i).get(j)) {
                    boolean isAskedFor =
                            form.kind() != Kind.COMPLETION || !stem.token().isPart();
                    boolean isMeant = form.kind() == Kind.SYNONYM || form.weight() > Ranking.POSSIBLE_COMPLETION;
                    if (isMeant && isAskedFor) {
                        marked.add(new Marks.Wanted(words.get(i), stem));
                    }
                }
            }
        }
        return marked;
    }

    /// Knows the words that were ranked.
    QueryTokens tokens() {
        return tokens;
    }

    /// Posts by their scores, window by window, so that all pages of an answer are cut from the same order.
    ///
    /// @param found  posts in the order of the first look
    /// @param wanted  how many at least, if there are so many
    List<RankedPost> ranked(Found found, int wanted) throws IOException {
        List<RankedPost> ranked = new ArrayList<>();
        int looked = 0;
        boolean isEnd = false;
        while (ranked.size() < wanted && !isEnd) {
            int end = looked + Math.ceilDiv(wanted - ranked.size(), Ranking.WINDOW) * Ranking.WINDOW;
            List<FoundPost> posts = found.first(end);
            for (int start = looked; start < posts.size(); start += Ranking.WINDOW) {
                ranked.addAll(best(score(posts.subList(start, Math.min(start + Ranking.WINDOW, posts.size())))));
            }
            looked = end;
            isEnd = posts.size() < end;
        }
        return ranked;
    }

    /// Posts by their scores; the earlier first where they are equal. A post without a section to show is none: its
    /// words stand only where the query excludes them.
    private static List<RankedPost> best(List<RankedPost> scored) {
        return scored.stream()
                .filter(post -> !post.sections().isEmpty())
                .sorted((one, other) -> Float.compare(other.score(), one.score()))
                .toList();
    }

    /// Scores some of the posts. Not thread-safe.
    private final class Part {
        private final Lexicon lexicon = new Lexicon(snapshot.reader());
        private final PairScores pairs = new PairScores(words);
        private final SectionScores scores;

        /// @param trace  is told what the score of its section is made of; null: nobody is
        Part(@Nullable Trace trace) {
            scores = new SectionScores(snapshot.postTable(), exact, trace);
        }

        /// @param posts  in the order of the index
        List<RankedPost> score(List<FoundPost> posts) throws IOException {
            List<RankedPost> scored = new ArrayList<>();
            List<LeafReaderContext> segments = snapshot.reader().leaves();
            for (int first = 0; first < posts.size(); ) {
                LeafReaderContext segment =
                        segments.get(ReaderUtil.subIndex(posts.get(first).document(), segments));
                int behind = segment.docBase + segment.reader().maxDoc();
                int end = first;
                while (end < posts.size() && posts.get(end).document() < behind) {
                    end++;
                }
                scored.addAll(new Segment(segment, this).score(posts.subList(first, end)));
                first = end;
            }
            return scored;
        }
    }

    /// One segment of the index. Its postings are gone through word by word for many posts at a time.
    private final class Segment {
        private final LeafReaderContext segment;
        private final Lexicon lexicon;
        private final PairScores pairs;
        private final SectionScores scores;
        private final Inlinks.Lookup inlinks;
        private final @Nullable DocIdSetIterator showable;
        /// Opened for the first post that has links to its sections.
        private @Nullable SortedDocValues anchors;
        /// What was read last, to be used again.
        private @Nullable PostingsEnum read;

        Segment(LeafReaderContext segment, Part part) throws IOException {
            this.segment = segment;
            lexicon = part.lexicon;
            pairs = part.pairs;
            scores = part.scores;
            inlinks = snapshot.inlinks().in(segment);
            Scorer scorer = required == null ? null : required.scorer(segment);
            showable = required == null ? null : scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
        }

        /// @param posts  of the segment, in its order
        List<RankedPost> score(List<FoundPost> posts) throws IOException {
            List<RankedPost> scored = new ArrayList<>();
            for (int first = 0; first < posts.size(); ) {
                PostBlocks blocks =
                        PostBlocks.of(posts.subList(first, posts.size()), snapshot.postTable(), segment.docBase);
                score(blocks);
                for (int i = 0; i < blocks.size(); i++) {
                    FoundPost post = posts.get(first + i);
                    scored.add(ranked(post, blocks, i));
                }
                first += blocks.size();
            }
            return scored;
        }

        private void score(PostBlocks blocks) throws IOException {
            PostTable table = snapshot.postTable();
            scores.startPosts(blocks.sections());
            pairs.startPosts();
            for (int i = 0; i < blocks.size(); i++) {
                for (int section = blocks.first(i); section < blocks.end(i); section++) {
                    long lengths = table.lengthsOfParts(segment.docBase + section);
                    scores.setSection(blocks.number(i, section), blocks.number(i, blocks.first(i)), lengths);
                }
            }
            for (int word = 0; word < stems.size(); word++) {
                scores.startWord();
                for (int form = 0; form < stems.get(word).size(); form++) {
                    float weight = words.get(word).forms().get(form).weight();
                    boolean isPaired = pairs.wants(word, weight);
                    scores.startForm();
                    for (WeighedStem stem : stems.get(word).get(form)) {
                        count(stem, isPaired ? word : UNPAIRED, blocks);
                    }
                    scores.endForm();
                }
                scores.endWord();
                NameSections name = names.get(word);
                if (name != null) {
                    addName(name, blocks);
                }
            }
            pairs.addTo(scores);
        }

        private void addName(NameSections name, PostBlocks blocks) {
            for (int i = 0; i < blocks.size(); i++) {
                for (int section = blocks.first(i); section < blocks.end(i); section++) {
                    if (name.sections().get(segment.docBase + section)) {
                        scores.addName(blocks.number(i, section), name.rarityInSections());
                    }
                }
            }
        }

        /// @param pairedWord  the number of the word, when it is to stand beside another
        private void count(WeighedStem stem, int pairedWord, PostBlocks blocks) throws IOException {
            if (pairedWord != UNPAIRED) {
                pairs.startStem(pairedWord, stem);
            }
            for (IndexedWord word : stem.token().words()) {
                PostingsEnum postings = lexicon.postings(word, segment, PostingsEnum.POSITIONS, read);
                if (postings != null) {
                    read = postings;
                    count(postings, word.equals(stem.asTyped()), pairedWord, blocks);
                }
            }
            scores.endStem(stem);
        }

        private void count(PostingsEnum postings, boolean isExact, int pairedWord, PostBlocks blocks)
                throws IOException {
            for (int i = 0; i < blocks.size(); i++) {
                int at = postings.docID() < blocks.first(i) ? postings.advance(blocks.first(i)) : postings.docID();
                for (; at < blocks.end(i); at = postings.nextDoc()) {
                    int section = blocks.number(i, at);
                    int count = postings.freq();
                    scores.found(section, isExact ? count : 0);
                    for (int left = count; left > 0; left--) {
                        int position = postings.nextPosition();
                        scores.count(section, SectionField.at(position));
                        if (pairedWord != UNPAIRED) {
                            pairs.add(pairedWord, section, position);
                        }
                    }
                }
            }
        }

        /// @param i  the number of the post among those that were scored
        private RankedPost ranked(FoundPost post, PostBlocks blocks, int i) throws IOException {
            Links links = inlinks.to(blocks.post(i), blocks.end(i));
            float best = 0;
            boolean isWithout = isWithoutWords && post.score() == 0;
            List<RankedSection> sections = new ArrayList<>();
            for (int section = blocks.first(i); section < blocks.end(i); section++) {
                int at = blocks.number(i, section);
                if ((scores.of(at) > 0 || isWithout) && isShowable(section)) {
                    SectionParts parts = new SectionParts(
                            scores.of(at),
                            scores.chosen(at, counted),
                            scores.words(at),
                            counted,
                            linksTo(links, section),
                            scores.heading(at));
                    best = Math.max(best, parts.asAnswer());
                    sections.add(new RankedSection(
                            segment.docBase + section, parts.asSection(), scores.words(at) >= counted, parts));
                }
            }
            PostParts parts = new PostParts(best, post.score(), links.posts(), recent(post));
            return new RankedPost(post.document(), parts.score(), sections, parts);
        }

        private float recent(FoundPost post) {
            long day = snapshot.postTable().dayOf(post.document());
            return recency > 0 && day != Measures.NO_DAY ? snapshot.recency().factor(day, recency) : 1;
        }

        private boolean isShowable(int section) throws IOException {
            if (showable == null) {
                return true;
            }
            return showable.docID() == section || (showable.docID() < section && showable.advance(section) == section);
        }

        private int linksTo(Links links, int section) throws IOException {
            if (links.sections().isEmpty()) {
                return 0;
            }
            SortedDocValues open =
                    anchors == null ? DocValues.getSorted(segment.reader(), IndexSchema.OWN_ANCHOR) : anchors;
            anchors = open;
            return open.advanceExact(section)
                    ? links.sections()
                            .getOrDefault(open.lookupOrd(open.ordValue()).utf8ToString(), 0)
                    : 0;
        }
    }

    /// A post that may be a hit.
    ///
    /// @param score  how well it matches as a whole
    record FoundPost(int document, float score) {}

    /// @param sections  those with a word of the query, in the order in which equally good ones are shown
    record RankedPost(int document, float score, List<RankedSection> sections, PostParts parts) {
        /// The sections that are worth showing, best first.
        List<RankedSection> hits() {
            float least = least();
            List<RankedSection> hits = new ArrayList<>();
            for (RankedSection section : sections) {
                if (section.isHit(least)) {
                    hits.add(section);
                }
            }
            hits.sort((one, other) -> Float.compare(other.score(), one.score()));
            return hits;
        }

        /// All sections: those that are worth showing, then the others, each best first.
        List<RankedSection> bestFirst() {
            float least = least();
            List<RankedSection> inOrder = new ArrayList<>(sections);
            inOrder.sort((one, other) -> {
                int hitsFirst = Boolean.compare(other.isHit(least), one.isHit(least));
                return hitsFirst != 0 ? hitsFirst : Float.compare(other.score(), one.score());
            });
            return inOrder;
        }

        private float least() {
            float best = 0;
            for (RankedSection section : sections) {
                best = Math.max(best, section.score());
            }
            return Ranking.HIT_SHARE * best;
        }
    }

    /// @param hasAllWords  whether it has all words of the query
    record RankedSection(int document, float score, boolean hasAllWords, SectionParts parts) {
        /// Whether it is worth showing.
        ///
        /// @param least  score of one that has only some of the words
        boolean isHit(float least) {
            return hasAllWords || score >= least;
        }
    }

    /// What a post's score is made of.
    ///
    /// @param best  what its best section is worth as an answer
    /// @param whole  its score as a whole
    /// @param links  number of posts that link to it
    /// @param recent  what its date is worth, a factor
    record PostParts(float best, float whole, int links, float recent) {
        float linked() {
            return Ranking.linked(Ranking.LINKS, links);
        }

        float score() {
            return (best + Ranking.WHOLE_POST * whole) * linked() * recent;
        }
    }

    /// What a section's score is made of.
    ///
    /// @param matched  the scores of its words and pairs
    /// @param chosen  the same, but for what is no reason to prefer it to other sections of its post
    /// @param found  number of the query's words that it has
    /// @param wanted  number of the query's words that count
    /// @param links  number of posts that link to it
    /// @param heading  how much of the heading the query makes up
    record SectionParts(float matched, float chosen, int found, int wanted, int links, float heading) {
        float coverage() {
            return Ranking.coverage(found, wanted);
        }

        float linked() {
            return Ranking.linked(Ranking.SECTION_LINKS, links);
        }

        /// What it is worth against sections of other posts.
        float asAnswer() {
            return matched * coverage() * linked();
        }

        /// What it is worth against other sections of its post.
        float asSection() {
            return chosen * coverage() * linked() * linked() + Ranking.HEADING_COVER * heading;
        }
    }
}
