package dev.anchorage.cluster;

import dev.anchorage.index.BlockCodec;
import dev.anchorage.index.PostBlock;
import dev.anchorage.search.AwayException;
import dev.anchorage.search.RemoteMatches;
import dev.anchorage.search.RemoteMatches.Candidate;
import dev.anchorage.search.RemoteQuery;
import dev.anchorage.search.RemoteSections;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Asks a cluster for the sections of blogs. Thread-safe.
public final class ClusterSections implements RemoteSections, AutoCloseable {
    private static final int PAGE = 500;
    private static final int MOST_ADDRESSES = 1_000;

    private final ClusterOptions options;
    private final ClusterClient client;
    private final SiteDocuments sites;
    private final BlockCache blocks = new BlockCache();

    /// Nothing is asked yet.
    ///
    /// @throws IOException when the options can't be used
    public ClusterSections(ClusterOptions options) throws IOException {
        this.options = options;
        client = new ClusterClient(options);
        sites = new SiteDocuments(client, options);
    }

    ClusterOptions options() {
        return options;
    }

    ClusterClient client() {
        return client;
    }

    SiteDocuments sites() {
        return sites;
    }

    @Override
    public State newest(@Nullable String site) throws IOException {
        return sites.state(site, sites.present(site).current());
    }

    @Override
    public @Nullable State newerThan(State known) throws IOException {
        SiteDocument.Filling current = sites.present(known.site()).current();
        boolean isSame = current.place().equals(known.place())
                && current.commit().equals(known.state().toCommitData());
        return isSame ? null : sites.state(known.site(), current);
    }

    /// A query of more clauses than a cluster takes is answered by its words alone.
    @Override
    public RemoteMatches find(RemoteQuery query, List<State> states) throws IOException {
        try {
            return findAll(query, states);
        } catch (ClauseLimitException tooMany) {
            return findAll(query.byWordsAlone(), states);
        }
    }

    private RemoteMatches findAll(RemoteQuery query, List<State> states) throws IOException {
        PostQueries asked = new PostQueries(query, states);
        List<JsonObject> first = search(states, List.of(asked.strict(), asked.candidates(true)));
        PostQueries.Counted strict = PostQueries.counted(first.getFirst());
        boolean isPartial = first.stream().anyMatch(ClusterSections::isTimedOut);
        if (strict.posts() > 0 || query.strict() == null) {
            return new RemoteMatches(
                    strict.posts(),
                    strict.sections(),
                    strict.facets(),
                    candidates(first.getLast(), states),
                    true,
                    false,
                    false,
                    isPartial);
        }
        return relaxed(asked, query, states);
    }

    private RemoteMatches relaxed(PostQueries asked, RemoteQuery query, List<State> states) throws IOException {
        String respelled = asked.respelled();
        String apart = respelled == null ? asked.apart() : null;
        String another = respelled == null ? apart : respelled;
        List<String> searches = new ArrayList<>(List.of(asked.some(true), asked.looseCandidates(true)));
        if (another != null) {
            searches.add(another);
        }
        List<JsonObject> found = search(states, searches);
        boolean isAnother = another != null && total(found.getLast()) > 0;
        PostQueries.Counted counted = PostQueries.counted(found.getFirst());
        boolean hasRequired = counted.posts() > 0 || query.required() == null;
        List<JsonObject> some =
                hasRequired ? found : search(states, List.of(asked.some(false), asked.looseCandidates(false)));
        return new RemoteMatches(
                0,
                0,
                PostQueries.counted(some.getFirst()).facets(),
                candidates(some.get(1), states),
                hasRequired,
                isAnother && respelled != null,
                isAnother && respelled == null,
                some.stream().anyMatch(ClusterSections::isTimedOut));
    }

    @Override
    public boolean has(Query sections, List<State> states) throws IOException {
        Map<String, Object> any = Map.of(
                "bool",
                Map.of(
                        "filter",
                        List.of(
                                Map.of(
                                        "terms",
                                        Map.of(
                                                ClusterSchema.PLACE,
                                                states.stream()
                                                        .map(State::place)
                                                        .toList())),
                                SectionQueries.posts(sections))));
        String search = Answers.line(Map.of("size", 0, "track_total_hits", 1, "terminate_after", 1, "query", any));
        return total(search(states, List.of(search)).getFirst()) > 0;
    }

