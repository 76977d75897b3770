package dev.anchorage.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir
    Path root;

    @Test
    void postsInNestedFoldersAreListedByPath() throws IOException {
        write("b.md", "2020/a.markdown", "2020/05/c.MDX", "a/z.md", "notes.txt", "picture.png");
        assertEquals(List.of("2020/05/c.MDX", "2020/a.markdown", "a/z.md", "b.md"), paths());
    }

    @Test
    void whatToolsLeaveInTheFolderIsNoPost() throws IOException {
        write(".git/a.md", ".hidden.md", "node_modules/x/README.md", "_site/a.md", "_posts/kept.md", "_drafts/kept.md");
        assertEquals(List.of("_drafts/kept.md", "_posts/kept.md"), paths());
    }

    @Test
    void foldersOfTheGeneratorAreNoPostsBesideItsConfiguration() throws IOException {
        write("archetypes/default.md", "content/themes/kept.md");
        assertEquals(2, paths().size());
        write("hugo.toml");
        assertEquals(List.of("content/themes/kept.md"), paths());
    }

    @Test
    void pagesAboutTheRepositoryAreNoPosts() throws IOException {
        write("README.md", "CHANGELOG.md", "code-of-conduct.md", "til/README.md");
        assertEquals(List.of("til/README.md"), paths());
    }

    @Test
    void aFolderMayBeNamedLikeAPost() throws IOException {
        write("folder.md/inside.md");
        assertEquals(List.of("folder.md/inside.md"), paths());
    }

    @Test
    void globsNarrowTheArchive() throws IOException {
        write("README.md", "blog/a.md", "blog/drafts/b.md", "docs/c.md", "drafts/d.md");
        assertEquals(
                List.of("README.md", "blog/a.md"),
                paths(ArchiveOptions.defaults().with(List.of("blog/**", "README.md"), List.of("**/drafts/**"))));
        assertEquals(
                List.of("blog/a.md", "docs/c.md"),
                paths(ArchiveOptions.defaults().with(List.of("{blog,docs}/?.md"), List.of())));
        assertEquals(
                List.of("docs/c.md", "drafts/d.md"),
                paths(ArchiveOptions.defaults().with(List.of(), List.of("blog"))));
    }

    @Test
    void htmlIsReadWhenAskedFor() throws IOException {
        write("a.html", "b.htm", "c.md");
        assertEquals(3, paths(ArchiveOptions.defaults().withHtml()).size());
        assertEquals(List.of("c.md"), paths());
    }

    @Test
    void aFileOverTheLimitIsSkippedByName() throws IOException {
        Files.writeString(root.resolve("big.md"), "x".repeat(11));
        write("small.md");
        var scan = scan(new ArchiveOptions(List.of(), List.of(), List.of("md"), 10));
        assertEquals(1, scan.files().size());
        assertEquals(
                "big.md: it has 11 bytes, more than the limit of 10: split the post or raise the limit",
                scan.skipped().getFirst().toString());
    }

    @Test
    void linksThatLoopOrLeaveTheArchiveAreNamed(@TempDir Path elsewhere) throws IOException {
        write("posts/a.md");
        Files.writeString(elsewhere.resolve("secret.md"), "secret");
        link("posts/loop", root);
        link("self.md", root.resolve("self.md"));
        link("out.md", elsewhere.resolve("secret.md"));
        link("outside", elsewhere);
        link("nowhere.md", root.resolve("missing.md"));
        var scan = scan(ArchiveOptions.defaults());
        assertEquals(List.of("posts/a.md"), pathsOf(scan));
        assertEquals(
                List.of("nowhere.md", "out.md", "outside", "posts/loop", "self.md"),
                scan.skipped().stream().map(Problem::path).toList());
    }

    @Test
    void aLinkAddsNothingThatIsReadAtItsOwnPlace() throws IOException {
        write("a/post.md", ".hidden/real.md");
        link("twin.md", root.resolve("a/post.md"));
        link("b", root.resolve("a"));
        link("shown.md", root.resolve(".hidden/real.md"));
        var scan = scan(ArchiveOptions.defaults());
        assertEquals(List.of("a/post.md", "shown.md"), pathsOf(scan));
        assertEquals(List.of(), scan.skipped());
    }

    @Test
    void aPipeIsNamedAndNotRead() throws Exception {
        Process mkfifo = new ProcessBuilder("mkfifo", root.resolve("pipe.md").toString()).start();
        assertTrue(mkfifo.waitFor(5, TimeUnit.SECONDS));
        var scan = scan(ArchiveOptions.defaults());
        assertEquals(
                "pipe.md: it is no regular file but a pipe, socket or device: move it elsewhere, or leave it out with --exclude",
                scan.skipped().getFirst().toString());
    }

    @Test
    void oddNamesStayAsTheDiskHasThem() throws IOException {
        List<String> names = List.of("100%?#.md", "a b.md", "line\nbreak.md", "caf\u00e9.md", "cafe\u0301.md");
        write(names.toArray(String[]::new));
        assertEquals(names.stream().sorted().toList(), paths());
    }

    @Test
    void aMissingArchiveIsSaidSo() throws IOException {
        write("file.md");
        assertThrows(NoSuchFileException.class, () -> new Archive(root.resolve("missing"), ArchiveOptions.defaults()));
        assertThrows(
                NotDirectoryException.class, () -> new Archive(root.resolve("file.md"), ArchiveOptions.defaults()));
    }

    @Test
    void oneLookAtTheDiskTellsWhatTwoScansTell() throws IOException {
        write("a.md", "folder.html/b.html", "folder.html/c.md", "long.html", "long.md");
        Files.writeString(root.resolve("long.html"), "long".repeat(100));
        Files.writeString(root.resolve("long.md"), "long".repeat(100));
        Files.createSymbolicLink(root.resolve("b.md"), root.resolve("folder.html/b.html"));
        Files.createSymbolicLink(root.resolve("c.html"), root.resolve("folder.html/c.md"));
        Files.createSymbolicLink(root.resolve("nowhere.html"), root.resolve("absent.html"));
        var fewer = new ArchiveOptions(List.of(), List.of(), List.of("md"), 200);
        var all = new Archive(root, fewer.withHtml());
        assertEquals(List.of(all.scan(), new Archive(root, fewer).scan()), all.scanTwice(fewer));
        assertEquals(
                List.of("a.md", "b.md", "folder.html/c.md"),
                all.scanTwice(fewer).getLast().files().stream()
                        .map(SourceFile::path)
                        .toList());
        assertEquals(1, all.scanTwice(fewer).getLast().skipped().size());
    }

    private void write(String... paths) throws IOException {
        for (String path : paths) {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "# " + path);
        }
    }

    private void link(String path, Path target) throws IOException {
        Files.createSymbolicLink(root.resolve(path), target);
    }

    private Scan scan(ArchiveOptions options) throws IOException {
        return new Archive(root, options).scan();
    }

    private List<String> paths() throws IOException {
        return paths(ArchiveOptions.defaults());
    }

    private List<String> paths(ArchiveOptions options) throws IOException {
        return pathsOf(scan(options));
    }

    private static List<String> pathsOf(Scan scan) {
        return scan.files().stream().map(SourceFile::path).toList();
    }
}
