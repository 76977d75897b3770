package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.anchorage.search.BadParameterException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.jr.ob.JSON;

/// `/api/openapi.json` says what the service does, and nothing else.
final class OpenApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static ArchiveServer archive;
    private static WebServer sample;
    private static Map<String, Object> description = Map.of();

    @BeforeAll
    static void start() throws Exception {
        archive = ArchiveServer.start(Path.of("data"), "github", 0);
        sample = SampleServer.start();
        description = JSON.std.mapFrom(
                get(archive.address(), "/api/openapi.json", "*/*").body());
    }

    @AfterAll
    static void stop() throws IOException {
        archive.close();
        sample.close();
    }

    @Test
    void everyRouteIsDescribedAndNoOther() {
        Map<String, String> described = new TreeMap<>();
        at(description, "paths").forEach((path, operations) -> {
            for (String method : List.of("get", "post")) {
                if (map(operations).containsKey(method)) {
                    described.put(path, method.toUpperCase(Locale.ROOT));
                }
            }
        });
        Map<String, String> answered = new TreeMap<>();
        sample.addresses()
                .forEach((path, method) -> answered.put(
                        path.replaceFirst("^/strings/[a-z]+\\.json$", "/strings/{language}.json"), method));
        assertEquals(answered, described);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            /api/v1/search?q=museum                       | */*
            /api/v1/search?q=musuem                       | */*
            /api/v1/search?q=zzzzzz                       | */*
            /api/v1/search                                | */*
            /api/v1/search?q=the&limit=2&typing=true      | */*
            /api/v1/search?q=the&sections=1&facets=tag    | */*
            /api/v1/search?after=never                    | */*
            /search.json?q=museum                         | */*
            /search?q=museum                              | text/html
            /search?q=museum                              | application/json
            /search?q=museum                              | application/atom+xml
            /                                             | text/html
            /search?after=never                           | text/html
            /search.atom?q=museum                         | */*
            /feed.atom                                    | */*
            /feed.atom?limit=x                            | */*
            /api/v1/suggest?q=mus                         | */*
            /api/v1/suggest?q=mus&format=opensearch       | */*
            /api/v1/suggest?q=mus                         | application/x-suggestions+json
            /api/v1/status                                | */*
            /api/openapi.json                             | */*
            /opensearch.xml                               | */*
            /health/live                                  | */*
            /anchorage-search.js                          | */*
            /strings/de.json                              | */*
            """)
    void whatIsAnsweredIsAsDescribed(String address, String accept) throws Exception {
        for (URI server : List.of(archive.address(), SampleServer.address(sample))) {
            if (server.equals(archive.address()) || !address.contains("status")) {
                checked(get(server, address, accept), address);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404",
        "/api/v1/search?limit=x, 400",
        "/api/v1/search?year=x, 400",
        "/api/v1/suggest?format=x, 400",
        "/api/v1/search?q=%ff, 400"
    })
    void whatGoesWrongIsAProblem(String address, int status) throws Exception {
        HttpResponse<String> answer = get(archive.address(), address, "*/*");
        assertEquals(status, answer.statusCode());
        assertEquals("application/problem+json", type(answer));
        assertEquals(List.of(), wrong("{\"$ref\":\"#/components/schemas/Problem\"}", answer.body()));
    }

    @Test
    void everyParameterThatIsDescribedChangesTheQuestion() throws BadParameterException {
        Map<String, String> values = Map.of(
                "limit", "3", "offset", "3", "typing", "true", "after", "2024", "before", "2024", "sort", "newest",
                "year", "2024", "facets", "tag", "summary", "false");
        String nothing = Question.of("", Map.of()).key();
        for (String name : parameters("/api/v1/search")) {
            Map<String, List<String>> asked = Map.of(name, List.of(values.getOrDefault(name, "1")));
            assertNotEquals(nothing, Question.of("", asked).key(), name);
        }
    }

    @Test
    void noParameterCountsThatIsNotDescribed() throws BadParameterException {
        Map<String, List<String>> asked = new HashMap<>();
        for (String name : at(description, "components", "parameters").keySet()) {
            asked.put(name, List.of());
        }
        assertEquals(asked.keySet(), union(parameters("/api/v1/search"), parameters("/api/v1/suggest")));
        assertEquals(
                Question.of("", Map.of()), Question.of("", Map.of("page", List.of("2"), "utm_source", List.of("x"))));
    }

    private static void checked(HttpResponse<String> answer, String address) throws Exception {
        String path =
                URI.create(address).getPath().replaceFirst("^/strings/[a-z]+\\.json$", "/strings/{language}.json");
        Map<String, Object> responses = at(description, "paths", path, "get", "responses");
        String status = Integer.toString(answer.statusCode());
        assertTrue(responses.containsKey(status), status + " is not described for " + path);
        Map<String, Object> response = resolved(map(responses.get(status)));
        Map<String, Object> content = at(response, "content");
        assertTrue(content.containsKey(type(answer)), type(answer) + " is not described for " + path);
        if (type(answer).contains("json")) {
            String schema = JSON.std.asString(at(content, type(answer), "schema"));
            assertEquals(List.of(), wrong(schema, answer.body()), address);
        }
    }

    private static List<?> wrong(String schema, String json) throws IOException {
        Map<String, Object> whole = new HashMap<>(JSON.std.mapFrom(schema));
        whole.put("components", at(description, "components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.std.asString(whole), InputFormat.JSON)
                .validate(json, InputFormat.JSON);
    }

    private static Set<String> parameters(String path) {
        Set<String> names = new TreeSet<>();
        for (Object parameter : (List<?>)
                Objects.requireNonNull(at(description, "paths", path, "get").get("parameters"))) {
            names.add(String.valueOf(resolved(map(parameter)).get("name")));
        }
        return names;
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    private static Map<String, Object> resolved(Map<String, Object> maybe) {
        Object reference = maybe.get("$ref");
        return reference == null
                ? maybe
                : at(description, ((String) reference).substring(2).split("/", -1));
    }

    private static Map<String, Object> at(Map<String, Object> start, String... keys) {
        Map<String, Object> here = start;
        for (String key : keys) {
            assertTrue(here.containsKey(key), key + " is not described");
            here = map(here.get(key));
        }
        return here;
    }

    @SuppressWarnings("unchecked") // JSON objects have text for keys
    private static Map<String, Object> map(@Nullable Object json) {
        return (Map<String, Object>) Objects.requireNonNull(json);
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("none");
    }

    private static HttpResponse<String> get(URI server, String address, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(address))
                .header("Accept", accept)
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
