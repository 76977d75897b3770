package dev.anchorage.section;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.anchorage.anchor.AnchorStyles;
import dev.anchorage.post.Generator;
import dev.anchorage.post.Post;
import dev.anchorage.post.PostFormatException;
import dev.anchorage.post.PostOptions;
import dev.anchorage.post.PostReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Jazzer's target: bytes that a fuzzer makes up. In a build the kept inputs are read; `JAZZER_FUZZ=1` looks for more.
class PostFuzzTest {
    private static final List<String> EXTENSIONS = List.of(".md", ".mdx", ".html");
    private static final List<Generator> GENERATORS =
            AnchorStyles.names().stream().sorted().map(Generator::new).toList();
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    /// The first byte chooses the generator, the second the kind of file.
    @FuzzTest(maxDuration = "10m")
    void anyBytesAreReadAndCut(byte[] input) {
        if (input.length < 2) {
            return;
        }
        Generator generator = GENERATORS.get(Byte.toUnsignedInt(input[0]) % GENERATORS.size());
        String path = "blog/2020-01-02-a" + EXTENSIONS.get(Byte.toUnsignedInt(input[1]) % EXTENSIONS.size());
        byte[] bytes = Arrays.copyOfRange(input, 2, input.length);
        Post post;
        try {
            post = new PostReader(PostOptions.of(generator)).read(path, bytes);
        } catch (PostFormatException named) {
            assertFalse(named.problem().message().isBlank());
            return;
        }
        assertTrue(post.permalink().chars().allMatch(c -> c > ' ' && c < 0x7F), post.permalink());
        assertFalse(saysDraft(bytes) && post.visibility().isVisibleAt(NOW), "a draft is visible");
        SectionedPost cut = new SectionSplitter(AnchorStyles.of(generator)).split(post);
        assertFalse(cut.sections().isEmpty());
        assertFalse(cut.title().isBlank()
                && post.body().text().isBlank()
                && cut.title().length() > 1);
    }

    private static boolean saysDraft(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.ISO_8859_1);
        return start.startsWith("---\ndraft: true\n") || start.startsWith("+++\ndraft = true\n");
    }
}