    /// Several searches in one request, all of whose parts must answer.
    private List<JsonObject> search(List<State> states, List<String> searches) throws IOException {
        String routing =
                states.stream().map(state -> SiteDocuments.id(state.site())).collect(Collectors.joining(","));
        String header = Answers.line(Map.of(
                "index", ClusterSchema.posts(options), "routing", routing, "allow_partial_search_results", false));
        StringBuilder lines = new StringBuilder();
        searches.forEach(search -> lines.append(Answers.lines(header, search)));
        JsonObject answer = client.read("POST", "/_msearch", Map.of(), lines.toString());
        JsonArray all = answer == null ? null : answer.getJsonArray("responses");
        if (all == null || all.size() != searches.size()) {
            throw new AwayException("the cluster can't be asked now: its answer has not all parts");
        }
        List<JsonObject> answers = all.getValuesAs(JsonObject.class);
        for (JsonObject one : answers) {
            ensureWhole(one);
        }
        return answers;
    }

    private static void ensureWhole(JsonObject answer) throws IOException {
        int status = (int) Answers.number(answer, "status");
        if (answer.containsKey("error")) {
            String reason = status + " " + Answers.reason(Objects.requireNonNull(answer.get("error")));
            if (reason.contains("too_many_nested_clauses") || reason.contains("too_many_clauses")) {
                throw new ClauseLimitException(reason);
            }
            throw ClusterClient.isOfTheMoment(status) || status == 404
                    ? new AwayException("the cluster can't be asked now: " + reason)
                    : ClusterException.refused(status, reason);
        }
        if (Answers.number(Answers.at(answer, "_shards"), "failed") > 0) {
            throw new AwayException("the cluster can't be asked now: a part of the index doesn't answer");
        }
    }

    private static boolean isTimedOut(JsonObject answer) {
        return answer.getBoolean("timed_out", false);
    }

    private static long total(JsonObject answer) {
        return Answers.number(Answers.at(answer, "hits", "total"), "value");
    }

    private static List<JsonObject> hits(JsonObject answer) {
        return Answers.at(answer, "hits").get("hits") instanceof JsonArray hits
                ? hits.getValuesAs(JsonObject.class)
                : List.of();
    }

    private List<Candidate> candidates(JsonObject answer, List<State> states) throws IOException {
        Map<String, Integer> blogs = new HashMap<>();
        for (int i = 0; i < states.size(); i++) {
            blogs.put(states.get(i).place(), i);
        }
        List<Hit> hits = new ArrayList<>();
        for (JsonObject hit : hits(answer)) {
            Integer blog = blogs.get(value(hit, ClusterSchema.PLACE));
            if (blog != null) {
                hits.add(new Hit(blog, value(hit, ClusterSchema.HASH), value(hit, ClusterSchema.PATH)));
            }
        }
        return candidates(hits, states);
    }

    /// The posts that were found. One that was replaced since is as it is now.
    private List<Candidate> candidates(List<Hit> hits, List<State> states) throws IOException {
        Map<Hit, PostBlock> read = new HashMap<>();
        Map<String, Hit> missing = new LinkedHashMap<>();
        for (Hit hit : hits) {
            PostBlock known = blocks.get(hit.hash());
            if (known == null) {
                missing.put(ClusterSchema.id(states.get(hit.blog()).place(), hit.path()), hit);
            } else {
                read.put(hit, known);
            }
        }
        if (!missing.isEmpty()) {
            List<Object> documents = new ArrayList<>();
            missing.forEach((id, hit) -> documents.add(Map.of(
                    "_id",
                    id,
                    "routing",
                    SiteDocuments.id(states.get(hit.blog()).site()))));
            read(documents).forEach((id, block) -> read.put(Objects.requireNonNull(missing.get(id)), block));
        }
        return hits.stream()
                .filter(read::containsKey)
                .map(hit -> new Candidate(hit.blog(), Objects.requireNonNull(read.get(hit))))
                .toList();
    }

