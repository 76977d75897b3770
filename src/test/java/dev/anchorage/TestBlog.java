package dev.anchorage;

import dev.anchorage.anchor.AnchorStyles;
import dev.anchorage.archive.Archive;
import dev.anchorage.archive.ArchiveOptions;
import dev.anchorage.index.IndexOptions;
import dev.anchorage.index.IndexProgress;
import dev.anchorage.index.IndexReport;
import dev.anchorage.index.Indexer;
import dev.anchorage.post.ContentRoot;
import dev.anchorage.post.DetectedGenerator;
import dev.anchorage.post.Generator;
import dev.anchorage.post.GeneratorDetector;
import dev.anchorage.post.PostOptions;
import dev.anchorage.post.PostReader;
import dev.anchorage.section.SectionSplitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// An archive on disk with its index, for tests: write posts, bring the index up to date, ask.
public final class TestBlog {
    /// The archives and ground truth that lie beside some checkouts.
    public static final Path SHARED = Path.of("../shared");

    private final Path posts;
    private final Path index;
    private Generator generator = new Generator("sphinx");
    private ContentRoot contentRoot = ContentRoot.SAME;
    private @Nullable String defaultLanguage = "en";
    private boolean hasLocationHierarchy;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    /// @param folder  an empty one
    public TestBlog(Path folder) throws IOException {
        this(Files.createDirectories(folder.resolve("posts")), folder.resolve("index"));
    }

    /// An archive that is there already.
    public TestBlog(Path posts, Path index) {
        this.posts = posts;
        this.index = index;
    }

    public Path posts() {
        return posts;
    }

    public Path index() {
        return index;
    }

    public TestBlog builtBy(Generator other) {
        generator = other;
        return this;
    }

    /// By what the archive tells of its generator.
    public TestBlog builtAsSeen() throws IOException {
        DetectedGenerator seen =
                GeneratorDetector.detect(posts.toRealPath(), archive().scan().files());
        generator = seen.generator();
        contentRoot = seen.contentRoot();
        return this;
    }

    /// Its posts are in the language that each says, or its text.
    public TestBlog inAnyLanguage() {
        defaultLanguage = null;
        return this;
    }

    public TestBlog withLocationHierarchy() {
        hasLocationHierarchy = true;
        return this;
    }

    public TestBlog at(Instant moment) {
        now = moment;
        return this;
    }

    public TestBlog write(String path, String text) throws IOException {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestBlog write(String path, byte[] bytes) throws IOException {
        Path file = posts.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return this;
    }

    public TestBlog delete(String path) throws IOException {
        Files.delete(posts.resolve(path));
        return this;
    }

    public IndexReport update() throws IOException {
        return update(false, false);
    }

    public IndexReport update(boolean isFull, boolean isShrinkAllowed) throws IOException {
        return indexer(options(isFull, isShrinkAllowed)).update(archive());
    }

    public IndexOptions options(boolean isFull, boolean isShrinkAllowed) {
        return new IndexOptions(
                index,
                isFull,
                isShrinkAllowed,
                generator.name(),
                defaultLanguage,
                hasLocationHierarchy,
                now,
                0,
                null,
                IndexProgress.NONE,
                true);
    }

    public Indexer indexer(IndexOptions options) {
        return new Indexer(reader(), new SectionSplitter(AnchorStyles.of(generator)), options);
    }

    public PostReader reader() {
        return new PostReader(PostOptions.of(generator)
                .withContentRoot(contentRoot)
                .withDefaultLanguage(defaultLanguage)
                .withLocationHierarchy(hasLocationHierarchy));
    }

    public Archive archive() throws IOException {
        return new Archive(posts, ArchiveOptions.defaults());
    }

    /// The same posts with another index.
    public TestBlog indexedIn(Path other) {
        return new TestBlog(posts, other).builtBy(generator).at(now);
    }

    /// A file or folder of the shared archives; a test without it is skipped, and says so on standard error.
    public static Path shared(String path) {
        Path shared = SHARED.resolve(path);
        if (!Files.exists(shared)) {
            System.err.println("NOT TESTED against real input: " + shared + " is not beside this checkout");
        }
        Assumptions.assumeTrue(Files.exists(shared), shared::toString); // the project builds and passes without them
        return shared;
    }
}
