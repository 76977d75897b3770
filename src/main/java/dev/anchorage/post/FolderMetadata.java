package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Fields;
import dev.anchorage.post.FrontMatterValue.Items;
import dev.anchorage.post.FrontMatterValue.Text;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a folder gives to the posts in it and below: Hugo's cascade and Zola's draft in `_index.md`, Eleventy's data
/// files, MkDocs' `.meta.yml`.
final class FolderMetadata {
    private static final List<String> DATA = List.of(".json", ".yaml", ".yml", ".toml", ".11tydata.json");
    private static final List<String> CODE = List.of(".11tydata.js", ".11tydata.cjs", ".11tydata.mjs", ".11tydata.ts");

    private static final Set<String> COLLECTIONS = Set.of("post", "posts", "all", "nav");

    private final Path folder;
    private final String place;
    private final Generator generator;
    private final InheritedPlaces places;

    FolderMetadata(Path folder, String place, Generator generator, InheritedPlaces places) {
        this.folder = folder;
        this.place = place;
        this.generator = generator;
        this.places = places;
    }

    /// @param stems  of the posts in the folder itself, which may have data files of their own
    void read(List<String> stems) {
        Map<String, Path> names = names();
        names.forEach((name, file) -> {
            if (name.startsWith("_index.")) {
                readIndex(file);
            } else if (name.equals(".meta.yml") || name.equals(".meta.yaml")) {
                places.add(place, InheritedLayer.forAll(source(file), MetadataFile.data(file)));
            }
        });
        Set<String> withData = isEleventy() ? stemsWithData(names.keySet()) : Set.of();
        if (!withData.isEmpty()) {
            String folderName = place.substring(place.lastIndexOf('/') + 1);
            readEleventy(names, place, folderName);
            if (names.containsKey("index.11tydata.json")
                    || names.keySet().stream().anyMatch(this::isIndexCode)) {
                readEleventy(names, usesIndexForFolders() ? place : place + "/index", "index");
            }
            Set<String> seen = new HashSet<>();
            seen.add("index");
            stems.stream()
                    .filter(withData::contains)
                    .filter(seen::add)
                    .forEach(stem -> readEleventy(names, place + "/" + stem, stem));
        }
    }

    private Map<String, Path> names() {
        Map<String, Path> names = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> names.put(String.valueOf(entry.getFileName()), entry));
        } catch (IOException | DirectoryIteratorException unreadable) {
            // A folder that can't be listed gives no posts either.
        }
        return names;
    }

    /// Eleventy's data files have plain names, so they are looked for only where Eleventy builds or nobody knows.
    private boolean isEleventy() {
        String builder = generator.options().getOrDefault(PermalinkRules.BUILDER, generator.name());
        return Set.of("eleventy", "markdown-it-anchor", "eleventy-id", "none", "github")
                .contains(builder);
    }

    /// The names of data files without what makes them such.
    private static Set<String> stemsWithData(Set<String> names) {
        Set<String> stems = new HashSet<>();
        for (String name : names) {
            for (List<String> endings : List.of(DATA, CODE)) {
                for (String ending : endings) {
                    if (name.endsWith(ending)) {
                        stems.add(name.substring(0, name.length() - ending.length()));
                    }
                }
            }
        }
        return stems;
    }

    private boolean isIndexCode(String name) {
        return name.startsWith("index.") && CODE.contains(name.substring("index".length()));
    }

    private boolean usesIndexForFolders() {
        return generator.options().getOrDefault("dataFileBaseName", "").equals("index");
    }

    private void readEleventy(Map<String, Path> names, String forPlace, String stem) {
        for (String ending : DATA) {
            Path file = names.get(stem + ending);
            if (file != null) {
                places.add(
                        forPlace,
                        InheritedLayer.forAll(source(file), withoutCollections(MetadataFile.data(file)))
                                .joiningLists());
            }
        }
        for (String ending : CODE) {
            Path file = names.get(stem + ending);
            if (file != null) {
                places.add(forPlace, InheritedLayer.forAll(source(file), MetadataFile.code(file)));
            }
        }
    }

    /// Folders give their posts tags that only collect them, which tell readers nothing.
    private static FrontMatter withoutCollections(FrontMatter data) {
        Map<String, FrontMatterValue> values = new LinkedHashMap<>(data.values());
        values.computeIfPresent(
                "tags",
                (key, tags) -> new Items(FieldReader.scalars(tags).stream()
                        .filter(tag -> !COLLECTIONS.contains(tag))
                        .<FrontMatterValue>map(Text::new)
                        .toList()));
        return new FrontMatter(data.format(), values, Map.of(), data.unread());
    }

    private void readIndex(Path file) {
        FrontMatter head = MetadataFile.frontMatter(file);
        boolean isZola = generator.name().equals("zola");
        if (isZola && (head.text("draft").filter(d -> !Truth.isNo(d)).isPresent() || isDoubtful(head, "draft"))) {
            places.add(place, InheritedLayer.hiding(source(file), "draft section", post -> true));
        }
        if (isDoubtful(head, "cascade")) {
            String unread = head.unread().substring(head.unread().indexOf("cascade"));
            places.add(place, InheritedLayer.forAll(source(file), FrontMatter.unreadable(unread)));
        }
        head.get("cascade")
                .ifPresent(cascade -> HugoCascade.layers(cascade, source(file), contentRoot())
                        .forEach(layer -> places.add(place, layer)));
    }

    private static boolean isDoubtful(FrontMatter head, String word) {
        return head.unread().contains(word) && !(head.values().get(word) instanceof Fields);
    }

    /// From where Hugo counts paths: the outermost folder called `content`, else the archive.
    private String contentRoot() {
        int content = (place + "/").indexOf("/content/");
        return content < 0 ? places.root() : place.substring(0, content + "/content".length());
    }

    private String source(Path file) {
        return place + "/" + file.getFileName();
    }
}
