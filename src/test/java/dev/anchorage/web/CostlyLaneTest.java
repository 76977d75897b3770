package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What costs much holds up nobody who asks for what does not.
final class CostlyLaneTest {
    private static final String COSTLY = "/api/v1/search?q=tide&limit=100&offset=4";
    private static final String ORDINARY = "/api/v1/search?q=tide";

    /// Holds back what lies deep.
    private final Held held = new Held();

    private final Answers answers = new Answers() {
        private final SampleAnswers others = new SampleAnswers();

        @Override
        public SearchResponse to(SearchRequest request) {
            return request.offset() > 0 ? held.to(request) : others.to(request);
        }

        @Override
        public String version() {
            return held.version();
        }
    };

    @Test
    void onlySoManyWaitAndOthersAreAnsweredMeanwhile() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                WebServer server = SampleServer.start(SampleServer.OPTIONS, answers)) {
            URI address = SampleServer.address(server);
            List<CompletableFuture<HttpResponse<String>>> costly = new ArrayList<>();
            for (int i = 0; i <= Workers.MOST_COSTLY; i++) {
                costly.add(client.sendAsync(request(address, COSTLY + "00" + i), HttpResponse.BodyHandlers.ofString()));
            }
            HttpResponse<?> refused =
                    (HttpResponse<?>) CompletableFuture.anyOf(costly.toArray(CompletableFuture[]::new))
                            .get(30, TimeUnit.SECONDS);
            assertEquals(503, refused.statusCode());
            assertEquals("1", refused.headers().firstValue("Retry-After").orElse(""));
            assertEquals(200, get(client, address, ORDINARY).statusCode());
            held.letGo();
            int answered = 0;
            for (CompletableFuture<HttpResponse<String>> each : costly) {
                answered += each.get(30, TimeUnit.SECONDS).statusCode() == 200 ? 1 : 0;
            }
            assertEquals(Workers.MOST_COSTLY, answered);
        }
    }

    @Test
    void whatCostsMuchPushesNothingOutOfTheCache() throws Exception {
        held.letGo();
        try (HttpClient client = HttpClient.newHttpClient();
                WebServer server = SampleServer.start(SampleServer.OPTIONS, answers)) {
            URI address = SampleServer.address(server);
            String first = get(client, address, COSTLY + "000").body();
            assertEquals(first, get(client, address, COSTLY + "000").body());
            assertEquals(2, held.asked.get());
        }
    }

    private static HttpResponse<String> get(HttpClient client, URI address, String path) throws Exception {
        return client.send(request(address, path), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(URI address, String path) {
        return HttpRequest.newBuilder(address.resolve(path)).build();
    }
}
