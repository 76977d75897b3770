package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpLimitsTest {
    @Test
    void everyLimitIsDocumentedWithItsDefault() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/docs/configuration.md"))) {
            if (line.matches("\\| `[a-z-]+` \\| \\d.*")) {
                String[] cells = line.split("\\|", -1);
                documented.put(
                        cells[1].strip().replace("`", ""), cells[2].strip().replaceAll("\\D.*", ""));
            }
        }
        assertEquals(HttpLimits.names().keySet(), documented.keySet());
        HttpLimits.names().forEach((name, value) -> {
            if (value > 0 && !name.equals("cache-bytes")) {
                assertEquals(value.toString(), documented.get(name), name);
            }
        });
    }

    /// The page said 32 (issue 7).
    @Test
    void howManyCostlyQueriesAreLetInIsDocumented() throws IOException {
        String page = Files.readString(Path.of("src/docs/configuration.md"));
        assertTrue(page.contains("at most " + Workers.MOST_COSTLY + ", one after the other"));
        assertTrue(page.contains("only " + Workers.MOST_COSTLY + " are let in at once"));
    }

    @Test
    void whatIsNotGivenIsAsUsual() {
        HttpLimits limits = HttpLimits.of(Map.of("url-bytes", "100", "requests-per-second", "3"));
        assertEquals(100, limits.urlBytes());
        assertEquals(3, limits.perSecond());
        assertEquals(HttpLimits.defaults().headerBytes(), limits.headerBytes());
    }

    @ParameterizedTest
    @CsvSource({"url-bytes, 0", "url-bytes, -1", "url-bytes, many", "url-bytes, 9999999999", "urls, 1"})
    void whatIsNoLimitIsASentence(String name, String value) {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> HttpLimits.of(Map.of(name, value)));
        assertTrue(String.valueOf(wrong.getMessage()).contains("expected"), wrong.getMessage());
    }
}
