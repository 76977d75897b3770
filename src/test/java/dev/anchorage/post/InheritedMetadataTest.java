package dev.anchorage.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.archive.Archive;
import dev.anchorage.archive.ArchiveOptions;
import dev.anchorage.archive.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InheritedMetadataTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String POST = "---\ntitle: x\ndate: 2020-01-01\n---\nText";

    @TempDir
    Path repository;

    @BeforeEach
    void beARepository() throws IOException {
        repository = repository.toRealPath();
        Files.createDirectory(repository.resolve(".git"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            _config.yml  | defaults: [{scope: {path: ""}, values: {published: false}}]                 | _posts/2020-01-01-a.md | hidden
            _config.yml  | defaults: [{values: {draft: true}}]                                         | _posts/2020-01-01-a.md | hidden
            _config.yml  | defaults: [{scope: {type: posts}, values: {published: false}}]              | _posts/2020-01-01-a.md | hidden
            _config.yml  | defaults: [{scope: {type: posts}, values: {published: false}}]              | about.md               | shown
            _config.yml  | defaults: [{scope: {path: _posts/secret}, values: {sitemap: false}}]        | _posts/secret/2020-01-01-a.md | hidden
            _config.yml  | defaults: [{scope: {path: _posts/secret}, values: {sitemap: false}}]        | _posts/2020-01-01-a.md | shown
            _config.yml  | defaults: [{scope: {path: "a/*/c"}, values: {robots: noindex}}]             | a/b/c/x.md             | hidden
            _config.yml  | defaults: [{scope: {path: "a/*/c"}, values: {robots: noindex}}]             | a/b/d/x.md             | shown
            _config.yml  | defaults: [{scope: {type: notes}, values: {private: true}}]                 | _notes/x.md            | hidden
            _config.yml  | defaults: [{scope: {path: ""}, values: {draft: true}}, {scope: {path: a}, values: {draft: false}}] | a/x.md | shown
            _config.yml  | defaults: [ {scope: {path: ""}, values: {draft: true                        | a.md                   | hidden
            _config.yml  | title: [ broken                                                             | a.md                   | shown
            _config.yml  | exclude: [notes, "*.tmp.md"]                                                | notes/a.md             | hidden
            _config.yml  | exclude: [notes, "*.tmp.md"]                                                | x/a.tmp.md             | hidden
            _config.yml  | exclude: [notes, "*.tmp.md"]                                                | footnotes/a.md         | shown
            hugo.toml    | cascade.draft = true                                                        | content/a.md           | hidden
            hugo.yaml    | cascade: [{target: {path: /secret/**}, build: {list: never}}]               | content/secret/a.md    | hidden
            hugo.yaml    | cascade: [{target: {path: /secret/**}, build: {list: never}}]               | content/blog/a.md      | shown
            hugo.yaml    | cascade: [{_target: {path: "{/x/**,/secret/**}"}, _build: {list: never}}]   | content/secret/A B/index.md | hidden
            hugo.yaml    | cascade: [{target: {kind: page}, draft: true}]                              | content/a.md           | hidden
            hugo.yaml    | cascade: [{target: {kind: section}, draft: true}]                           | content/a.md           | shown
            hugo.yaml    | cascade: {target: {lang: de}, draft: true}                                  | content/a.de.md        | hidden
            hugo.yaml    | cascade: {target: {lang: de}, draft: true}                                  | content/a.fr.md        | shown
            hugo.yaml    | cascade: {target: {environment: staging}, draft: true}                      | content/a.md           | shown
            hugo.yaml    | cascade: {params: {private: true}}                                          | content/a.md           | hidden
            config/_default/cascade.toml | draft = true                                                | content/a.md           | hidden
            config/_default/hugo.toml | [cascade]\\ndraft = true                                       | content/a.md           | hidden
            config.toml  | ignoreFiles = ["/secret/"]                                                  | content/secret/a.md    | hidden
            config.toml  | base_url = "https://x.org"\\nignored_content = ["drafts/**"]                | content/drafts/a.md    | hidden
            content/secret/_index.md | ---\\ncascade: {draft: true}\\n---                              | content/secret/deep/a.md | hidden
            content/secret/_index.md | ---\\ncascade: {draft: true}\\n---                              | content/open/a.md      | shown
            content/secret/_index.md | +++\\n[cascade]\\n[cascade.build]\\nlist = "never"\\n+++        | content/secret/a.md    | hidden
            content/_index.md | ---\\ncascade:\\n- target: {path: "/s/*"}\\n  draft: true\\n---        | content/s/a.md         | hidden
            content/_index.md | ---\\ncascade:\\n- target: {path: "/s/*"}\\n  draft: true\\n---        | content/t/a.md         | shown
            content/_index.md | ---\\ntitle: a: b\\ncascade: {draft: true}\\n---                       | content/a.md           | hidden
            content/_index.md | ---\\ndraft: true\\n---                                                | content/a.md           | shown
            content/_index.html | ---\\ncascade: {headless: true}\\n---                                | content/a.md           | hidden
            posts/posts.json | {"eleventyExcludeFromCollections": true}                                | posts/a.md             | hidden
            posts/posts.json | {"draft": true}                                                         | posts/2024/a.md        | hidden
            posts/posts.json | {"draft": true}                                                         | notes/a.md             | shown
            posts/posts.json | {"draft": true,                                                         | posts/a.md             | hidden
            posts/posts.json | {"layout": "post",                                                      | posts/a.md             | shown
            posts/posts.11tydata.json | {"permalink": false}                                           | posts/a.md             | hidden
            posts/posts.11tydata.js | module.exports = { draft: true };                                | posts/a.md             | hidden
            posts/posts.11tydata.js | module.exports = { permalink: false };                           | posts/a.md             | hidden
            posts/posts.11tydata.js | module.exports = { eleventyExcludeFromCollections: secret() };   | posts/a.md             | hidden
            posts/posts.11tydata.js | module.exports = { eleventyExcludeFromCollections: d => f(d) };  | posts/a.md             | hidden
            posts/posts.11tydata.mjs | export default { eleventyExcludeFromCollections: data => data.draft }; | posts/a.md      | shown
            posts/posts.11tydata.js | module.exports = { layout: "post", draft: false };               | posts/a.md             | shown
            posts/posts.11tydata.js | // draft: true                                                   | posts/a.md             | shown
            posts/a.11tydata.json | {"draft": true}                                                    | posts/a.md             | hidden
            posts/a.11tydata.json | {"draft": true}                                                    | posts/b.md             | shown
            posts/a.json | {"draft": true}                                                             | posts/a.md             | hidden
            .eleventyignore | secret/                                                                  | secret/a.md            | hidden
            docs/blog/.meta.yml | draft: true                                                          | docs/blog/posts/a.md   | hidden
            mkdocs.yml   | draft_docs: "/secret/"                                                      | docs/secret/a.md       | hidden
            mkdocs.yml   | exclude_docs: "*.tmp.md"                                                    | docs/x/a.tmp.md        | hidden
            pelicanconf.py | DEFAULT_METADATA = {'status': 'draft'}                                    | content/a.md           | hidden
            pelicanconf.py | DEFAULT_METADATA = {\\n    'x': 'y',\\n    'status': 'draft',\\n}          | content/a.md           | hidden
            pelicanconf.py | DEFAULT_METADATA = dict(status='draft')                                   | content/a.md           | hidden
            pelicanconf.py | DEFAULT_METADATA = {'status': 'published'}                                | content/a.md           | shown
            conf.py      | exclude_patterns = ['_build', 'secret/*']                                   | secret/a.md            | hidden
            """)
    void whatOnlyAFileAroundAPostSaysHidesIt(String file, String text, String post, String seen) throws IOException {
        write(file, text.replace("\\n", "\n"));
        write(post, POST);
        String generator = file.startsWith("content/") || file.startsWith("hugo") ? "hugo" : "none";
        Post read = read(repository, post, generator);
        assertEquals(
                seen.equals("shown"),
                read.visibility().isVisibleAt(NOW),
                () -> read.visibility().toString());
    }

    @Test
    void aFolderOfPostsInheritsFromAboveItself() throws IOException {
        write("_config.yml", "defaults: [{scope: {path: _posts/x, type: posts}, values: {published: false}}]");
        write("_posts/x/2020-01-01-a.md", POST);
        assertFalse(read(repository.resolve("_posts/x"), "2020-01-01-a.md", "jekyll")
                .visibility()
                .isVisibleAt(NOW));
        write("content/_index.md", "---\ncascade: {draft: true}\n---\n");
        write("content/posts/a.md", POST);
        assertFalse(read(repository.resolve("content/posts"), "a.md", "hugo")
                .visibility()
                .isVisibleAt(NOW));
    }

    @Test
    void aPostsOwnFrontMatterCountsMore() throws IOException {
        write("content/_index.md", "---\ncascade: {draft: true, tags: [sea]}\n---\n");
        write("content/a.md", "---\ndraft: false\ntags: [land]\n---\n");
        Post post = read(repository, "content/a.md", "hugo");
        assertTrue(post.visibility().isVisibleAt(NOW));
        assertEquals(List.of("land"), post.tags());
    }

    @Test
    void aDraftSectionOfZolaHidesItsPagesWhateverTheySay() throws IOException {
        write("content/s/_index.md", "+++\ndraft = true\n+++\n");
        write("content/s/deep/a.md", "+++\ndraft = false\n+++\n");
        assertFalse(read(repository, "content/s/deep/a.md", "zola").visibility().isVisibleAt(NOW));
    }

    @Test
    void valuesOfFieldsAndAddressesAreInheritedToo() throws IOException {
        write(
                "posts/posts.json",
                "{\"tags\": [\"posts\", \"sea\"], \"location\": \"Oban\", \"permalink\": \"/p/{{ page.fileSlug }}/\"}");
        write("posts/a.md", "---\ntags: [land]\n---\n");
        Post post = read(repository, "posts/a.md", "eleventy-id");
        assertEquals(List.of("land", "sea"), post.tags());
        assertEquals(List.of("Oban"), post.locations());
        assertEquals("/p/a/", post.permalink());
        write("_config.yml", "defaults: [{scope: {path: ''}, values: {permalink: '/x/:title/', categories: [sea]}}]");
        write("_posts/2020-01-01-a.md", POST);
        Post byJekyll = read(repository, "_posts/2020-01-01-a.md", "jekyll");
        assertEquals("/x/a/", byJekyll.permalink());
        assertEquals(List.of("sea"), byJekyll.categories());
    }

    @Test
    void whatCantBeReadAndMayHideIsNamed() throws IOException {
        write("posts/posts.11tydata.js", "module.exports = { draft: compute() };");
        write("posts/a.md", POST);
        String named = inherited(repository, "none").problems().getFirst().toString();
        assertTrue(named.startsWith("posts/posts.11tydata.js: "), named);
    }

    @Test
    void theFingerprintChangesWithWhatIsInheritedAndOnlyThen() throws IOException {
        write("content/a.md", POST);
        write("content/_index.md", "---\ncascade: {draft: true}\n---\nWords.\n");
        String before = inherited(repository, "hugo").fingerprint();
        write("content/_index.md", "---\ncascade: {draft: true}\n---\nOther words.\n");
        assertEquals(before, inherited(repository, "hugo").fingerprint());
        write("content/_index.md", "---\ncascade: {draft: false}\n---\nOther words.\n");
        assertNotEquals(before, inherited(repository, "hugo").fingerprint());
        assertEquals(
                before.length(),
                inherited(repository.resolve("content"), "hugo").fingerprint().length());
    }

    private Post read(Path archive, String post, String generator) throws IOException {
        byte[] bytes = Files.readAllBytes(archive.resolve(post));
        return Reading.post(
                post, bytes, PostOptions.of(new Generator(generator)).withInherited(inherited(archive, generator)));
    }

    private static InheritedMetadata inherited(Path archive, String generator) throws IOException {
        List<SourceFile> files =
                new Archive(archive, ArchiveOptions.defaults()).scan().files();
        return InheritedMetadata.of(archive, new Generator(generator), files);
    }

    private void write(String path, String text) throws IOException {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
