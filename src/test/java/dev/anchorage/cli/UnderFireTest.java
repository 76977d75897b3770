package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Readers are answered while hostile clients do what they can, in a process with 64 MB.
///
/// An answer that takes longer than 30 seconds is a failure; how long they took is printed.
///
/// By default few of them, with short limits. The whole promise, with the limits of a service as it comes, which takes
/// two minutes: `mvn test -Dtest=UnderFireTest -Dfire=10000`; `-Dfire.posts=DIR` takes another archive than `data`,
/// `-Dfire.rate=10000` has so many connect a second instead of 1,000, `-Dfire.only=IDLE` makes all of that kind,
/// `-Dfire.java=-XX:TieredStopAtLevel=1` gives the service's Java an option more, `-Dfire.addresses=10` has them come
/// from ten addresses (Linux), to each of which the limit of requests a second applies.
@Timeout(300)
final class UnderFireTest {
    private static final List<String> WORDS = List.of(
            "harbour", "museum", "ferry", "tide", "map", "train", "island", "boat", "clock", "port", "django", "the");
    private static final Pattern NUMBER = Pattern.compile("(?m)^anchorage_(\\w+) (\\S+)$");

    /// Who asks from this machine is not limited unless asked for.
    private static final String LIMITS =
            System.getProperty("fire.addresses") == null ? "connections=16000" : "requests-per-second=50";

    private static final String JAVA = System.getProperty("fire.java", "");

    private final int hostile = Integer.getInteger("fire", 300);
    private final boolean isWhole = System.getProperty("fire") != null;

    @Test
    void readersAreAnsweredAndHostileClientsDropped(@TempDir Path folder) throws Exception {
        String posts = System.getProperty("fire.posts", "data");
        try (Serving service = Serving.start(
                Map.of(
                        Serving.OPTIONS,
                        "-Xmx64m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError " + JAVA,
                        "ANCHORAGE_HOOK_SECRET",
                        "hush"),
                "--posts=" + posts,
                "--index=" + folder.resolve("index"),
                "--limits="
                        + (isWhole
                                ? LIMITS
                                : "header-seconds=1,no-request-seconds=2,answer-seconds=2,idle-seconds=2"))) {
            URI address = service.address();
            PatientReaders readers = new PatientReaders(address, WORDS, isWhole ? 40 : 20);
            readers.ask(Duration.ofSeconds(isWhole ? 15 : 2));
            PatientReaders.Seen before = readers.ask(Duration.ofSeconds(isWhole ? 15 : 2));
            Map<String, Double> quiet = numbers(service);
            Hostiles hostiles =
                    new Hostiles(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()), hostile);
            FutureTask<Void> attack = attack(hostiles);
            PatientReaders.Seen during = readers.ask(Duration.ofSeconds(isWhole ? 40 : 4));
            Map<String, Double> underFire = numbers(service);
            attack.get();
            int left = hostiles.left();
            service.await(
                    "connections to go",
                    () -> number(numbers(service), "open_files") <= number(quiet, "open_files") + 10);
            PatientReaders.Seen after = readers.ask(Duration.ofSeconds(isWhole ? 5 : 1));
            print(before, during, after, hostiles, List.of(quiet, underFire, numbers(service)));
            assertEquals(List.of(), during.failures());
            assertEquals(List.of(), after.failures());
            assertEquals(0, left, "hostile clients that were not dropped");
        }
    }

    private FutureTask<Void> attack(Hostiles hostiles) {
        Callable<Void> all = () -> {
            hostiles.attack(Duration.ofSeconds(isWhole ? 100 : 30));
            return null;
        };
        FutureTask<Void> attack = new FutureTask<>(all);
        Thread.ofPlatform().daemon().start(attack);
        return attack;
    }

    private static Map<String, Double> numbers(Serving service) throws Exception {
        Map<String, Double> numbers = new TreeMap<>();
        Matcher matcher = NUMBER.matcher(service.admin("/metrics").body());
        while (matcher.find()) {
            numbers.put(matcher.group(1), Double.valueOf(matcher.group(2)));
        }
        return numbers;
    }

    private static double number(Map<String, Double> numbers, String name) {
        return Objects.requireNonNull(numbers.get(name), name);
    }

    private static void print(
            PatientReaders.Seen before,
            PatientReaders.Seen during,
            PatientReaders.Seen after,
            Hostiles hostiles,
            List<Map<String, Double>> numbers)
            throws IOException {
        System.out.printf(Locale.ROOT, "%d hostile connections at once%n", hostiles.most());
        String[] names = {"before", "during", "after"};
        List<PatientReaders.Seen> seen = List.of(before, during, after);
        for (int i = 0; i < names.length; i++) {
            System.out.printf(
                    Locale.ROOT,
                    "%-7s %5d answers, %d failures, median %.1f ms, p99 %.1f ms; heap %.0f MB, threads %.0f, open"
                            + " files %.0f%n",
                    names[i],
                    seen.get(i).millis().size(),
                    seen.get(i).failures().size(),
                    seen.get(i).percentile(.5),
                    seen.get(i).percentile(.99),
                    number(numbers.get(i), "heap_used_bytes") / 1e6,
                    number(numbers.get(i), "threads"),
                    number(numbers.get(i), "open_files"));
        }
        hostiles.latest()
                .forEach((kind, time) -> System.out.printf(
                        Locale.ROOT, "%s: dropped after at most %.1f s%n", kind, time.toMillis() / 1e3));
    }
}
