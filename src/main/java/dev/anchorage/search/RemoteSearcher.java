package dev.anchorage.search;

import dev.anchorage.index.PostBlock;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.search.RemoteMatches.Candidate;
import dev.anchorage.search.RemoteSections.State;
import dev.anchorage.search.Retrieval.Reading;
import dev.anchorage.search.Retrieval.Wishes;
import dev.anchorage.section.LinkAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers requests from sections that a cluster keeps: the cluster counts, and finds the posts that may be hits; from
/// these and from what is known of all posts the same code ranks and shows as for an index in a folder (ADR 37).
public final class RemoteSearcher implements Searcher {
    /// So many candidates more than are ranked, since the cluster's order of them is only roughly that of the first
    /// look.
    private static final int SPARE = 50;

    private final RemoteSections sections;
    private final SearchOptions options;
    private final List<@Nullable String> sites;
    private final Wishes wishes;
    private final String optionsMark;
    private final SectionAnalyzer analyzer = SectionAnalyzer.ofQueries();
    private volatile RemoteBlogs blogs;

    /// Opens the newest state of a blog.
    ///
    /// @param site  its name; null: there is only one
    /// @throws java.nio.file.NoSuchFileException when there is no index
    /// @throws IOException when the cluster can't be asked now
    public RemoteSearcher(RemoteSections sections, @Nullable String site, SearchOptions options) throws IOException {
        this(sections, List.of(sections.newest(site)), options);
    }

    /// Answers from one state, which need not be the newest, for as long as it is not refreshed.
    public static RemoteSearcher of(RemoteSections sections, State state, SearchOptions options) throws IOException {
        return new RemoteSearcher(sections, List.of(state), options);
    }

    private RemoteSearcher(RemoteSections sections, List<State> states, SearchOptions options) throws IOException {
        this.sections = sections;
        this.options = options;
        sites = states.stream().<@Nullable String>map(State::site).toList();
        wishes = Wishes.of(options);
        optionsMark = SectionSearcher.mark(options);
        blogs = RemoteBlogs.of(sections, states);
    }

    @Override
    public @Nullable String site() {
        return sites.size() == 1 ? sites.getFirst() : null;
    }

    @Override
    public void refresh() throws IOException {
        RemoteBlogs known = blogs;
        State newest = sections.newerThan(known.states().getFirst());
        if (newest != null) {
            RemoteBlogs newer = RemoteBlogs.of(sections, List.of(newest));
            if (known.outlines().isMade()) {
                newer.outlines().get();
            }
            blogs = newer;
        }
    }

    @Override
    public long generation() {
        return blogs.base().state().generation();
    }

    @Override
    public IndexStats stats() {
        return blogs.stats();
    }

    @Override
    public String version() {
        return blogs.base().version() + optionsMark;
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
        Answer answer = answer(request, blogs, List.of(), isWhole);
        return Halves.busy(() -> answer.retrieval().read(answer.snapshot(), isWhole, answer.isPartial()));
    }

    /// @param urls  of posts that are looked at, too
    private Answer answer(SearchRequest request, RemoteBlogs asked, List<String> urls, boolean isWhole)
            throws IOException {
        Reading reading = Reading.of(request, asked.base(), analyzer, wishes);
        RemoteQuery query = query(request, reading, asked.base(), isWhole);
        RemoteMatches found = sections.find(query, asked.states());
        List<List<PostBlock>> posts = asked.nothing();
        for (Candidate candidate : found.candidates()) {
            posts.get(candidate.blog()).add(candidate.post());
        }
        List<String> others = new ArrayList<>(urls);
        String pinned = wishes.pins().urlFor(reading.text());
        if (pinned != null) {
            others.add(pinned);
        }
        add(posts, others, asked);
        IndexSnapshot snapshot = asked.atHand(posts);
        Reading again = Reading.of(request, snapshot, analyzer, wishes);
        Retrieval retrieval = Halves.busy(
                () -> Retrieval.of(request, again, snapshot, wishes, TimeBudget.unlimited(), isWhole, found));
        return new Answer(snapshot, retrieval, found.isPartial());
    }

    /// Adds posts that are not among the candidates anyway.
    private void add(List<List<PostBlock>> posts, Collection<String> urls, RemoteBlogs asked) throws IOException {
        Set<String> addresses = new HashSet<>();
        urls.forEach(url -> addresses.add(LinkAddress.ofUrl(url)));
        if (addresses.isEmpty()) {
            return;
        }
        Set<String> there = new HashSet<>();
        posts.getFirst().forEach(post -> there.add(post.path()));
        for (PostBlock post : sections.posts(addresses, asked.states().getFirst())) {
            if (there.add(post.path())) {
                posts.getFirst().add(post);
            }
        }
    }

    private static RemoteQuery query(SearchRequest request, Reading reading, IndexSnapshot base, boolean countsFacets)
            throws IOException {
        ParsedQuery query = reading.query();
        boolean isByScore = reading.isByScore(request);
        int wanted = request.offset() + request.limit() + 1;
        FirstLook look = new FirstLook(base, reading.tokens(), reading.words(), TimeBudget.unlimited());
        KnownPhrases known = new KnownPhrases(base.reader());
        return new RemoteQuery(
                query == null ? null : known.in(query.strict()),
                query == null ? null : known.inOrNull(query.required(true)),
                query == null ? null : known.inOrNull(query.required(false)),
                query == null ? List.of() : look.asked(),
                reading.filters().asked(),
                isByScore || request.sort() != SearchRequest.Order.RELEVANCE
                        ? request.sort()
                        : SearchRequest.Order.NEWEST,
                query == null || query.respelled() == null ? null : known.in(query.respelledStrict()),
                query == null ? List.of() : query.apart(),
                isByScore ? Math.ceilDiv(wanted, Ranking.WINDOW) * Ranking.WINDOW + SPARE : wanted,
                countsFacets);
    }

    @Override
    public Optional<Completions> completions(String typed) throws IOException {
        IndexSnapshot outlines = blogs.outlines().get();
        return outlines.phrases().completions(typed, outlines);
    }

    @Override
    public Proposals proposals(String query) throws IOException {
        SearchResponse now = search(SearchRequest.of(query), false);
        return new Proposals(
                now.total().posts(),
                now.didYouMean(),
                new Relatives(blogs.base().vocabulary()).of(query));
    }

    @Override
    public Map<String, String> absentPins() throws IOException {
        RemoteBlogs asked = blogs;
        List<List<PostBlock>> posts = asked.nothing();
        add(posts, wishes.pins().urls(), asked);
        return wishes.pins().absent(asked.atHand(posts));
    }

    @Override
    public Explanation explain(SearchRequest request, String url) throws IOException {
        Answer answer = answer(request, blogs, List.of(url), false);
        return new Explainer(answer.snapshot(), answer.retrieval()).explain(url);
    }

    @Override
    public Searcher joined(List<Searcher> sites) throws IOException {
        List<RemoteSearcher> all =
                sites.stream().map(RemoteSearcher.class::cast).toList();
        return new RemoteSearcher(
                sections,
                all.stream().map(site -> site.blogs.states().getFirst()).toList(),
                JointSections.wishes(all.stream().map(site -> site.options).toList()));
    }

    /// Nothing is held open.
    @Override
    public void close() {}

    /// @param snapshot  the posts at hand
    private record Answer(IndexSnapshot snapshot, Retrieval retrieval, boolean isPartial) {}
}
