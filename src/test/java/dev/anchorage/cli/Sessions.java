package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/// Runs what the documentation shows after `$ `, and holds what is said against what is shown below.
///
/// `./anchorage` runs in this process, on the sample archive and an index of its own for each page; a page may leave
/// out what is said on standard error. `curl` asks a service that is started for it. JSON in answers is compared field
/// by field: a page may leave fields out, and `"…"` stands for any value, at the end of a list for more of it.
final class Sessions implements AutoCloseable {
    static final String KEY = "the key of the docs";

    private static final String SERVICE = "http://127.0.0.1:8080";
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private final Path folder;
    private int pages;
    private @Nullable Serving service;

    Sessions(Path folder) {
        this.folder = folder;
    }

    /// Runs all sessions of one page, one after the other.
    void run(List<String> page) throws Exception {
        Path index = folder.resolve("index" + pages++);
        if (!page.getFirst().startsWith("$ ./anchorage index")) {
            anchorage(index, List.of("index", "--quiet"));
        }
        for (String session : page) {
            for (String step : session.split("(?m)^\\$ ", -1)) {
                if (!step.isBlank()) {
                    String[] commandAndShown = step.split("\n", 2);
                    step(index, commandAndShown[0], commandAndShown[1].stripTrailing());
                }
            }
        }
    }

    private void step(Path index, String command, String shown) throws Exception {
        List<String> words = words(command);
        switch (words.removeFirst()) {
            case "./anchorage" -> {
                Cli cli = anchorage(index, words);
                boolean isOutOnly = shown.equals(cli.out().stripTrailing());
                assertEquals(shown, isOutOnly ? shown : (cli.out() + cli.err()).stripTrailing(), command);
            }
            case "curl" -> assertShown(value(shown), value(curl(words)), command);
            default -> throw new AssertionError("no test runs this: " + command);
        }
    }

    private static Object value(String text) throws IOException {
        return text.startsWith("{") ? JSON.std.anyFrom(text) : text.stripTrailing();
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        WORD.matcher(command)
                .results()
                .forEach(word -> words.add(
                        word.group(1) != null
                                ? word.group(1)
                                : expanded(word.group(2) != null ? word.group(2) : word.group(3))));
        return words;
    }

    /// Only between single quotes a shell leaves variables as they are.
    private static String expanded(String word) {
        return word.replace("$ANCHORAGE_KEY", KEY);
    }

    private static Cli anchorage(Path index, List<String> words) {
        List<String> arguments = new ArrayList<>(words);
        arguments.add(1, "--index=" + index);
        return Cli.run(arguments.toArray(String[]::new));
    }

    /// As `curl` does it, for `-X METHOD`, `-H 'Name: value'` and an address of the service.
    private String curl(List<String> words) throws Exception {
        String method = "GET";
        List<String> headers = new ArrayList<>();
        String path = "";
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-X" -> method = words.get(++i);
                case "-H" -> headers.addAll(List.of(words.get(++i).split(": ", 2)));
                default -> path = path(words.get(i));
            }
        }
        String[] fields = headers.toArray(String[]::new);
        return (method.equals("GET") ? service().get(path, fields) : service().post(path, fields)).body();
    }

    private static String path(String address) {
        assertTrue(address.startsWith(SERVICE), address);
        return address.substring(SERVICE.length());
    }

    private Serving service() throws Exception {
        if (service == null) {
            service = Serving.start(Map.of("ANCHORAGE_KEY", KEY), "--index=" + folder.resolve("service"));
        }
        return service;
    }

    private static void assertShown(@Nullable Object shown, @Nullable Object said, String where) {
        if (shown instanceof Map<?, ?> fields) {
            Map<?, ?> found = said instanceof Map<?, ?> map ? map : Map.of();
            fields.forEach((name, value) -> {
                assertTrue(found.containsKey(name), () -> where + " has no " + name);
                assertShown(value, found.get(name), where + " " + name);
            });
        } else if (shown instanceof List<?> items) {
            assertItems(items, said instanceof List<?> list ? list : List.of(), where);
        } else if (!"…".equals(shown)) {
            assertEquals(shown, said, where);
        }
    }

    private static void assertItems(List<?> shown, List<?> said, String where) {
        boolean isCut = !shown.isEmpty() && "…".equals(shown.getLast());
        int count = shown.size() - (isCut ? 1 : 0);
        assertTrue(isCut ? said.size() >= count : said.size() == count, () -> where + " has " + said.size() + " items");
        for (int i = 0; i < count; i++) {
            assertShown(shown.get(i), said.get(i), where + "[" + i + "]");
        }
    }

    @Override
    public void close() {
        if (service != null) {
            service.close();
        }
    }
}