    /// The first value of a field that was asked for.
    private static String value(JsonObject hit, String field) {
        return Answers.at(hit, "fields").get(field) instanceof JsonArray values
                        && !values.isEmpty()
                        && values.getFirst() instanceof JsonString text
                ? text.getString()
                : "";
    }

    private Map<String, PostBlock> read(List<Object> documents) throws IOException {
        JsonObject answer = client.read(
                "POST",
                "/" + ClusterSchema.posts(options) + "/_mget",
                Map.of("_source_includes", ClusterSchema.BLOCK + "," + ClusterSchema.HASH, "realtime", "false"),
                Answers.line(Map.of("docs", documents)));
        Map<String, PostBlock> read = new HashMap<>();
        if (answer != null && answer.get("docs") instanceof JsonArray found) {
            for (JsonObject one : found.getValuesAs(JsonObject.class)) {
                if (one.containsKey("error")) {
                    ensureWhole(one);
                }
                if (one.getBoolean("found", false)) {
                    JsonObject source = Answers.at(one, "_source");
                    PostBlock block = decoded(source);
                    read.put(Answers.text(one, "_id"), block);
                    blocks.put(Answers.text(source, ClusterSchema.HASH), block);
                }
            }
        }
        return read;
    }

    @Override
    public List<PostBlock> posts(Collection<String> addresses, State state) throws IOException {
        Map<String, Object> search = Map.of(
                "size",
                MOST_ADDRESSES,
                "_source",
                List.of(ClusterSchema.BLOCK),
                "query",
                Map.of(
                        "bool",
                        Map.of(
                                "filter",
                                List.of(
                                        Map.of("term", Map.of(ClusterSchema.PLACE, state.place())),
                                        Map.of("terms", Map.of(ClusterSchema.ADDRESSES, List.copyOf(addresses)))))));
        List<PostBlock> posts = new ArrayList<>();
        for (JsonObject hit :
                hits(search(List.of(state), List.of(Answers.line(search))).getFirst())) {
            posts.add(decoded(Answers.at(hit, "_source")));
        }
        return posts;
    }

    private static PostBlock decoded(JsonObject source) throws IOException {
        return BlockCodec.read(new BytesRef(Base64.getDecoder().decode(Answers.text(source, ClusterSchema.BLOCK))));
    }

    @Override
    public void forEach(State state, Consumer<PostBlock> take) throws IOException {
        forEach(state.site(), state.place(), take);
    }

    /// Posts by their ids; those that are there.
    List<PostBlock> read(@Nullable String site, List<String> ids) throws IOException {
        List<PostBlock> posts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PAGE) {
            List<Object> documents = new ArrayList<>();
            for (String id : ids.subList(from, Math.min(from + PAGE, ids.size()))) {
                documents.add(Map.of("_id", id, "routing", SiteDocuments.id(site)));
            }
            posts.addAll(read(documents).values());
        }
        return posts;
    }

    /// All posts of a filling, in the order of their paths.
    void forEach(@Nullable String site, String place, Consumer<PostBlock> take) throws IOException {
        String last = null;
        List<JsonObject> page;
        do {
            Map<String, Object> search = new HashMap<>(Map.of(
                    "size",
                    PAGE,
                    "track_total_hits",
                    false,
                    "_source",
                    List.of(ClusterSchema.BLOCK),
                    "docvalue_fields",
                    List.of(ClusterSchema.PATH),
                    "sort",
                    List.of(Map.of(ClusterSchema.PATH, "asc")),
                    "query",
                    Map.of("term", Map.of(ClusterSchema.PLACE, place))));
            if (last != null) {
                search.put("search_after", List.of(last));
            }
            JsonObject answer = client.read(
                    "POST",
                    "/" + ClusterSchema.posts(options) + "/_search",
                    Map.of("routing", SiteDocuments.id(site), "allow_partial_search_results", "false"),
                    Answers.line(search));
            page = answer == null ? List.of() : hits(answer);
            for (JsonObject hit : page) {
                take.accept(decoded(Answers.at(hit, "_source")));
                last = value(hit, ClusterSchema.PATH);
            }
        } while (page.size() == PAGE);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    /// A post that was found.
    ///
    /// @param blog  the number of its blog among those that were asked
    /// @param hash  of its block
    private record Hit(int blog, String hash, String path) {}
}
