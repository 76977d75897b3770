package dev.anchorage.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.archive.Archive;
import dev.anchorage.archive.ArchiveOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorDetectorTest {
    @TempDir
    Path repository;

    @BeforeEach
    void beARepository() throws IOException {
        Files.createDirectory(repository.resolve(".git"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            conf.py                | extensions = ["myst_parser", "ablog"]         | sphinx
            docs/conf.py           | extensions = ["myst_parser"]                  | sphinx
            conf.py                | BLOG_TITLE = "x"                              | python-markdown
            hugo.toml              | baseURL = "https://x.org"                     | hugo
            config.toml            | baseURL = "https://x.org"                     | hugo
            config.yaml            | baseURL: https://x.org                        | hugo
            config/_default/hugo.toml | baseURL = "https://x.org"                  | hugo
            config.toml            | base_url = "https://x.org"                    | zola
            _config.yml            | title: x                                      | jekyll
            _config.yml            | new_post_name: :title.md                      | hexo
            pelicanconf.py         | PATH = 'content'                              | pelican
            mkdocs.yml             | site_name: x                                  | mkdocs
            docusaurus.config.ts   | export default {}                             | docusaurus
            website/docusaurus.config.js | module.exports = {}                     | docusaurus
            .vitepress/config.ts   | export default {}                             | vitepress
            docs/.vitepress/config.mts | export default {}                         | vitepress
            astro.config.mjs       | export default {}                             | astro
            .eleventy.js           | const a = require('markdown-it-anchor')       | markdown-it-anchor
            eleventy.config.js     | import { IdAttributePlugin } from '@11ty'     | eleventy-id
            .eleventy.js           | module.exports = c => {}                      | none
            .eleventy.js           | // require('markdown-it-anchor')              | none
            gatsby-config.js       | plugins: ['gatsby-remark-autolink-headers']   | gatsby
            gatsby-config.ts       | plugins: []                                   | none
            next.config.mjs        | import s from 'rehype-slug'                   | github-slugger
            config.toml            | something = "else"                            | github
            package.json           | {}                                            | github
            """)
    void theConfigurationTellsTheGenerator(String file, String text, String generator) throws IOException {
        write(file, text + "\n");
        DetectedGenerator found = detect("");
        assertEquals(generator, found.generator().name());
        assertEquals(!generator.equals("github"), found.isSure());
    }

    @Test
    void theConfigurationIsFoundFromAFolderOfPosts() throws IOException {
        write("website/docusaurus.config.js", "module.exports = { url: 'https://x.org', baseUrl: '/b/' }");
        write("website/blog/2020-01-02-a.md", "Text");
        DetectedGenerator found = detect("website/blog");
        assertEquals(new ContentRoot("blog", ""), found.contentRoot());
        assertEquals("https://x.org", found.site());
        assertEquals("/b/blog/2020/01/02/a", permalink(found, "2020-01-02-a.md"));
        assertEquals("/b/blog/2020/01/02/a", permalink(detect(""), "website/blog/2020-01-02-a.md"));
        assertTrue(found.evidence().startsWith("docusaurus.config.js in "), found.evidence());
    }

    @Test
    void nothingOutsideTheRepositoryCounts() throws IOException {
        write("hugo.toml", "baseURL = 'https://x.org'");
        Files.createDirectories(repository.resolve("inner/.git"));
        assertEquals("github", detect("inner").generator().name());
    }

    @Test
    void optionsOfHugoAreRead() throws IOException {
        write("config/_default/hugo.toml", """
                baseURL = "https://x.org/blog/"
                defaultContentLanguage = "en"
                [uglyURLs]
                post = true
                [permalinks]
                post = "/:year/:month/:day/:slug/"
                [markup.goldmark.parser]
                autoHeadingIDType = "blackfriday"
                """);
        write("config/_default/languages.en.toml", "contentDir = \"content/en\"");
        write("config/_default/languages.de.toml", "contentDir = \"content/de\"");
        write("content/en/post/a.md", "Text");
        DetectedGenerator found = detect("");
        assertEquals("blackfriday", found.generator().options().get("autoHeadingIDType"));
        String text = "---\ndate: 2020-01-02\nslug: s\n---\n";
        var options = PostOptions.of(found.generator()).withContentRoot(found.contentRoot());
        assertEquals(
                "/blog/2020/01/02/s.html",
                Reading.post("content/en/post/a.md", text, options).permalink());
        assertEquals(
                "/blog/de/2020/01/02/s.html",
                Reading.post("content/de/post/a.md", text, options).permalink());
        DetectedGenerator below = detect("content/en/post");
        assertEquals(new ContentRoot("en/post", ""), below.contentRoot());
    }

    @Test
    void optionsOfProgramsAreReadWhereTheyStandLiterally() throws IOException {
        write("pelicanconf.py", """
                # ARTICLE_URL = 'commented/{slug}'
                ARTICLE_URL = 'blog/{date:%Y}/{slug}/'
                ARTICLE_SAVE_AS = ARTICLE_URL + 'index.html'
                MARKDOWN = {'extension_configs': {'markdown.extensions.toc': {}}}
                """);
        Map<String, String> pelican = detect("").generator().options();
        assertEquals("blog/{date:%Y}/{slug}/", pelican.get("ARTICLE_URL"));
        assertEquals("true", pelican.get("toc"));
        Files.delete(repository.resolve("pelicanconf.py"));
        write("docusaurus.config.js", """
                module.exports = {
                  /* trailingSlash: true, */
                  presets: [['classic', { docs: { path: '../docs' }, blog: { path: 'posts', routeBasePath: '/' } }]],
                };
                """);
        Map<String, String> docusaurus = detect("").generator().options();
        assertEquals(Map.of("blog.path", "posts", "blog.routeBasePath", "/", "docs.path", "../docs"), docusaurus);
    }

    @Test
    void eleventysInputFolderIsTheRoot() throws IOException {
        write(
                ".eleventy.js",
                "const a = require('markdown-it-anchor');\nreturn { dir: { input: 'src', output: 'dist' } }");
        write("src/blog/a.md", "Text");
        assertEquals(new ContentRoot("", "src"), detect("").contentRoot());
        assertEquals("/blog/a/", permalink(detect(""), "src/blog/a.md"));
        assertEquals("/blog/a/", permalink(detect("src/blog"), "a.md"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a.md                     | ---\\nblogpost: true\\n---          | sphinx     | true
            a.md                     | Title: x\\nDate: 2020-01-02\\n     | pelican    | false
            a.md                     | +++\\ntitle = 'x'\\n[extra]\\n+++  | zola       | false
            a.md                     | +++\\ntitle = 'x'\\n+++            | hugo       | false
            source/_posts/a.md       | Text                               | hexo       | false
            _posts/2020-01-02-a.md   | Text                               | jekyll     | false
            src/content/docs/a.mdx   | Text                               | astro      | false
            website/blog/a.md        | Text                               | docusaurus | false
            til/a.md                 | Text                               | github     | false
            """)
    void withoutConfigurationThePostsTell(String file, String text, String generator, boolean sure) throws IOException {
        write(file, text.replace("\\n", "\n") + "\n");
        DetectedGenerator found = detect("");
        assertEquals(generator, found.generator().name());
        assertEquals(sure, found.isSure());
    }

    @Test
    void brokenOrHostileConfigurationDoesNoHarm() throws IOException {
        write("mkdocs.yml", "x: " + "[".repeat(10_000));
        assertEquals("mkdocs", detect("").generator().name());
        write("_config.yml", "\u0000\u0001: : :\n\t- [");
        assertEquals("jekyll", detect("").generator().name());
        write("conf.py", "x = '" + "a".repeat(300_000));
        assertFalse(detect("").generator().name().isEmpty());
    }

    private DetectedGenerator detect(String folder) throws IOException {
        var archive = new Archive(repository.resolve(folder), ArchiveOptions.defaults());
        return GeneratorDetector.detect(archive.root(), archive.scan().files());
    }

    private static String permalink(DetectedGenerator found, String path) {
        var options = PostOptions.of(found.generator()).withContentRoot(found.contentRoot());
        return Reading.post(path, "Text", options).permalink();
    }

    private void write(String path, String text) throws IOException {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
