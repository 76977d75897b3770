package dev.anchorage.post;

import dev.anchorage.archive.Problem;
import dev.anchorage.archive.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What posts inherit from files around them: front matter defaults of a configuration, cascades of section pages, data
/// files of folders, lists of what is not published.
///
/// It is what those files said when it was made. Immutable.
public final class InheritedMetadata {
    /// Nothing is inherited.
    public static final InheritedMetadata NONE = new InheritedMetadata("", Map.of(), List.of());

    private final String root;
    private final Map<String, List<InheritedLayer>> byPlace;
    private final List<Problem> problems;

    private InheritedMetadata(String root, Map<String, List<InheritedLayer>> byPlace, List<Problem> problems) {
        this.root = root;
        this.byPlace = byPlace;
        this.problems = List.copyOf(problems);
    }

    /// Reads what lies around the posts of an archive.
    ///
    /// @param archive  its folder, absolute
    /// @param generator  some files mean something to one generator only
    /// @param files  its source files
    public static InheritedMetadata of(Path archive, Generator generator, List<SourceFile> files) {
        if (BuiltSites.areRead(generator)) {
            return NONE; // what is built was meant to be, and says for itself who may see it
        }
        var places = new InheritedPlaces(archive, generator);
        places.read(files);
        return new InheritedMetadata(places.root(), places.layers(), places.problems());
    }

    /// Front matter with what the post inherits; its own keys count more, unless they can't make it visible.
    FrontMatter addTo(FrontMatter own, String path) {
        List<InheritedLayer> layers = layersOf(path);
        FrontMatter merged = own;
        for (InheritedLayer layer : layers.reversed()) {
            merged = layer.isFinal()
                    ? layer.metadata().over(merged, false)
                    : merged.over(layer.metadata(), layer.joinsLists());
        }
        return merged;
    }

    /// From the weakest, which is the farthest, to the strongest.
    private List<InheritedLayer> layersOf(String path) {
        String post = root + "/" + path;
        List<InheritedLayer> layers = new ArrayList<>();
        for (int slash = post.indexOf('/'); slash >= 0; slash = post.indexOf('/', slash + 1)) {
            layers.addAll(byPlace.getOrDefault(post.substring(0, slash), List.of()));
        }
        layers.addAll(byPlace.getOrDefault(InheritedPlaces.stem(post), List.of()));
        layers.removeIf(layer -> !layer.matches().test(post));
        return layers;
    }

    /// Changes when anything changes that posts inherit; tells nothing about them.
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(byPlace).forEach((place, layers) -> {
                digest.update(
                        place.substring(Math.min(root.length(), place.length())).getBytes(StandardCharsets.UTF_8));
                layers.forEach(layer -> digest.update(layer.description().getBytes(StandardCharsets.UTF_8)));
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// What is wrong with the files that posts inherit from. Paths are relative to the archive.
    public List<Problem> problems() {
        return problems;
    }
}
