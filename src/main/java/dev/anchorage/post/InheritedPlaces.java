package dev.anchorage.post;

import dev.anchorage.archive.Problem;
import dev.anchorage.archive.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects what posts inherit, by the folder (or the file without its extension) below which it counts. Used once.
///
/// Places are absolute, with `/`.
final class InheritedPlaces {
    private final Path archive;
    private final Generator generator;
    private final String root;
    private final Map<String, List<InheritedLayer>> layers = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    InheritedPlaces(Path archive, Generator generator) {
        this.archive = archive;
        this.generator = generator;
        root = slashed(archive);
    }

    void read(List<SourceFile> files) {
        for (SiteFolder folder : GeneratorDetector.foldersToLookAt(archive)) {
            String place = slashed(folder.path());
            SiteMetadata.of(folder, place).forEach(layer -> add(place, layer));
            if (!folder.path().startsWith(archive)) {
                new FolderMetadata(folder.path(), place, generator, this).read(List.of());
            }
        }
        foldersOf(files)
                .forEach((place, inFolder) ->
                        new FolderMetadata(inFolder.path, place, generator, this).read(inFolder.stems));
    }

    private record Folder(Path path, List<String> stems) {}

    /// The archive's folders that hold posts, at any depth.
    private Map<String, Folder> foldersOf(List<SourceFile> files) {
        Map<String, Folder> folders = new LinkedHashMap<>();
        folders.put(root, new Folder(archive, new ArrayList<>()));
        for (SourceFile file : files) {
            Path location = file.location().getParent();
            String path = root + "/" + file.path();
            String place = path.substring(0, path.lastIndexOf('/'));
            String holder = place;
            while (location != null && holder.length() > root.length() && !folders.containsKey(holder)) {
                folders.put(holder, new Folder(location, new ArrayList<>()));
                location = location.getParent();
                holder = holder.substring(0, holder.lastIndexOf('/'));
            }
            Folder folder = folders.get(place);
            if (folder != null) {
                folder.stems.add(stem(file.path().substring(file.path().lastIndexOf('/') + 1)));
            }
        }
        return folders;
    }

    /// @param place  below which the layer counts
    void add(String place, InheritedLayer layer) {
        if (layer.isEmpty()) {
            return;
        }
        layers.computeIfAbsent(place, key -> new ArrayList<>()).add(layer);
        if (SecrecyWords.mentionedIn(layer.metadata().unread())) {
            problem(
                    layer.source(),
                    "it can't be read as a whole and may say that posts are drafts, so those it is for "
                            + "are hidden: correct it, or write it as plain data");
        }
    }

    private void problem(String source, String message) {
        String path = source.startsWith(root + "/") ? source.substring(root.length() + 1) : source;
        if (problems.stream().noneMatch(p -> p.path().equals(path))) {
            problems.add(new Problem(path, 0, message));
        }
    }

    String root() {
        return root;
    }

    Map<String, List<InheritedLayer>> layers() {
        return Map.copyOf(layers);
    }

    List<Problem> problems() {
        return problems;
    }

    static String slashed(Path path) {
        String slashed = path.toString().replace('\\', '/');
        return slashed.equals("/") ? "" : slashed;
    }

    /// A path without the extension of its file.
    static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
    }
}
