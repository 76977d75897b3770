package dev.anchorage.section;

import dev.anchorage.anchor.AnchorStyles;
import dev.anchorage.post.Body;
import dev.anchorage.post.Generator;
import dev.anchorage.post.Post;
import dev.anchorage.post.Visibility;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Cuts texts in tests.
final class Cut {
    private Cut() {}

    static SectionedPost markdown(String text) {
        return markdown("github-slugger", text);
    }

    static SectionedPost markdown(String generator, String text) {
        return split(new Generator(generator), post("posts/2024-03-01-a-post.md", null, new Body.Markdown(text, 1)));
    }

    static SectionedPost split(Generator generator, Post post) {
        return new SectionSplitter(AnchorStyles.of(generator)).split(post);
    }

    static Post post(String path, @Nullable String title, Body body) {
        return post(path, "/" + path, title, body);
    }

    static Post post(String path, String permalink, @Nullable String title, Body body) {
        return new Post(
                path,
                permalink,
                title,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                new Visibility.Published(null, null),
                body,
                List.of());
    }

    static Section section(SectionedPost post, String heading) {
        return post.sections().stream()
                .filter(section -> section.heading().equals(heading))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(heading + " is not in " + headings(post)));
    }

    static List<String> headings(SectionedPost post) {
        return post.sections().stream().map(Section::heading).toList();
    }
}
