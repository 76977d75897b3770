package dev.anchorage.post;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the generators themselves printed for these files.
class PermalinksTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sphinx                           | dir/post.md                  |                        | /dir/post.html
            sphinx                           | dir/index.md                 |                        | /dir/index.html
            sphinx                           | blog/2019-01-02-a.md         | slug: x                | /blog/2019-01-02-a.html
            sphinx builder_name=dirhtml      | dir/post.md                  |                        | /dir/post/
            sphinx builder_name=dirhtml      | dir/index.md                 |                        | /dir/
            hugo                             | content/post/Hello World.md  |                        | /post/hello-world/
            hugo                             | post/2020-01-02-hello-world.md |                      | /post/2020-01-02-hello-world/
            hugo                             | post/v1.2.3_x.md             |                        | /post/v1.2.3_x/
            hugo                             | post/café.md                 |                        | /post/caf%C3%A9/
            hugo removePathAccents=true      | post/café.md                 |                        | /post/cafe/
            hugo disablePathToLower=true     | post/Hello.md                |                        | /post/Hello/
            hugo                             | post/bundle/index.md         |                        | /post/bundle/
            hugo                             | post/_index.md               |                        | /post/
            hugo                             | _index.md                    |                        | /
            hugo                             | post/a.md                    | slug: My Slug!         | /post/my-slug/
            hugo                             | post/a.md                    | url: /x/y.html         | /x/y.html
            hugo uglyURLs=true               | post/a.md                    |                        | /post/a.html
            hugo uglyURLs.post=true          | post/a.md                    |                        | /post/a.html
            hugo uglyURLs.post=true          | docs/a.md                    |                        | /docs/a/
            hugo permalinks.post=/:year/:month/:slug/ | post/a.md           | {date: 2020-01-02, title: A Title} | /2020/01/a-title/
            hugo permalinks.post=/:year/:filename/    | post/a B.md         | {date: 2020-01-02, slug: s} | /2020/a-b/
            hugo permalinks.page.post=/:sections/:slugorcontentbasename/ | post/sub/a.md | title: T | /post/sub/a/
            hugo                             | post/a.de.md                 |                        | /de/post/a/
            hugo                             | post/a.en.md                 |                        | /post/a/
            hugo languages.de.contentDir=content/de | content/de/post/a.md  |                        | /de/post/a/
            hugo base=/blog                  | post/a.md                    |                        | /blog/post/a/
            jekyll                           | _posts/2020-01-02-Hello World.md |                    | /2020/01/02/Hello-World.html
            jekyll                           | _posts/2020-01-02-under_score v1.2 & 日本.md |        | /2020/01/02/under_score-v1.2-&-%E6%97%A5%E6%9C%AC.html
            jekyll permalink=pretty          | _posts/2020-01-02-a.md       |                        | /2020/01/02/a/
            jekyll permalink=ordinal         | _posts/2020-01-02-a.md       |                        | /2020/002/a.html
            jekyll permalink=weekdate        | _posts/2020-01-02-a.md       |                        | /2020/W01/Thu/a.html
            jekyll permalink=none            | _posts/2020-01-02-a.md       |                        | /a.html
            jekyll permalink=/b/:slug/       | _posts/2020-01-02-Under_Score v1.2.md |               | /b/under-score-v1-2/
            jekyll permalink=/:categories/:title | foo/_posts/2020-01-02-a.md | categories: Bar Baz  | /foo/bar/baz/a
            jekyll                           | _posts/2020-01-02-a.md       | categories: [Foo Bar, baz] | /foo%20bar/baz/2020/01/02/a.html
            jekyll                           | _posts/2020-01-02-a.md       | slug: other            | /2020/01/02/other.html
            jekyll                           | _posts/2020-01-02-a.md       | date: 2021-12-31 23:30 -0500 | /2022/01/01/a.html
            jekyll                           | _posts/2020-01-02-a.md       | permalink: /p/:title   | /p/a
            jekyll                           | 2020-01-02-a.md              |                        | /2020/01/02/a.html
            jekyll                           | about.md                     |                        | /about.html
            jekyll permalink=pretty          | about.md                     |                        | /about/
            jekyll                           | docs/index.md                |                        | /docs/
            jekyll                           | _recipes/soup.md             |                        | /recipes/soup.html
            pelican                          | a.md                         | title: `Hello, World! C++ & Co` | /hello-world-c-co.html
            pelican                          | a.md                         | title: v1.2            | /v12.html
            pelican                          | a.md                         | title: Größe Привет    | /grosse-privet.html
            pelican                          | a.md                         | {title: A, slug: My-Slug} | /My-Slug.html
            pelican                          | content/pages/a.md           | title: About Us        | /pages/about-us.html
            pelican SLUGIFY_SOURCE=basename  | This_One.md                  | title: A               | /this_one.html
            pelican ARTICLE_URL=blog/{date:%Y}/{date:%m}/{date:%d}/{slug}/ | a.md | {title: This Week 5, date: 2013-06-07} | /blog/2013/06/07/this-week-5/
            docusaurus                       | blog/2019-09-18-foo.md       |                        | /blog/2019/09/18/foo
            docusaurus                       | blog/2019/09/18/foo.md       |                        | /blog/2019/09/18/foo
            docusaurus                       | blog/2019-09-18-foo/index.md |                        | /blog/2019/09/18/foo
            docusaurus                       | website/blog/sub/2020-01-02-x.mdx |                   | /blog/2020/01/02/sub/x
            docusaurus                       | blog/foo bar.md              |                        | /blog/foo%20bar
            docusaurus                       | blog/2020-1-2-X y.md         |                        | /blog/2020/1/2/X%20y
            docusaurus                       | blog/2020-01-02-x.md         | slug: welcome          | /blog/welcome
            docusaurus                       | blog/2020-01-02-x.md         | slug: /welcome         | /blog/welcome
            docusaurus blog.routeBasePath=/  | blog/2020-01-02-x.md         |                        | /2020/01/02/x
            docusaurus trailingSlash=true    | blog/2020-01-02-x.md         |                        | /blog/2020/01/02/x/
            docusaurus                       | 2020-01-02-x.md              |                        | /blog/2020/01/02/x
            docusaurus                       | docs/01-guide/02-intro.md    |                        | /docs/guide/intro
            docusaurus                       | docs/guide/index.md          |                        | /docs/guide/
            docusaurus                       | docs/a.md                    | slug: /start           | /docs/start
            hexo                             | source/_posts/hello-world.md | date: 2020-01-02       | /2020/01/02/hello-world/
            hexo                             | source/_posts/2020-01-02-日本 語.md |                  | /2020/01/02/2020-01-02-%E6%97%A5%E6%9C%AC%20%E8%AA%9E/
            hexo new_post_name=:year-:month-:day-:title.md permalink=news/:year/:month/:day/:title/ | _posts/2020-05-14-hexo-4-2-1.md | | /news/2020/05/14/hexo-4-2-1/
            hexo                             | _posts/sub/a.md              | {date: 2020-01-02, slug: ignored} | /2020/01/02/sub/a/
            hexo                             | _posts/a.md                  | permalink: /my/own/    | /my/own/
            hexo permalink=:category/:title/ | _posts/a.md                  | categories: [Foo Bar, Baz] | /Foo-Bar/Baz/a/
            hexo permalink=:category/:title/ | _posts/a.md                  |                        | /uncategorized/a/
            hexo                             | source/docs/themes.md        |                        | /docs/themes.html
            hexo pretty_urls.trailing_html=false | docs/themes.md           |                        | /docs/themes
            hexo pretty_urls.trailing_index=false | docs/index.md           |                        | /docs/
            markdown-it-anchor               | src/blog/2020-01-02-a.md     |                        | /blog/2020-01-02-a/
            eleventy-id                      | blog/index.md                |                        | /blog/
            none builder=eleventy            | blog/blog.md                 |                        | /blog/
            eleventy                         | blog/2020-01-02-a.md         | permalink: `/p/{{ page.fileSlug }}/` | /p/a/
            eleventy                         | blog/a.md                    | permalink: `/x/index.html` | /x/
            eleventy                         | blog/a.md                    | permalink: `/x/{{ unknown }}/` | /blog/a/
            zola                             | content/2024-02-19-Hello World.md |                   | /hello-world/
            zola                             | blog/2024-02-19_a_b.md       |                        | /blog/a-b/
            zola                             | blog/dir/index.md            |                        | /blog/dir/
            zola                             | blog/2024-02-19-dir/index.md |                        | /blog/dir/
            zola                             | a.md                         | slug: other            | /other/
            zola                             | a.md                         | path: 2022/01/13/Rust-1.58.0 | /2022/01/13/Rust-1.58.0/
            zola                             | blog/_index.md               |                        | /blog/
            zola                             | blog/a.fr.md                 |                        | /fr/blog/a/
            vitepress                        | guide/a.md                   |                        | /guide/a.html
            vitepress cleanUrls=true         | guide/a.md                   |                        | /guide/a
            vitepress                        | guide/index.md               |                        | /guide/
            mkdocs                           | docs/guide/a.md              |                        | /guide/a/
            mkdocs use_directory_urls=false  | guide/a.md                   |                        | /guide/a.html
            mkdocs                           | guide/README.md              |                        | /guide/
            mkdocs blog.blog_dir=blog        | blog/posts/a.md              | {date: 2024-01-02, title: My Post} | /blog/2024/01/02/my-post/
            astro                            | src/content/docs/en/guides/On-Demand Rendering.mdx |  | /en/guides/on-demand-rendering/
            astro                            | src/content/blog/post.md     |                        | /blog/post/
            astro starlight=true             | en/index.mdx                 |                        | /en/
            astro starlight=true             | en/a.mdx                     | slug: en/b             | /en/b/
            astro trailingSlash=never        | src/pages/about.md           |                        | /about
            gatsby                           | content/blog/hello/index.md  |                        | /hello/
            gatsby                           | content/blog/hello/index.md  | slug: /my-post         | /my-post/
            github-slugger                   | apps/site/pages/en/blog/release/v15.4.0.md |          | /en/blog/release/v15.4.0
            github                           | til/a b.md                   |                        | /til/a%20b.md
            pandoc                           | posts/a.md                   |                        | /posts/a.html
            none                             | posts/a.md                   |                        | /posts/a/
            """)
    void everyGeneratorHasItsOwnRule(String generator, String path, String frontMatter, String permalink) {
        String head = frontMatter == null
                ? ""
                : "---\n"
                        + frontMatter
                                .replaceAll("^\\{(.*)}$", "$1")
                                .replaceAll("(?<=[\\w+]), (?=\\w+: )", "\n")
                                .replace("`", "'")
                        + "\n---\n";
        assertEquals(permalink, Reading.post(path, head, generator(generator)).permalink());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /:year/:month/:day/:slug/  | content/blog/2020-01-02-Some Name.md | /2020/01/02/Some%20Name/
            /:year/:slug.html          | blog/a.md                        | /a.html
            /:lang/:path/              | de/blog/a.md                     | /de/de/blog/a/
            /archive/:filename         | blog/2020-01-02-a.md             | /archive/2020-01-02-a
            /x/:slug/                  | blog/bundle/index.md             | /x/bundle/
            """)
    void aTemplateHasTheLastWord(String template, String path, String permalink) {
        var options = PostOptions.of(new Generator("hugo")).withPermalink(template);
        assertEquals(permalink, Reading.post(path, "Text", options).permalink());
    }

    @ParameterizedTest
    @CsvSource({
        "100%?#.md, /100%25%3F%23/",
        "a b.md, /a%20b/",
        "caf\u00e9.md, /caf%C3%A9/",
        "cafe\u0301.md, /cafe%CC%81/",
        "[x] \"q\" <y>.md, /%5Bx%5D%20%22q%22%20%3Cy%3E/",
        "a%20b.md, /a%2520b/",
        "🎉.md, /%F0%9F%8E%89/",
        "x'y(z)!.md, /x'y(z)!/"
    })
    void oddNamesMakeLinksThatWork(String path, String permalink) {
        assertEquals(
                permalink, Reading.post(path, "Text", new Generator("none")).permalink());
    }

    @Test
    void anEscapeThatTheAuthorWroteStays() {
        String text = "---\nurl: /a%20b/c d/\n---\n";
        assertEquals(
                "/a%20b/c%20d/",
                Reading.post("a.md", text, new Generator("hugo")).permalink());
    }

    @Test
    void theSiteComesFirst() {
        var options = PostOptions.of(new Generator("hugo", Map.of("base", "/ignored")))
                .withSite("https://example.org/my blog/");
        assertEquals(
                "https://example.org/my%20blog/post/a/",
                Reading.post("post/a.md", "Text", options).permalink());
        assertEquals(
                "https://elsewhere.org/a?b",
                Reading.post("a.md", "---\nurl: https://elsewhere.org/a?b\n---\n", options)
                        .permalink());
    }

    @Test
    void anArchiveMayBeginAboveOrBelowTheContent() {
        var hugo = PostOptions.of(new Generator("hugo"));
        assertEquals(
                "/post/a/",
                Reading.post("a.md", "Text", hugo.withContentRoot(new ContentRoot("post", "")))
                        .permalink());
        assertEquals(
                "/post/a/",
                Reading.post("web/content/post/a.md", "Text", hugo.withContentRoot(new ContentRoot("", "web/content")))
                        .permalink());
    }

    static Generator generator(String text) {
        String[] parts = text.split(" ", -1);
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            options.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
        }
        return new Generator(parts[0], options);
    }
}
