package dev.anchorage.search;

import dev.anchorage.index.IndexState;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.search.Retrieval.Reading;
import dev.anchorage.search.Retrieval.Wishes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.IOFunction;
import org.jspecify.annotations.Nullable;

/// Answers requests from an index folder; each answer comes from one commit.
public final class SectionSearcher implements Searcher {
    /// The first answers of a process, for which its code is still being compiled, are never cut off.
    private static final int COLD_ANSWERS = 100;

    private final AtomicInteger answers = new AtomicInteger();
    private final SectionAnalyzer analyzer = SectionAnalyzer.ofQueries();
    private final IndexSnapshots snapshots;
    private final SearchOptions options;
    private final Wishes wishes;

    private final SiteShare share;

    /// What answers depend on besides the commit.
    private final String optionsMark;

    /// Opens the last commit.
    ///
    /// @throws java.nio.file.NoSuchFileException when there is no index in the folder
    /// @throws dev.anchorage.index.IndexDamagedException when what is there can't be used
    public SectionSearcher(Path directory) throws IOException {
        this(directory, SearchOptions.NONE);
    }

    /// Opens the last commit, to be answered from as its owner says.
    ///
    /// @throws java.nio.file.NoSuchFileException when there is no index in the folder
    /// @throws dev.anchorage.index.IndexDamagedException when what is there can't be used
    public SectionSearcher(Path directory, SearchOptions options) throws IOException {
        this(directory, options, SiteShare.WHOLE);
    }

    /// Opens the last commit of one site among others, to be answered from as its owner says.
    ///
    /// @throws java.nio.file.NoSuchFileException when there is no index in the folder
    /// @throws dev.anchorage.index.IndexDamagedException when what is there can't be used
    public SectionSearcher(Path directory, SearchOptions options, SiteShare share) throws IOException {
        this(new IndexSnapshots(directory, share), options, share);
    }

    /// Asks the last commit something as fast as can be, for a process that asks once; a second question would take
    /// longer than it takes a searcher that was opened.
    ///
    /// @param question  on another thread, which is left behind when the index is found to be damaged meanwhile
    /// @throws java.nio.file.NoSuchFileException when there is no index in the folder
    /// @throws dev.anchorage.index.IndexDamagedException when what is there can't be used
    public static <T> T once(Path directory, SearchOptions options, Question<T> question) throws IOException {
        Thread.ofPlatform().daemon().start(SectionAnalyzer::readDictionary);
        return IndexSnapshots.once(
                directory, snapshots -> question.ask(new SectionSearcher(snapshots, options, SiteShare.WHOLE)));
    }

    private SectionSearcher(IndexSnapshots snapshots, SearchOptions options, SiteShare share) {
        this.snapshots = snapshots;
        this.options = options;
        this.share = share;
        wishes = Wishes.of(options);
        optionsMark = mark(options);
    }

    /// What a version says of the owner's options.
    static String mark(SearchOptions options) {
        return options.areDefaults() ? "" : "." + Integer.toHexString(options.hashCode());
    }

    /// Answers from one state, which need not be committed.
    ///
    /// @param reader  stays open when this searcher is closed
    SectionSearcher(DirectoryReader reader, IndexState state) throws IOException {
        this(only(LiveReader.of(reader), state, SiteParts.of(SiteShare.WHOLE), 1), SearchOptions.NONE, SiteShare.WHOLE);
    }

    /// Answers from several indexes as one.
    ///
    /// @param reader  stays open when this searcher is closed
    static SectionSearcher ofParts(IndexReader reader, IndexState state, SiteParts parts, SearchOptions options)
            throws IOException {
        SectionSearcher joint =
                new SectionSearcher(only(reader, state, parts, JointSearchers.MOST_OPEN), options, SiteShare.WHOLE);
        joint.answers.set(COLD_ANSWERS);
        return joint;
    }

