package dev.anchorage.section;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.post.Generator;
import dev.anchorage.post.PostFormatException;
import dev.anchorage.post.PostOptions;
import dev.anchorage.post.PostReader;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The Rust blog is built by Zola, of which no pages are at hand: its authors' own links within posts are the measure.
class FragmentTruthTest {
    private static final Path BLOG = Path.of("../shared/archives/rust-blog");

    /// Links in Markdown. Those in HTML come from a table which a program wrote for GitHub's rule.
    private static final Pattern FRAGMENT = Pattern.compile("(?m)(?:\\]\\(|^\\[[^\\]\\n]+\\]: *)#([^\\s)]+)");

    @Test
    void linksWithinThePostsOfTheRustBlogLeadToHeadings() throws IOException, PostFormatException {
        TestBlog.shared("archives/rust-blog");
        Generator zola = new Generator("zola");
        PostReader reader = new PostReader(PostOptions.of(zola));
        int all = 0;
        int resolved = 0;
        List<Path> files;
        try (var tree = Files.walk(BLOG.resolve("content"))) {
            files = tree.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            SectionedPost post = Cut.split(zola, reader.read(file.getFileName().toString(), Files.readAllBytes(file)));
            Set<String> ids = new HashSet<>(post.otherIds());
            post.sections().forEach(section -> ids.add(section.anchor() == null ? "" : section.anchor()));
            for (MatchResult link :
                    FRAGMENT.matcher(post.post().body().text()).results().toList()) {
                all++;
                if (ids.contains(URLDecoder.decode(link.group(1), StandardCharsets.UTF_8))) {
                    resolved++;
                } else {
                    System.out.println("UNRESOLVED " + file.getFileName() + " #" + link.group(1));
                }
            }
        }
        System.out.printf("TRUTH fragments rust-blog (zola) %d of %d %.2f %%%n", resolved, all, 100.0 * resolved / all);
        assertTrue(resolved >= 0.98 * all);
    }
}
