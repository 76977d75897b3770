package dev.anchorage.post;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Generators that are configured in JavaScript or TypeScript.
final class ScriptedSites {
    private ScriptedSites() {}

    static Optional<SiteEvidence> docusaurus(SiteFolder folder) {
        return folder.script("docusaurus.config").map(file -> {
            var code = new ConfigurationCode(SiteFolder.text(file));
            return new SiteEvidence("docusaurus", file, folder)
                    .option("blog.routeBasePath", code.setting("blog", "routeBasePath"))
                    .option("blog.path", code.setting("blog", "path"))
                    .option("docs.routeBasePath", code.setting("docs", "routeBasePath"))
                    .option("docs.path", code.setting("docs", "path"))
                    .option("markdown.format", code.setting("markdown", "format"))
                    .option("anchors.maintainCase", code.setting("maintainCase"))
                    .option("trailingSlash", code.setting("trailingSlash"))
                    .site(code.setting("url"))
                    .base(code.setting("baseUrl"));
        });
    }

    static Optional<SiteEvidence> vitePress(SiteFolder folder) {
        return folder.first(
                        ".vitepress/config.ts",
                        ".vitepress/config.js",
                        ".vitepress/config.mts",
                        ".vitepress/config.mjs",
                        ".vuepress/config.ts",
                        ".vuepress/config.js",
                        ".vitepress/config/index.ts",
                        ".vitepress/config/index.js")
                .map(file -> {
                    var code = new ConfigurationCode(SiteFolder.text(file));
                    return new SiteEvidence("vitepress", file, folder)
                            .contentRoot(PythonSites.existing(
                                    folder.path(), code.setting("srcDir").orElse(".")))
                            .option("cleanUrls", code.setting("cleanUrls"))
                            .base(code.setting("base"));
                });
    }

    static Optional<SiteEvidence> astro(SiteFolder folder) {
        return folder.script("astro.config").map(file -> {
            var code = new ConfigurationCode(SiteFolder.text(file));
            boolean isStarlight = code.mentions("starlight");
            return new SiteEvidence("astro", file, folder)
                    .contentRoot(astroContent(folder.path(), isStarlight))
                    .option("starlight", String.valueOf(isStarlight))
                    .option("smartypants", code.setting("smartypants"))
                    .option("trailingSlash", code.setting("trailingSlash"))
                    .option("build.format", code.setting("build", "format"))
                    .option("rehypeSlug", String.valueOf(code.mentions("rehypeSlug") || code.mentions("rehype-slug")))
                    .site(code.setting("site"))
                    .base(code.setting("base"));
        });
    }

    private static Path astroContent(Path site, boolean isStarlight) {
        List<String> folders =
                isStarlight ? List.of("src/content/docs", "src/content") : List.of("src/content", "src/pages");
        return folders.stream()
                .map(site::resolve)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(site);
    }

    static Optional<SiteEvidence> eleventy(SiteFolder folder) {
        Optional<Path> config = folder.first(".eleventy.js", ".eleventy.cjs", ".eleventy.mjs")
                .or(() -> folder.script("eleventy.config"));
        return config.map(file -> {
            var code = new ConfigurationCode(SiteFolder.text(file));
            boolean hasAnchors = code.mentions("markdown-it-anchor");
            boolean hasIds = code.mentions("IdAttributePlugin");
            String input = code.setting("dir", "input").orElse(".");
            return new SiteEvidence(hasAnchors ? "markdown-it-anchor" : hasIds ? "eleventy-id" : "none", file, folder)
                    .contentRoot(PythonSites.existing(folder.path(), input))
                    .option(PermalinkRules.BUILDER, "eleventy")
                    .option("markdown-it-attrs", String.valueOf(code.mentions("markdown-it-attrs")))
                    .option("dataFileBaseName", code.argument("setDataFileBaseName"))
                    .option("slugify", code.setting("slugify").or(() -> customSlugify(code)))
                    .base(code.setting("pathPrefix"));
        });
    }

    private static Optional<String> customSlugify(ConfigurationCode code) {
        return code.mentions("slugify:") || code.mentions("slugify,") ? Optional.of("custom") : Optional.empty();
    }

    static Optional<SiteEvidence> gatsby(SiteFolder folder) {
        return folder.script("gatsby-config").map(file -> {
            var code = new ConfigurationCode(SiteFolder.text(file));
            boolean hasIds = code.mentions("gatsby-remark-autolink-headers");
            return new SiteEvidence(hasIds ? "gatsby" : "none", file, folder)
                    .option(PermalinkRules.BUILDER, "gatsby")
                    .option("enableCustomId", code.setting("enableCustomId"))
                    .option("maintainCase", code.setting("maintainCase"))
                    .option("removeAccents", code.setting("removeAccents"))
                    .site(code.setting("siteUrl"))
                    .base(code.setting("pathPrefix"));
        });
    }

    static Optional<SiteEvidence> next(SiteFolder folder) {
        return folder.script("next.config").map(file -> {
            var code = new ConfigurationCode(SiteFolder.text(file));
            boolean hasSlug = code.mentions("rehype-slug")
                    || code.mentions("rehypeSlug")
                    || folder.packageJson().contains("rehype-slug");
            Path pages = List.of("src/pages", "pages", "src/app", "app", "content").stream()
                    .map(folder.path()::resolve)
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElse(folder.path());
            var evidence = new SiteEvidence(hasSlug ? "github-slugger" : "none", file, folder)
                    .contentRoot(pages)
                    .option(PermalinkRules.BUILDER, "next")
                    .base(code.setting("basePath"));
            return hasSlug ? evidence : evidence.unsure();
        });
    }
}
