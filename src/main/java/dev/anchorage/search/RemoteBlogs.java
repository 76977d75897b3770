package dev.anchorage.search;

import dev.anchorage.index.ArchiveFacts;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.IndexState;
import dev.anchorage.index.PostBlock;
import dev.anchorage.search.RemoteSections.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// The states of one blog or of several as one, with what is made of them once. Thread-safe.
///
/// @param states  of each blog
/// @param facts  of all together
/// @param base  their dictionary without any post
/// @param outlines  titles, headings and labels of all posts, read when somebody first asks for completions
record RemoteBlogs(
        RemoteSections sections,
        List<State> states,
        ArchiveFacts facts,
        IndexSnapshot base,
        OnDemand<IndexSnapshot> outlines) {

    static RemoteBlogs of(RemoteSections sections, List<State> states) throws IOException {
        ArchiveFacts facts = states.size() == 1 ? states.getFirst().facts() : ArchiveFacts.of(factsOf(states));
        Known known = new Known(sections, states, new ConcurrentHashMap<>());
        IndexSnapshot base = snapshot(states, facts, known, PostsAtHand.of(factsOf(states), nothing(states)), null);
        OnDemand<IndexSnapshot> outlines = new OnDemand<>(() -> headings(sections, states, facts, known, base));
        return new RemoteBlogs(sections, states, facts, base, outlines);
    }

    private static IndexSnapshot headings(
            RemoteSections sections, List<State> states, ArchiveFacts facts, Known known, IndexSnapshot base)
            throws IOException {
        List<List<PostBlock>> posts = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            List<PostBlock> ofBlog = new ArrayList<>();
            posts.add(ofBlog);
            sections.forEach(states.get(i), post -> {
                try {
                    ofBlog.add(post.headings());
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        }
        return snapshot(states, facts, known, PostsAtHand.of(factsOf(states), posts), base);
    }

    private static List<ArchiveFacts> factsOf(List<State> states) {
        return states.stream().map(State::facts).toList();
    }

    /// No posts, of each blog.
    List<List<PostBlock>> nothing() {
        return nothing(states);
    }

    private static List<List<PostBlock>> nothing(List<State> states) {
        List<List<PostBlock>> nothing = new ArrayList<>();
        states.forEach(blog -> nothing.add(new ArrayList<>()));
        return nothing;
    }

    /// Some posts of each blog, to be searched as if all were there.
    IndexSnapshot atHand(List<List<PostBlock>> posts) throws IOException {
        Known known = ((Searching) base.searcher()).known;
        return snapshot(states, facts, known, PostsAtHand.of(factsOf(states), posts), base);
    }

    /// @param base  made before of the same states; null: this is the first
    private static IndexSnapshot snapshot(
            List<State> states, ArchiveFacts facts, Known known, IndexReader reader, @Nullable IndexSnapshot base)
            throws IOException {
        List<Integer> starts = new ArrayList<>();
        for (LeafReaderContext blog : reader.leaves()) {
            starts.add(blog.docBase);
        }
        List<String> names = new ArrayList<>();
        for (State blog : states) {
            String name = blog.site();
            if (name != null) {
                names.add(name);
            }
        }
        return IndexSnapshot.ofSome(
                new Searching(reader, known), state(states), new SiteParts(names, starts), facts, base);
    }

    private static IndexState state(List<State> states) {
        if (states.size() == 1) {
            return states.getFirst().state();
        }
        long generation = 0;
        Instant updated = Instant.EPOCH;
        for (State blog : states) {
            generation += blog.state().generation();
            updated = blog.state().updated().isAfter(updated) ? blog.state().updated() : updated;
        }
        return new IndexState(generation, updated, "");
    }

    IndexStats stats() {
        Filters none = new Filters(Map.of(), Map.of(), DayRange.ALWAYS);
        Map<Facet, List<SearchResponse.FacetValue>> values = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Map<String, Integer> counts = facts.values(facet);
            values.put(facet, FacetTable.values(facet, counts, counts.keySet(), none));
        }
        IndexState state = base.state();
        return new IndexStats(state.generation(), state.updated(), facts.posts(), facts.sections(), values);
    }

    /// Which queries match any section of all posts, those that were asked for.
    private record Known(RemoteSections sections, List<State> states, Map<String, Boolean> matching) {
        private static final int MOST = 10_000;

        boolean has(Query query) throws IOException {
            String key = query.toString();
            Boolean known = matching.get(key);
            if (known == null) {
                known = sections.has(query, states);
                if (matching.size() < MOST) {
                    matching.put(key, known);
                }
            }
            return known;
        }
    }

    /// Searches the posts at hand, but counts over all.
    private static final class Searching extends IndexSearcher {
        private final Known known;

        Searching(IndexReader reader, Known known) {
            super(reader);
            this.known = known;
        }

        /// Only whether there are any: 0 or 1.
        @Override
        public int count(Query query) throws IOException {
            return known.has(query) ? 1 : 0;
        }
    }
}
