package dev.anchorage.section;

import dev.anchorage.post.Generator;
import java.util.LinkedHashMap;
import java.util.Map;

/// What real generators were seen to do: the tables under `../shared/anchors`, and the generator each column stands
/// for.
final class Truth {
    private Truth() {}

    /// Columns of `cross_dev.tsv`.
    static Map<String, Generator> crossEngines() {
        Map<String, Generator> engines = new LinkedHashMap<>();
        engines.put("rehype-slug", new Generator("github-slugger"));
        engines.put("astro", new Generator("astro"));
        engines.put("docusaurus-md", new Generator("docusaurus", Map.of("format", "md")));
        engines.put("gatsby", new Generator("gatsby"));
        engines.put("mdit-anchor8", new Generator("markdown-it-anchor"));
        engines.put("vitepress", new Generator("vitepress"));
        engines.put("hexo", new Generator("hexo"));
        engines.put("marked-gfm-heading-id", new Generator("github-slugger"));
        engines.put("hugo", new Generator("hugo"));
        engines.put("hugo-blackfriday", new Generator("hugo", Map.of("autoHeadingIDType", "blackfriday")));
        engines.put("hugo-github-ascii", new Generator("hugo", Map.of("autoHeadingIDType", "github-ascii")));
        engines.put("kramdown", new Generator("jekyll"));
        engines.put("pymd-toc", new Generator("python-markdown"));
        engines.put("pymd-toc-unicode", new Generator("python-markdown", Map.of("slugify", "unicode")));
        engines.put("pandoc", new Generator("pandoc"));
        engines.put("sphinx", new Generator("sphinx"));
        return engines;
    }

    /// Keys of `fixture.json`. github.com itself is not in it, and marked is not among our generators.
    static Map<String, Generator> fixtureEngines() {
        Map<String, Generator> engines = new LinkedHashMap<>();
        engines.put("rehype-slug-6(github-slugger-2)", new Generator("github-slugger"));
        engines.put("astro-markdown-remark-7.3.1", new Generator("astro"));
        engines.put("docusaurus-3.10.2-md", new Generator("docusaurus", Map.of("format", "md")));
        engines.put("docusaurus-3.10.2-mdx", new Generator("docusaurus"));
        engines.put("gatsby-autolink-6.16", new Generator("gatsby"));
        engines.put("gatsby-autolink-6.16-enableCustomId", new Generator("gatsby", Map.of("enableCustomId", "true")));
        engines.put("jekyll-4.3.1", new Generator("jekyll"));
        engines.put("kramdown-2.4.0-gfm-1.1.0", new Generator("jekyll"));
        engines.put("kramdown-2.4.0-translit", new Generator("jekyll"));
        engines.put("hugo-0.111.3", new Generator("hugo"));
        engines.put("hugo-0.131.0", new Generator("hugo"));
        engines.put("hugo-0.131.0-github-ascii", new Generator("hugo", Map.of("autoHeadingIDType", "github-ascii")));
        engines.put("hugo-0.131.0-blackfriday", new Generator("hugo", Map.of("autoHeadingIDType", "blackfriday")));
        engines.put("python-markdown-3.7-extra+toc", new Generator("python-markdown"));
        engines.put("python-markdown-3.4.1-extra+toc", new Generator("python-markdown", Map.of("version", "3.4")));
        engines.put(
                "python-markdown-3.4.1-toc-slugify_unicode",
                new Generator("python-markdown", Map.of("version", "3.4", "slugify", "unicode")));
        engines.put(
                "python-markdown-3.4.1-pymdownx-slugify",
                new Generator("python-markdown", Map.of("version", "3.4", "slugify", "pymdownx")));
        engines.put("mkdocs-1.4.2", new Generator("mkdocs"));
        engines.put("pelican-4.8.0+toc", new Generator("pelican", Map.of("toc", "true", "version", "3.4")));
        engines.put("pelican-4.8.0-default", new Generator("pelican"));
        engines.put("markdown-it-anchor-8.6.7", new Generator("markdown-it-anchor"));
        engines.put("markdown-it-anchor-10.0.0", new Generator("markdown-it-anchor"));
        engines.put("markdown-it-attrs-4+anchor-8.6.7", new Generator("markdown-it-anchor", Map.of("attrs", "true")));
        engines.put("eleventy-3.1.8-IdAttributePlugin", new Generator("eleventy-id"));
        engines.put("vitepress-1.6.4", new Generator("vitepress"));
        engines.put("hexo-8.1.2+renderer-marked-7.0.1", new Generator("hexo"));
        engines.put("pandoc-2.17-markdown", new Generator("pandoc"));
        engines.put("pandoc-2.17-gfm", new Generator("pandoc", Map.of("format", "gfm")));
        engines.put("sphinx-5.3.0+myst-0.18.1", new Generator("sphinx", Map.of("myst", "0.18")));
        engines.put("sphinx-5.3.0+myst-0.18.1-anchors7", new Generator("sphinx", Map.of("myst", "0.18")));
        engines.put("sphinx-8.1.3+myst-4.0.1", new Generator("sphinx"));
        engines.put("sphinx-8.1.3+myst-4.0.1-anchors7", new Generator("sphinx"));
        engines.put(
                "sphinx-8.1.3+myst-4.0.1-attrs+smart",
                new Generator("sphinx", Map.of("smartquotes", "true", "colon_fence", "true")));
        return engines;
    }
}
