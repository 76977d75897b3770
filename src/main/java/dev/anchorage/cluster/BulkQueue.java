package dev.anchorage.cluster;

import dev.anchorage.search.AwayException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sends changes of posts to the cluster, many at a time. Who adds one waits while a full batch is sent, so that nobody
/// reads posts faster than they are taken. What the cluster has no room for now is sent again. Thread-safe.
final class BulkQueue {
    private static final int MOST_CHARS = 4 << 20;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final ClusterClient client;
    private final ClusterOptions options;
    private final String path;
    private final UpdateLease lease;

    /// By id, so that of several changes of one post only the last is sent.
    private Map<String, String> waiting = new LinkedHashMap<>();

    private int chars;

    BulkQueue(ClusterClient client, ClusterOptions options, UpdateLease lease) {
        this.client = client;
        this.options = options;
        this.lease = lease;
        path = "/" + ClusterSchema.posts(options) + "/_bulk";
    }

    /// Replaces a post.
    ///
    /// @param document  in one line
    synchronized void index(String id, String routing, String document) throws IOException {
        add(id, Answers.lines(Answers.line(Map.of("index", Map.of("_id", id, "routing", routing))), document));
    }

    /// Removes a post.
    synchronized void delete(String id, String routing) throws IOException {
        add(id, Answers.lines(Answers.line(Map.of("delete", Map.of("_id", id, "routing", routing)))));
    }

    private void add(String id, String lines) throws IOException {
        waiting.put(id, lines);
        chars += lines.length();
        if (chars >= MOST_CHARS) {
            flush();
        }
    }

    /// Sends what waits, and returns when the cluster has all of it, on every copy that is there.
    ///
    /// @throws IOException when it didn't take something
    synchronized void flush() throws IOException {
        List<String> left = new ArrayList<>(waiting.values());
        waiting = new LinkedHashMap<>();
        chars = 0;
        long end = System.nanoTime() + options.patience().toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (!left.isEmpty()) {
            lease.ensureHeld();
            List<String> rejected = send(left);
            if (!rejected.isEmpty()) {
                if (System.nanoTime() - end > 0) {
                    throw new AwayException("the cluster has no room for " + rejected.size() + " changes of posts");
                }
                ClusterClient.pause(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
            left = rejected;
        }
    }

    /// @return the changes that are to be sent again
    private List<String> send(List<String> changes) throws IOException {
        JsonObject answer = client.write("POST", path, Map.of(), String.join("", changes));
        if (answer == null || !(answer.get("items") instanceof JsonArray items) || items.size() != changes.size()) {
            throw new IOException("the cluster's answer to changes of posts has not all parts");
        }
        List<String> rejected = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            JsonObject result =
                    items.getJsonObject(i).values().iterator().next().asJsonObject();
            int status = (int) Answers.number(result, "status");
            boolean isDone = status < 300 || status == 404;
            if (!isDone && !ClusterClient.isOfTheMoment(status)) {
                JsonValue error = result.getOrDefault("error", JsonValue.NULL);
                throw ClusterException.refused(status, status + " " + Answers.reason(error));
            }
            if (!isDone) {
                rejected.add(changes.get(i));
            }
        }
        return rejected;
    }
}
