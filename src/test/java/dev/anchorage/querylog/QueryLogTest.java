package dev.anchorage.querylog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.archive.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Readers are numbers here, and time goes only when a test says so.
final class QueryLogTest {
    private static final Outcome FOUND = new Outcome(7, null);
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    private final List<String> complaints = new ArrayList<>();
    private Path folder = Path.of("unset");
    private QueryLog log;

    @BeforeEach
    void start(@TempDir Path parent) {
        folder = parent.resolve("queries");
        log = log(3, 90);
    }

    private QueryLog log(int minClients, int keptDays) {
        return new QueryLog(
                new QueryLogOptions(folder, minClients, keptDays),
                complaints::add,
                clock(),
                () -> now.get().toEpochMilli() * 1_000_000);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    private void pass(Duration time) {
        now.updateAndGet(moment -> moment.plus(time));
    }

    private void ask(int client, String query) {
        log.asked(address(client), query, FOUND, 12);
    }

    private static byte[] address(int client) {
        return new byte[] {(byte) 203, 0, 113, (byte) client};
    }

    private List<QueryCount> written() throws IOException {
        List<QueryCount> counts = new ArrayList<>();
        try {
            new CountFiles(new QueryLogOptions(folder, 1, 1)).read(LocalDate.MIN, counts::add, Assertions::assertNull);
        } catch (NoSuchFileException nothing) {
            assertFalse(Files.exists(folder));
        }
        return counts;
    }

    private List<String> queries() throws IOException {
        return written().stream().map(QueryCount::query).toList();
    }

    @Test
    void queriesOfTooFewClientsNeverReachTheDisk() throws IOException {
        ask(1, "my own name");
        ask(2, "my own name");
        for (int times = 0; times < 50; times++) {
            pass(Duration.ofMinutes(1));
            ask(1, "my own name");
            log.write(false);
        }
        log.close();
        assertFalse(Files.exists(folder), "not even an empty file");
    }

    @Test
    void whatEnoughClientsAskIsCountedFromTheirFirstTimeOn() throws IOException {
        ask(1, "Field  Museum");
        ask(2, " field museum\n");
        log.write(true);
        assertEquals(List.of(), written());
        ask(3, "FIELD MUSEUM");
        log.write(true);
        assertEquals(List.of(new QueryCount("field museum", 3, FOUND, 12, Map.of())), written());
        ask(1, "field museum");
        log.write(true);
        assertEquals(List.of(3L, 1L), written().stream().map(QueryCount::asked).toList());
    }

    @Test
    void stepsOfTypingAreOneQueryAndACorrectionIsTwo() throws IOException {
        for (int client = 1; client <= 3; client++) {
            for (String step : List.of("m", "mu", "mus", "musu", "musue", "musuem", "muse", "museum")) {
                ask(client, step);
                pass(Duration.ofMillis(150));
            }
        }
        pass(Duration.ofSeconds(5));
        log.write(false);
        assertEquals(
                List.of("musuem", "museum").stream().sorted().toList(),
                queries().stream().sorted().toList());
    }

    @Test
    void ranksOfChosenHitsAreCountedForQueriesThatWereAsked() throws IOException {
        for (int client = 1; client <= 3; client++) {
            ask(client, "tides");
            log.chosen(address(client), "Tides", client == 1 ? 4 : 1);
            log.chosen(address(client), "never asked", 1);
            log.chosen(address(client), "tides", 101);
        }
        log.write(false);
        assertEquals(List.of(new QueryCount("tides", 3, FOUND, 12, Map.of(1, 2, 4, 1))), written());
    }

    @Test
    void atMidnightClientsAreForgottenSoThatADayMustHaveEnough() throws IOException {
        ask(1, "tides");
        ask(2, "tides");
        pass(Duration.ofDays(1));
        log.write(false);
        ask(3, "tides");
        log.write(true);
        assertEquals(List.of(), written());
    }

    @Test
    void oneSaltTellsNothingAboutAnother() {
        Salt today = new Salt();
        assertEquals(today.of(address(1)), today.of(address(1)));
        assertNotEquals(today.of(address(1)), today.of(address(2)));
        assertNotEquals(today.of(address(1)), new Salt().of(address(1)));
    }

    @Test
    void whatIsTooLongOrEmptyIsNotCounted() throws IOException {
        log = log(1, 90);
        ask(1, "x".repeat(121));
        ask(2, " \t ");
        ask(3, "\u202eevil\u0000 ");
        log.close();
        assertEquals(List.of("evil"), queries());
    }

    @Test
    void manyQueriesOfManyClientsTakeBoundedMemoryAndPushOutTheOldest() throws IOException {
        log = log(1, 90);
        for (int i = 0; i < 30_000; i++) {
            log.asked(new byte[] {1, (byte) (i >> 16), (byte) (i >> 8), (byte) i}, "query " + i, FOUND, 0);
        }
        log.close();
        assertEquals(30_000, queries().size(), "nothing that may be told is lost");
    }

    @Test
    void nothingIsLostWhenTheLogIsClosedWhileItIsWritten() throws IOException {
        for (int round = 0; round < 50; round++) {
            log = log(1, 90);
            log.writeEach(Duration.ofNanos(1));
            for (int i = 0; i < 20; i++) {
                ask(i, "tides " + round + " " + i);
                pass(Duration.ofSeconds(10));
            }
            log.close();
        }
        assertEquals(List.of(), complaints);
        assertEquals(1_000, queries().size());
    }

    @Test
    void daysThatAreTooLongAgoGo() throws IOException {
        log = log(1, 2);
        for (int day = 0; day < 4; day++) {
            ask(1, "tides " + day);
            log.write(true);
            pass(Duration.ofDays(1));
        }
        assertEquals(List.of("tides 2", "tides 3"), queries());
    }

    @Test
    void aDaysFileThatIsFullIsSaidOnceAndStaysAsItIs() throws IOException {
        log = log(1, 90);
        Files.createDirectories(folder);
        Path file = folder.resolve("queries-" + DAY + ".jsonl");
        Files.write(file, new byte[(int) CountFiles.MAX_BYTES]);
        for (int i = 0; i < 3; i++) {
            ask(i, "tides " + i);
            log.write(true);
        }
        assertEquals(CountFiles.MAX_BYTES, Files.size(file));
        assertEquals(1, complaints.size());
        assertTrue(complaints.getFirst().contains("has reached 1 MiB"), complaints.toString());
    }

    @Test
    void aFolderThatCantBeWrittenIsOneSentence() throws IOException {
        log = log(1, 90);
        Files.writeString(folder, "a file");
        ask(1, "tides");
        log.close();
        assertEquals(1, complaints.size());
        assertTrue(complaints.getFirst().startsWith("queries can't be counted in "), complaints.toString());
    }

    @Test
    void brokenLinesAreNamedAndPassedOver() throws IOException {
        log = log(1, 90);
        ask(1, "tides");
        log.close();
        Path file = folder.resolve("queries-" + DAY + ".jsonl");
        Files.write(
                file,
                Stream.of(
                                "{\"query\":\"half\",\"as",
                                "",
                                "[]",
                                "{\"query\":\"x\",\"asked\":\"often\"}",
                                "{\"asked\":3}",
                                "{\"query\":\"x\",\"asked\":1,\"chosen\":{\"first\":1}}",
                                "{\"query\":\"y\",\"asked\":1} trailing",
                                "[".repeat(3_000),
                                "{\"query\":\"moon\",\"asked\":2,\"later\":{\"more\":[1]}}")
                        .toList(),
                StandardOpenOption.APPEND);
        List<QueryCount> counts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        new CountFiles(new QueryLogOptions(folder, 1, 1)).read(DAY, counts::add, problems::add);
        assertEquals(
                List.of("tides", "moon"), counts.stream().map(QueryCount::query).toList());
        assertEquals(
                List.of(2, 3, 4, 5, 6, 7, 8, 9),
                problems.stream().map(Problem::line).toList());
        assertEquals(
                "queries-2026-11-22.jsonl:2: this is no count of a query, and is left out",
                problems.getFirst().toString());
    }
}
