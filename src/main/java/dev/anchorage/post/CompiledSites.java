package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Fields;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Hugo and Zola, which both may be configured in a `config.toml`.
final class CompiledSites {
    private static final String[] HUGO_FILES = {
        "hugo.toml",
        "hugo.yaml",
        "hugo.yml",
        "hugo.json",
        "config/_default/hugo.toml",
        "config/_default/hugo.yaml",
        "config/_default/hugo.yml",
        "config/_default/config.toml",
        "config/_default/config.yaml",
        "config/_default/config.yml"
    };
    private static final String[] EITHER_FILES = {"config.toml", "config.yaml", "config.yml", "config.json"};

    private CompiledSites() {}

    static Optional<SiteEvidence> hugo(SiteFolder folder) {
        return folder.first(HUGO_FILES)
                .or(() -> folder.first(EITHER_FILES).filter(file -> isHugo(SiteFolder.data(file))))
                .map(file -> hugo(folder, file));
    }

    private static boolean isHugo(FrontMatter data) {
        return data.values().containsKey("baseurl") && !data.values().containsKey("base_url");
    }

    private static SiteEvidence hugo(SiteFolder folder, Path file) {
        FrontMatter data = SiteFolder.data(file);
        Path beside =
                file.resolveSibling("markup" + file.getFileName().toString().replaceAll("^[^.]*", ""));
        FrontMatter markup = SiteFolder.data(beside);
        var evidence = new SiteEvidence("hugo", file, folder)
                .contentRoot(PythonSites.existing(folder.path(), "content"))
                .options(
                        data,
                        "defaultContentLanguage",
                        "defaultContentLanguageInSubdir",
                        "disablePathToLower",
                        "removePathAccents",
                        "uglyURLs")
                .option("autoHeadingIDType", markupOption(data, markup, "autoHeadingIDType"))
                .option("autoHeadingID", markupOption(data, markup, "autoHeadingID"))
                .option("typographer", data.text("markup.goldmark.extensions.typographer"))
                .site(data.text("baseURL"));
        data.get("uglyURLs").ifPresent(v -> flatten("uglyURLs", v, evidence));
        data.get("permalinks").ifPresent(v -> flatten("permalinks", v, evidence));
        data.get("languages").ifPresent(v -> languages(v, evidence));
        languageFiles(file, evidence);
        return evidence;
    }

    private static Optional<String> markupOption(FrontMatter data, FrontMatter markup, String key) {
        return data.text("markup.goldmark.parser." + key).or(() -> markup.text("goldmark.parser." + key));
    }

    private static void flatten(String name, FrontMatterValue value, SiteEvidence evidence) {
        if (value instanceof Fields fields) {
            fields.fields().forEach((key, inner) -> flatten(name + "." + key, inner, evidence));
        } else {
            evidence.option(name, value.toString());
        }
    }

    private static void languages(FrontMatterValue value, SiteEvidence evidence) {
        if (value instanceof Fields fields) {
            for (Map.Entry<String, FrontMatterValue> language : fields.fields().entrySet()) {
                if (language.getValue() instanceof Fields settings
                        && settings.fields().get("contentdir") != null) {
                    String folder = String.valueOf(settings.fields().get("contentdir"));
                    evidence.option("languages." + language.getKey() + ".contentDir", folder);
                }
            }
        }
    }

    /// `config/_default/languages.de.toml`, and `languages.toml` beside it.
    private static void languageFiles(Path file, SiteEvidence evidence) {
        Path folder = file.getParent();
        if (folder == null || !folder.endsWith("config/_default")) {
            return;
        }
        for (Path other : SiteFolder.list(folder)) {
            String name = other.getFileName().toString();
            if (name.matches("languages\\.(toml|ya?ml|json)")) {
                SiteFolder.data(other)
                        .values()
                        .forEach((key, value) -> languages(new Fields(Map.of(key, value)), evidence));
            } else if (name.matches("languages\\.[\\w-]+\\.(toml|ya?ml|json)")) {
                String language = name.substring("languages.".length(), name.lastIndexOf('.'));
                evidence.option(
                        "languages." + language + ".contentDir",
                        SiteFolder.data(other).text("contentDir"));
            }
        }
    }

    static Optional<SiteEvidence> zola(SiteFolder folder) {
        return folder.first("zola.toml", "config.toml")
                .filter(file -> SiteFolder.data(file).values().containsKey("base_url"))
                .map(file -> {
                    FrontMatter data = SiteFolder.data(file);
                    return new SiteEvidence("zola", file, folder)
                            .contentRoot(PythonSites.existing(folder.path(), "content"))
                            .options(data, "default_language", "slugify.paths", "slugify.anchors")
                            .options(data, "markdown.render_emoji", "markdown.smart_punctuation")
                            .site(data.text("base_url"));
                });
    }
}
