package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Fields;
import dev.anchorage.post.FrontMatterValue.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// What a site's configuration gives to its posts: defaults, cascades, and lists of what is not published.
final class SiteMetadata {
    private static final List<String> HUGO = List.of(
            "hugo",
            "config",
            "config/_default/hugo",
            "config/_default/config",
            "config/production/hugo",
            "config/production/config");
    private static final List<String> HUGO_CASCADES = List.of("config/_default/cascade", "config/production/cascade");
    private static final List<String> DATA_ENDINGS = List.of(".toml", ".yaml", ".yml", ".json");
    private static final Pattern PELICAN_STATUS = Pattern.compile(
            "DEFAULT_METADATA[^\\n]*(?:\\n[ \\t)}\\]]+[^\\n]*)*?[\"']?\\bstatus[\"']?\\s*[:=,]\\s*[\"'](\\w+)[\"']");

    private final SiteFolder folder;
    private final String place;
    private final List<InheritedLayer> layers = new ArrayList<>();

    private SiteMetadata(SiteFolder folder, String place) {
        this.folder = folder;
        this.place = place;
    }

    /// From the weakest to the strongest.
    ///
    /// @param place  of the folder
    static List<InheritedLayer> of(SiteFolder folder, String place) {
        var site = new SiteMetadata(folder, place);
        site.readConfigYml();
        site.readHugoOrZola();
        site.readPelican();
        site.readMkDocs();
        site.readSphinx();
        site.readEleventyIgnore();
        return site.layers;
    }

    private void readConfigYml() {
        folder.first("_config.yml", "_config.yaml").ifPresent(file -> {
            FrontMatter data = MetadataFile.data(file);
            String source = data.text("source").orElse(".").replaceAll("^\\./?|/+$", "");
            String root = source.isEmpty() ? place : place + "/" + source;
            addDoubt(data, "defaults", file);
            layers.addAll(JekyllDefaults.layers(data, source(file), root));
            for (String key : List.of("exclude", "ignore")) {
                addIgnored(file, root, strings(data, key));
                addIgnored(file, place + "/" + data.text("source_dir").orElse("source"), strings(data, key));
            }
        });
    }

    private void readHugoOrZola() {
        for (Path file : dataFiles(HUGO)) {
            FrontMatter data = MetadataFile.data(file);
            String root = place + "/" + data.text("contentDir").orElse("content");
            addDoubt(data, "cascade", file);
            addCascade(data.values().get("cascade"), file, root);
            if (data.values().get("languages") instanceof Fields languages) {
                languages.fields().values().forEach(language -> {
                    if (language instanceof Fields settings) {
                        addCascade(settings.fields().get("cascade"), file, root);
                    }
                });
            }
            addIgnored(file, root, strings(data, "ignored_content"));
            strings(data, "ignoreFiles").forEach(regex -> addIgnoredByRegex(file, regex));
        }
        for (Path file : dataFiles(HUGO_CASCADES)) {
            FrontMatter data = MetadataFile.data(file);
            addDoubt(data, "", file);
            addCascade(new Fields(data.values()), file, place + "/content");
        }
    }

    private List<Path> dataFiles(List<String> stems) {
        return stems.stream()
                .flatMap(stem -> DATA_ENDINGS.stream().flatMap(ending -> folder.first(stem + ending).stream()))
                .toList();
    }

    private void addCascade(@Nullable FrontMatterValue cascade, Path file, String root) {
        if (cascade != null) {
            layers.addAll(HugoCascade.layers(cascade, source(file), root));
        }
    }

    private void addIgnoredByRegex(Path file, String regex) {
        Predicate<String> matches;
        try {
            matches = Pattern.compile(regex).asPredicate();
        } catch (PatternSyntaxException unknown) {
            matches = post -> true;
        }
        layers.add(InheritedLayer.hiding(source(file), regex, matches));
    }

    private void readPelican() {
        for (String name : List.of("pelicanconf.py", "publishconf.py")) {
            folder.first(name).ifPresent(file -> {
                String text = MetadataFile.text(file).orElse("DEFAULT_METADATA = {'status': 'draft'}");
                Matcher status = PELICAN_STATUS.matcher(text);
                if (status.find()) {
                    layers.add(InheritedLayer.forAll(
                            source(file), FrontMatter.of(Map.of("status", new Text(status.group(1))))));
                }
            });
        }
    }

    private void readMkDocs() {
        folder.first("mkdocs.yml", "mkdocs.yaml").ifPresent(file -> {
            FrontMatter data = MetadataFile.data(file);
            String root = place + "/" + data.text("docs_dir").orElse("docs");
            for (String key : List.of("exclude_docs", "draft_docs")) {
                addIgnored(file, root, data.text(key).orElse("").lines().toList());
            }
        });
    }

    private void readSphinx() {
        folder.first("conf.py", "source/conf.py").ifPresent(file -> {
            var code = new ConfigurationCode(MetadataFile.text(file).orElse(""));
            String root = InheritedPlaces.slashed(file).replaceFirst("/conf\\.py$", "");
            addIgnored(
                    file,
                    root,
                    code.strings("exclude_patterns").stream().map(p -> "/" + p).toList());
        });
    }

    private void readEleventyIgnore() {
        folder.first(".eleventyignore")
                .ifPresent(file -> addIgnored(
                        file, place, MetadataFile.text(file).orElse("*").lines().toList()));
    }

    private void addIgnored(Path file, String root, List<String> patterns) {
        if (!patterns.isEmpty()) {
            layers.add(InheritedLayer.hiding(source(file), root + patterns, new IgnorePatterns(root, patterns)));
        }
    }

    /// Where a file can't be read as a whole, what it says from a word on may hide posts.
    private void addDoubt(FrontMatter data, String word, Path file) {
        int start = data.unread().indexOf(word);
        if (!data.isIntact() && (start >= 0 || data.values().isEmpty())) {
            layers.add(InheritedLayer.forAll(
                    source(file), FrontMatter.unreadable(data.unread().substring(Math.max(0, start)))));
        }
    }

    private static List<String> strings(FrontMatter data, String key) {
        return data.get(key).map(FieldReader::scalars).orElse(List.of());
    }

    private String source(Path file) {
        return InheritedPlaces.slashed(file);
    }
}