    private static IndexSnapshots only(IndexReader reader, IndexState state, SiteParts parts, int sharers)
            throws IOException {
        reader.incRef();
        return new IndexSnapshots(IndexSnapshot.of(reader, state, parts, sharers));
    }

    @Override
    public @Nullable String site() {
        return share.site();
    }

    @Override
    public Searcher joined(List<Searcher> sites) throws IOException {
        return JointSections.of(sites.stream().map(SectionSearcher.class::cast).toList());
    }

    /// What its owner says.
    SearchOptions options() {
        return options;
    }

    /// The state that answers now, to be given back.
    IndexSnapshot acquire() throws IOException {
        return snapshots.acquire();
    }

    void release(IndexSnapshot snapshot) throws IOException {
        snapshots.release(snapshot);
    }

    /// What is new is found first, and then completed: gathering phrases takes longer than everything else.
    @Override
    public void refresh() throws IOException {
        boolean areWanted = areGathered();
        snapshots.maybeRefreshBlocking();
        if (areWanted && !areGathered()) {
            completions("");
        }
    }

    private boolean areGathered() throws IOException {
        return from(snapshot -> snapshot.phrases().areGathered());
    }

    @Override
    public long generation() throws IOException {
        return from(snapshot -> snapshot.state().generation());
    }

    @Override
    public IndexStats stats() throws IOException {
        return from(IndexStats::of);
    }

    @Override
    public String version() throws IOException {
        return from(snapshot -> snapshot.version() + optionsMark);
    }

    @Override
    public SearchResponse search(SearchRequest request) throws IOException {
        return search(request, true);
    }

    @Override
    public SearchResponse searchBriefly(SearchRequest request) throws IOException {
        return search(request, false);
    }

    private SearchResponse search(SearchRequest request, boolean isWhole) throws IOException {
        return from(snapshot -> search(request, snapshot, isWhole));
    }

    @Override
    public long answered() {
        return answers.get();
    }

    @Override
    public Optional<Completions> completions(String typed) throws IOException {
        return from(snapshot -> snapshot.phrases().completions(typed, snapshot));
    }

    private SearchResponse search(SearchRequest request, IndexSnapshot snapshot, boolean isWhole) throws IOException {
        return Halves.busy(() -> answer(request, snapshot, isWhole));
    }

    private SearchResponse answer(SearchRequest request, IndexSnapshot snapshot, boolean isWhole) throws IOException {
        boolean isCold = answers.incrementAndGet() <= COLD_ANSWERS;
        TimeBudget budget = isCold ? TimeBudget.unlimited() : TimeBudget.startingNow();
        Reading reading = Reading.of(request, snapshot, analyzer, wishes);
        Retrieval retrieval = Retrieval.of(request, reading, snapshot, wishes, budget, isWhole, null);
        return retrieval.read(snapshot, isWhole, budget.isOver());
    }

    @Override
    public Proposals proposals(String query) throws IOException {
        return from(snapshot -> {
            SearchResponse now = search(SearchRequest.of(query), snapshot, false);
            return new Proposals(now.total().posts(), now.didYouMean(), new Relatives(snapshot.vocabulary()).of(query));
        });
    }

    @Override
    public Map<String, String> absentPins() throws IOException {
        return from(snapshot -> wishes.pins().absent(snapshot));
    }

    @Override
    public Explanation explain(SearchRequest request, String url) throws IOException {
        return from(snapshot -> {
            Reading reading = Reading.of(request, snapshot, analyzer, wishes);
            Retrieval retrieval = Retrieval.of(request, reading, snapshot, wishes, TimeBudget.unlimited(), false, null);
            return new Explainer(snapshot, retrieval).explain(url);
        });
    }

    /// What is read from the state that answers now.
    private <T> T from(IOFunction<IndexSnapshot, T> reading) throws IOException {
        IndexSnapshot snapshot = snapshots.acquire();
        try {
            return reading.apply(snapshot);
        } finally {
            snapshots.release(snapshot);
        }
    }

    @Override
    public void close() throws IOException {
        snapshots.close();
    }
}
