package dev.anchorage.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Readers who ask what readers ask, so many a second in all, each request on time however late the last answer is.
record PatientReaders(URI service, List<String> words, int perSecond) {
    private static final int QUERIES = 400;

    /// What they saw.
    ///
    /// @param millis  from when a request was due to the end of its answer, sorted
    /// @param failures  requests without an answer, or with another status than 200
    record Seen(List<Double> millis, List<String> failures) {
        double percentile(double part) {
            return millis.get((int) Math.min(millis.size() - 1L, Math.round(part * millis.size())));
        }
    }

    Seen ask(Duration time) throws InterruptedException {
        List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        Random random = new Random(1);
        long start = System.nanoTime();
        int requests = Math.toIntExact(time.toSeconds() * perSecond);
        List<Thread> waiting = new ArrayList<>();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < requests; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            URI address = service.resolve(path(random.nextInt(QUERIES)));
            waiting.add(Thread.startVirtualThread(() -> ask(client, address, due, millis, failures)));
        }
        for (Thread thread : waiting) {
            thread.join();
        }
        client.close();
        return new Seen(millis.stream().sorted().toList(), List.copyOf(failures));
    }

    /// One of a few hundred queries, on the page or from the box.
    private String path(int number) {
        Random random = new Random(number);
        String query = words.get(random.nextInt(words.size())) + "+" + words.get(random.nextInt(words.size()));
        return random.nextBoolean() ? "/search?q=" + query : "/api/v1/search?typing=true&limit=4&q=" + query;
    }

    private static void ask(HttpClient client, URI address, long due, List<Double> millis, List<String> failures) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                failures.add(address + ": " + answer.statusCode());
            }
            millis.add((System.nanoTime() - due) / 1e6);
        } catch (Exception failed) {
            failures.add(address + ": " + failed);
        }
    }
}
