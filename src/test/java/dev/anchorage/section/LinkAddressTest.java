package dev.anchorage.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /2024/fjords/                              | /2024/fjords
            /2024/Fjords/index.html#Day%201            | /2024/fjords#Day 1
            ../lofoten.html?ref=rss#food               | /2024/lofoten#food
            https://blog.example/2023/oban/            | /2023/oban
            other.md#food                              | file:/posts/2024/other.md#food
            ../2023/oban.md                            | file:/posts/2023/oban.md
            @/2023/oban.md                             | file:/2023/oban.md
            """)
    void aLinkHasOneAddressHoweverItIsWritten(String link, String address) {
        assertEquals(Optional.of(address), of(link));
    }

    @ParameterizedTest
    @CsvSource({
        "#food",
        "https://elsewhere.example/2023/oban/",
        "mailto:a@blog.example",
        "{{< ref oban >}}",
        "//cdn.example/x",
        "/2024/bergen/#food",
        "bergen.md"
    })
    void linksToTheSamePostAndOutOfTheSiteHaveNone(String link) {
        assertTrue(of(link).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"/2024/bergen", "file:/posts/2024/bergen.md", "file:/2024/bergen.md", "file:/bergen.md"})
    void aPostAnswersToItsPermalinkAndToItsFile(String address) {
        assertTrue(LinkAddress.of("posts/2024/bergen.md", "https://blog.example/2024/bergen/")
                .contains(address));
    }

    private static Optional<String> of(String link) {
        return LinkAddress.of(new Link(link, 1), "posts/2024/bergen.md", "https://blog.example/2024/bergen/");
    }
}
