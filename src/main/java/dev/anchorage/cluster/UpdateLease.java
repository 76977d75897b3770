package dev.anchorage.cluster;

import dev.anchorage.index.IndexRefusedException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The right to update a blog, which one process at a time has. It is prolonged while that process lives and ends by
/// itself soon after, however that ends; whose clock is wrong by more than the lease must not update.
final class UpdateLease implements AutoCloseable {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Pattern WRITTEN = Pattern.compile(
            "process \\d{1,10} on [A-Za-z0-9.-]{1,253} since \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    private final ClusterClient client;
    private final String path;
    private final String id = UUID.randomUUID().toString();
    private final String holder = "process " + ProcessHandle.current().pid() + " on " + host() + " since "
            + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Duration length;
    private final ReentrantLock prolongs = new ReentrantLock();
    private volatile @Nullable IOException lost;
    private volatile long end;
    private volatile Map<String, String> condition;
    private final Thread prolonging;

    private UpdateLease(ClusterClient client, String path, Map<String, String> condition, Duration length)
            throws IOException {
        this.client = client;
        this.path = path;
        this.condition = condition;
        this.length = length;
        prolong();
        prolonging = Thread.ofVirtual().name("lease").start(this::keep);
    }

    /// @param place  of the index, for messages
    /// @throws IndexRefusedException when somebody else has it
    static UpdateLease obtain(ClusterClient client, ClusterOptions options, @Nullable String site, String place)
            throws IOException {
        return obtain(client, options, site, place, LEASE);
    }

    /// @param length  after which it ends unless it is prolonged
    static UpdateLease obtain(
            ClusterClient client, ClusterOptions options, @Nullable String site, String place, Duration length)
            throws IOException {
        String path = "/" + ClusterSchema.states(options) + "/_doc/lease." + SiteDocuments.id(site);
        JsonObject found = client.read("GET", path, Map.of(), null);
        Map<String, String> condition = Map.of("op_type", "create");
        if (found != null && found.getBoolean("found", false)) {
            JsonObject lease = Answers.at(found, "_source");
            if (Answers.number(lease, "until") > System.currentTimeMillis()) {
                throw refusal(place, Answers.text(lease, "holder"));
            }
            condition = ifStill(found);
        }
        try {
            return new UpdateLease(client, path, condition, length);
        } catch (ConflictException faster) {
            throw refusal(place, "");
        }
    }

    private static Map<String, String> ifStill(JsonObject found) {
        return Map.of(
                "if_seq_no",
                Long.toString(Answers.number(found, "_seq_no")),
                "if_primary_term",
                Long.toString(Answers.number(found, "_primary_term")));
    }

    /// Only what looks exactly like our own words is repeated to the reader.
    private static IndexRefusedException refusal(String place, String holder) {
        Matcher words = WRITTEN.matcher(holder);
        return new IndexRefusedException("the index in " + place + " is being updated by "
                + (words.matches() ? holder : "another process") + "; try again when it is done");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    private void prolong() throws IOException {
        long begun = System.nanoTime();
        long until = System.currentTimeMillis() + length.toMillis();
        String lease = Answers.line(Map.of("id", id, "holder", holder, "until", until));
        JsonObject written;
        try {
            written = client.write("PUT", path, condition, lease);
        } catch (ConflictException conflict) {
            written = client.read("GET", path, Map.of(), null); // an answer may have got lost
            if (written == null || !id.equals(Answers.text(Answers.at(written, "_source"), "id"))) {
                throw conflict;
            }
        }
        if (written == null) {
            throw new IOException("the index of states is gone");
        }
        condition = ifStill(written);
        end = begun + length.toNanos();
    }

    private boolean isOver() {
        return System.nanoTime() - end > 0;
    }

    private void keep() {
        try {
            while (lost == null) {
                Thread.sleep(length.dividedBy(4));
                prolongAlone(true);
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    /// @param isEarly  whether to do so before it is over, too
    private void prolongAlone(boolean isEarly) throws InterruptedException {
        prolongs.lockInterruptibly();
        try {
            if (lost == null && (isEarly || isOver())) {
                prolong();
            }
        } catch (IOException failed) {
            lost = failed;
        } finally {
            prolongs.unlock();
        }
    }

    /// Waits when it is over and could not be prolonged yet, since others may have it by now.
    ///
    /// @throws IOException when it was lost: others may update now
    void ensureHeld() throws IOException {
        try {
            while (lost == null && isOver()) {
                prolongAlone(false);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("the update was stopped", stopped);
        }
        IOException reason = lost;
        if (reason != null) {
            throw new IOException("the update was given up, since its lease could not be prolonged", reason);
        }
    }

    /// Others need not wait for its end.
    @Override
    public void close() {
        prolonging.interrupt();
        try {
            prolonging.join(LEASE);
            client.read("DELETE", path, condition, null);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (IOException unreachable) {
            // It ends by itself.
        }
    }
}
