package dev.anchorage.section;

import dev.anchorage.anchor.AnchorStyles;
import dev.anchorage.post.Generator;
import dev.anchorage.post.PostFormatException;
import dev.anchorage.post.PostOptions;
import dev.anchorage.post.PostReader;
import dev.anchorage.section.HostilePosts.Hostile;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;

/// Reads hostile posts one by one in a process of its own, whose heap its starter has bounded.
final class HostileReading {
    /// As deep as the stack of the threads that index.
    private static final long STACK_BYTES = 64L << 20;

    private static final int MEGABYTE = 1_000_000;
    private static final List<String> GENERATORS =
            AnchorStyles.names().stream().sorted().toList();

    private double worstSeconds;
    private String worst = "";
    private int tried;
    private int overPromise;

    private HostileReading() {}

    /// Arguments: the first seed, how many small posts, how many of 1 MB. Prints one line; an error ends it with 1.
    public static void main(String[] arguments) throws InterruptedException {
        long seed = Long.parseLong(arguments[0]);
        int small = Integer.parseInt(arguments[1]);
        int large = Integer.parseInt(arguments[2]);
        var reading = new HostileReading();
        Thread thread = new Thread(null, () -> reading.run(seed, small, large), "reading", STACK_BYTES);
        thread.setUncaughtExceptionHandler((failed, error) -> {
            error.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        thread.start();
        thread.join();
    }

    private void run(long seed, int small, int large) {
        for (String generator : GENERATORS) {
            read(
                    "warm-up",
                    generator,
                    new Hostile("warm-up", ".md", "# a\n\nb\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        System.gc();
        long base = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        worstSeconds = 0;
        tried = 0;
        for (int i = 0; i < small; i++) {
            attempt(seed + i, 50 + (int) ((seed + i) * 37 % 5_000));
        }
        for (int i = 0; i < large; i++) {
            attempt(seed + i, MEGABYTE);
        }
        System.out.printf(
                "base %d MB, limit %d MB, %d posts, worst %.2f s (%s), %d over 2 s%n",
                base, Runtime.getRuntime().maxMemory() >> 20, tried, worstSeconds, worst, overPromise);
    }

    private void attempt(long seed, int size) {
        String generator = GENERATORS.get((int) (seed % GENERATORS.size()));
        Hostile post = HostilePosts.of(seed, size);
        read(
                "seed " + seed + ", " + size + " bytes, " + post.kind() + ", " + generator + post.extension(),
                generator,
                post);
    }

    private void read(String name, String generator, Hostile post) {
        Generator builder = post.extension().equals(".html")
                ? new Generator("none", Map.of("builder", "html"))
                : new Generator(generator);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            var read = new PostReader(PostOptions.of(builder)).read("2020-01-02-a" + post.extension(), post.bytes());
            if (new SectionSplitter(AnchorStyles.of(builder))
                    .split(read)
                    .sections()
                    .isEmpty()) {
                throw new AssertionError("no sections: " + name);
            }
        } catch (PostFormatException named) {
            // Refused by name, which is an answer.
        } catch (RuntimeException | Error failed) {
            throw new AssertionError(name, failed);
        }
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        tried++;
        if (seconds > 2) {
            overPromise++;
            System.out.printf("%.2f s: %s%n", seconds, name);
        }
        if (seconds > worstSeconds) {
            worstSeconds = seconds;
            worst = name;
        }
    }
}
