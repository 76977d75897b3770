package dev.anchorage.post;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Sphinx, Nikola, Pelican, MkDocs.
final class PythonSites {
    private PythonSites() {}

    static Optional<SiteEvidence> sphinxOrNikola(SiteFolder folder) {
        Optional<Path> conf = folder.first("conf.py", "source/conf.py");
        if (conf.isEmpty()) {
            return Optional.empty();
        }
        var code = new ConfigurationCode(SiteFolder.text(conf.get()));
        boolean isNikola = code.mentions("BLOG_TITLE") && !code.mentions("extensions");
        return Optional.of(isNikola ? nikola(folder, conf.get(), code) : sphinx(folder, conf.get(), code));
    }

    private static SiteEvidence nikola(SiteFolder folder, Path conf, ConfigurationCode code) {
        return new SiteEvidence("python-markdown", conf, folder)
                .option(PermalinkRules.BUILDER, "nikola")
                .site(code.setting("SITE_URL"));
    }

    private static SiteEvidence sphinx(SiteFolder folder, Path conf, ConfigurationCode code) {
        String make = SiteFolder.text(folder.path().resolve("Makefile"))
                + SiteFolder.text(folder.path().resolve("noxfile.py"))
                + SiteFolder.text(folder.path().resolve(".readthedocs.yaml"));
        boolean isFolders = make.contains("dirhtml");
        Path parent = conf.getParent();
        return new SiteEvidence("sphinx", conf, folder)
                .contentRoot(parent == null ? folder.path() : parent)
                .option("builder_name", isFolders ? "dirhtml" : "html")
                .option("smartquotes", code.setting("smartquotes"))
                .option(
                        "myst_smartquotes",
                        String.valueOf(code.mentions("\"smartquotes\"") || code.mentions("'smartquotes'")))
                .option(
                        "myst_replacements",
                        String.valueOf(code.mentions("\"replacements\"") || code.mentions("'replacements'")))
                .option("attrs_block", String.valueOf(code.mentions("attrs_block")))
                .site(code.setting("html_baseurl").or(() -> code.setting("blog_baseurl")));
    }

    static Optional<SiteEvidence> myst(SiteFolder folder) {
        return folder.first("myst.yml", "myst.yaml")
                .filter(file -> SiteFolder.data(file).values().containsKey("site"))
                .map(file -> new SiteEvidence(
                                "sphinx",
                                folder,
                                file + " is mystmd's, whose ids are taken to be those of Sphinx with MyST")
                        .unsure());
    }

    static Optional<SiteEvidence> pelican(SiteFolder folder) {
        return folder.first("pelicanconf.py").map(conf -> {
            var code = new ConfigurationCode(SiteFolder.text(conf));
            var published = new ConfigurationCode(SiteFolder.text(folder.path().resolve("publishconf.py")));
            boolean hasToc =
                    code.mentions("markdown.extensions.toc") || code.mentions("'toc'") || code.mentions("\"toc\"");
            var evidence = new SiteEvidence("pelican", conf, folder)
                    .contentRoot(existing(folder.path(), code.setting("PATH").orElse("content")))
                    .option("toc", String.valueOf(hasToc))
                    .site(published.setting("SITEURL").or(() -> code.setting("SITEURL")));
            for (String key : new String[] {
                "ARTICLE_URL", "PAGE_URL", "ARTICLE_LANG_URL", "PAGE_LANG_URL", "SLUGIFY_SOURCE", "DEFAULT_LANG"
            }) {
                evidence.option(key, code.setting(key));
            }
            return evidence;
        });
    }

    static Optional<SiteEvidence> mkDocs(SiteFolder folder) {
        return folder.first("mkdocs.yml", "mkdocs.yaml").map(file -> {
            FrontMatter data = SiteFolder.data(file);
            String text = SiteFolder.text(file);
            var evidence = new SiteEvidence("mkdocs", file, folder)
                    .contentRoot(existing(folder.path(), data.text("docs_dir").orElse("docs")))
                    .options(data, "use_directory_urls")
                    .option("attr_list", String.valueOf(text.contains("attr_list")))
                    .site(data.text("site_url"));
            if (text.contains("pymdownx.slugs")) {
                evidence.option(
                        "toc.slugify",
                        text.contains("case: lower") || text.contains("uslugify") ? "pymdownx-lower" : "pymdownx");
            } else if (text.contains("slugify_unicode")) {
                evidence.option("toc.slugify", "unicode");
            }
            if (text.matches("(?s).*\\n\\s*-\\s+(?:material/)?blog\\b.*")) {
                evidence.option("blog.blog_dir", "blog");
            }
            return evidence;
        });
    }

    /// A folder of the site when it is there; else the site's own folder.
    static Path existing(Path site, String folder) {
        Path inside = site.resolve(folder.replaceAll("^\\./|/+$", "")).normalize();
        return inside.startsWith(site) && Files.isDirectory(inside) ? inside : site;
    }
}
