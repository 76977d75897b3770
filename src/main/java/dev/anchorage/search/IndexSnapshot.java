package dev.anchorage.search;

import dev.anchorage.index.ArchiveFacts;
import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.IndexState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// One commit of the index, or those of several sites as one, open for searching, with what is derived from it once.
/// Thread-safe.
///
/// @param sites  whose documents these are
/// @param postsIn  number of posts with sections in each language
/// @param sectionsIn  number of sections in each language
/// @param sections  number of sections
/// @param tokens  of texts of queries, by language
/// @param counts  of common words, by language and stem
/// @param sectionsOfWords  in which words stand
/// @param posts  what is known of them
/// @param facetTable  made when facets are first counted
/// @param facts  of all posts, when only some are at hand; null: all are
record IndexSnapshot(
        IndexReader reader,
        IndexSearcher searcher,
        IndexState state,
        SiteParts sites,
        List<String> languages,
        Map<String, Integer> postsIn,
        Map<String, Integer> sectionsIn,
        int sections,
        OnDemand<OfPosts> posts,
        OnDemand<FacetTable> facetTable,
        StoredPosts stored,
        Vocabulary vocabulary,
        Recent<String, QueryTokens.Cut> tokens,
        Kept<String, PostCounts> counts,
        Kept<Term, WordSections> sectionsOfWords,
        PostPhrases phrases,
        @Nullable ArchiveFacts facts) {

    /// Of so many blogs one process may have the words at hand, and for a moment a few posts.
    private static final int MOST_BLOGS = 1_000;

    static IndexSnapshot of(DirectoryReader reader, Path directory, SiteShare share) throws IOException {
        IndexState state = IndexState.of(reader.getIndexCommit().getUserData(), directory);
        return of(LiveReader.of(reader), state, SiteParts.of(share), share.sites());
    }

    /// A commit that is asked only once: what is known of its posts is read on another thread, meanwhile.
    static IndexSnapshot ofOnce(DirectoryReader reader, Path directory) throws IOException {
        IndexState state = IndexState.of(reader.getIndexCommit().getUserData(), directory);
        IndexSnapshot snapshot = unread(LiveReader.of(reader), state, SiteParts.of(SiteShare.WHOLE), 1);
        // What fails there fails again where it is asked for.
        Thread.ofPlatform().daemon().start(new FutureTask<>(snapshot::readAhead));
        return snapshot;
    }

    /// The links are asked for last.
    private LinkTargets.OfSite readAhead() throws IOException {
        return posts.get().inlinks().targets().of(sites.number(0));
    }

    /// A state that need not be committed.
    ///
    /// @param reader  shows nothing that is deleted
    /// @param sharers  number of those who share the memory for what is kept
    static IndexSnapshot of(IndexReader reader, IndexState state, SiteParts sites, int sharers) throws IOException {
        IndexSnapshot snapshot = unread(reader, state, sites, sharers);
        snapshot.posts.get();
        return snapshot;
    }

    private static IndexSnapshot unread(IndexReader reader, IndexState state, SiteParts sites, int sharers)
            throws IOException {
        // Without an executor it would divide the index among threads at once, whether that is asked for or not.
        IndexSearcher searcher = new IndexSearcher(reader, Runnable::run);
        return of(reader, searcher, state, sites, sharers, null, null);
    }

    /// A few posts of an archive.
    ///
    /// @param searcher  of these
    /// @param facts  of all
    /// @param base  made before of the same state, with what is known of all; null: this is the first
    static IndexSnapshot ofSome(
            IndexSearcher searcher, IndexState state, SiteParts sites, ArchiveFacts facts, @Nullable IndexSnapshot base)
            throws IOException {
        return of(searcher.getIndexReader(), searcher, state, sites, MOST_BLOGS, facts, base);
    }

    private static IndexSnapshot of(
            IndexReader reader,
            IndexSearcher searcher,
            IndexState state,
            SiteParts sites,
            int sharers,
            @Nullable ArchiveFacts facts,
            @Nullable IndexSnapshot base)
            throws IOException {
        searcher.setQueryCache(null);
        List<String> languages = IndexSchema.languages(reader);
        Map<String, Integer> postsIn = new HashMap<>();
        Map<String, Integer> sectionsIn = new HashMap<>();
        for (String language : languages) {
            postsIn.put(language, postsHaving(reader, new Term(IndexSchema.ANALYSED_AS, language)));
            sectionsIn.put(language, sectionsIn(reader, language));
        }
        OnDemand<OfPosts> posts = new OnDemand<>(() -> OfPosts.of(reader, sites, facts, base));
        return new IndexSnapshot(
                reader,
                searcher,
                state,
                sites,
                languages,
                postsIn,
                sectionsIn,
                sectionsIn.values().stream().mapToInt(Integer::intValue).sum(),
                posts,
                new OnDemand<>(() -> new FacetTable(reader, posts.get().table())),
                new StoredPosts(searcher, sharers),
                base == null ? new Vocabulary(reader, languages, sharers) : base.vocabulary,
                Recent.ofLarge(QueryTokens.BYTES, sharers),
                Kept.ofHeap(sharers, PostCounts::bytes),
                Kept.ofHeap(sharers, WordSections::bytes),
                base == null ? new PostPhrases() : base.phrases,
                facts);
    }

    PostTable postTable() {
        return ofPosts().table();
    }

    PostSet allPosts() {
        return ofPosts().all();
    }

    Inlinks inlinks() {
        return ofPosts().inlinks();
    }

    Recency recency() {
        return ofPosts().recency();
    }

    private OfPosts ofPosts() {
        try {
            return posts.get();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Whether a document matches.
    boolean matches(Query query, int document) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        List<LeafReaderContext> segments = reader.leaves();
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
        Scorer scorer = weight.scorer(segment);
        int place = document - segment.docBase;
        return scorer != null && scorer.iterator().advance(place) == place;
    }

    /// Whether all posts of the archive are at hand.
    boolean isWhole() {
        return facts == null;
    }

    /// Number of posts in the archive that have a stem.
    ///
    /// @param here  those at hand
    int postsWith(String language, QueryTokens.Token stem, PostCounts here) {
        return facts == null ? here.size() : facts.postsWith(language, stem.stem());
    }

    /// The values of a facet that posts of the archive have which are not at hand; none when all are.
    Set<String> authored(Facet facet) {
        return facts == null ? Set.of() : facts.values(facet).keySet();
    }

    /// Segment by segment, since Lucene takes an index with more posts than are at hand for damaged.
    private static int postsHaving(IndexReader reader, Term term) throws IOException {
        int posts = 0;
        for (LeafReaderContext segment : reader.leaves()) {
            posts += segment.reader().docFreq(term);
        }
        return posts;
    }

    private static int sectionsIn(IndexReader reader, String language) throws IOException {
        int sections = 0;
        for (LeafReaderContext segment : reader.leaves()) {
            Terms words = segment.reader().terms(IndexSchema.text(language));
            sections += words == null ? 0 : words.getDocCount();
        }
        return sections;
    }

    /// Number of sections in a language.
    int sectionsIn(String language) {
        return sectionsIn.getOrDefault(language, 0);
    }

    /// Number of posts with sections in a language.
    int postsIn(String language) {
        return postsIn.getOrDefault(language, 0);
    }

    /// Names this commit, also among those of an index that was here before it.
    String version() {
        return state.generation() + "." + Long.toString(state.updated().toEpochMilli(), Character.MAX_RADIX);
    }

    /// The languages of the index in which a word carries no meaning alone.
    List<String> languagesOfStopWord(String word) {
        return QueryLanguages.ofStopWord(word, languages);
    }

    /// Whether a word carries no meaning alone in one of the languages of the index.
    boolean isStopWord(String word) {
        return QueryLanguages.isStopWord(word, languages);
    }

    /// What is known of the posts, and of the archive by them.
    record OfPosts(PostTable table, PostSet all, Inlinks inlinks, Recency recency) {
        /// @param facts  of all posts, when only some are at hand; null: all are
        /// @param base  made before of the same state, with what is known of all; null: there is none
        static OfPosts of(
                IndexReader reader, SiteParts sites, @Nullable ArchiveFacts facts, @Nullable IndexSnapshot base)
                throws IOException {
            PostTable table = new PostTable(reader, facts);
            LinkTargets targets = base == null
                    ? new LinkTargets(reader, sites)
                    : base.inlinks().targets();
            return new OfPosts(
                    table,
                    PostSet.all(table),
                    new Inlinks(targets, sites, table.size()),
                    base == null ? Recency.of(facts == null ? table.knownDays() : facts.days()) : base.recency());
        }
    }
}
