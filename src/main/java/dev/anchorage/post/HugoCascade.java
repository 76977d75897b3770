package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Fields;
import dev.anchorage.post.FrontMatterValue.Items;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/// Hugo's `cascade`: metadata for the pages of a section or of the whole site, narrowed by `target`.
final class HugoCascade {
    private HugoCascade() {}

    /// @param cascade  a map or a list of maps
    /// @param contentRoot  from where targets count paths
    static List<InheritedLayer> layers(FrontMatterValue cascade, String source, String contentRoot) {
        List<InheritedLayer> layers = new ArrayList<>();
        switch (cascade) {
            case Fields one -> layers.add(layer(one, source, contentRoot));
            case Items several ->
                several.items().reversed().forEach(one -> layers.addAll(layers(one, source, contentRoot)));
            case FrontMatterValue.Text ignored -> {}
        }
        return layers;
    }

    private static InheritedLayer layer(Fields cascade, String source, String contentRoot) {
        Map<String, FrontMatterValue> values = new LinkedHashMap<>(cascade.fields());
        FrontMatterValue older = values.remove("_target");
        FrontMatterValue newer = values.remove("target");
        FrontMatterValue target = newer == null ? older : newer;
        FrontMatter metadata = FrontMatter.of(values);
        return target instanceof Fields fields
                ? InheritedLayer.forSome(source, target.toString(), matching(fields.fields(), contentRoot), metadata)
                : InheritedLayer.forAll(source, metadata);
    }

    /// A condition that isn't known is taken for fulfilled.
    private static Predicate<String> matching(Map<String, FrontMatterValue> target, String contentRoot) {
        return post -> target.entrySet().stream().allMatch(condition -> {
            String glob = condition.getValue().toString();
            return switch (condition.getKey()) {
                case "path" -> logicalPaths(post, contentRoot).stream().anyMatch(path -> matches(glob, path));
                case "kind" -> kinds(post).stream().anyMatch(kind -> matches(glob, kind));
                case "environment" -> matches(glob, "production");
                case "lang" ->
                    PathLanguage.of(post.substring(Math.min(post.length(), contentRoot.length())))
                            .map(language -> matches(glob, language))
                            .orElse(true);
                default -> true;
            };
        });
    }

    private static List<String> kinds(String post) {
        return InheritedPlaces.stem(post).endsWith("/_index")
                ? List.of("section", "home", "taxonomy", "term")
                : List.of("page");
    }

    /// A page's path as the versions of Hugo have counted it.
    private static List<String> logicalPaths(String post, String contentRoot) {
        String path = post.startsWith(contentRoot + "/") ? post.substring(contentRoot.length()) : post;
        String page = InheritedPlaces.stem(path).replaceAll("/_?index$", "");
        String plain = page.replaceAll("\\.[a-z]{2}(?:-[A-Za-z]{2,4})?$", "");
        String withoutLanguage = plain.replaceFirst("^/[a-z]{2}(?:-[A-Za-z]{2,4})?(?=/)", "");
        return List.of(path, page, plain, plain.replace(' ', '-'), withoutLanguage, withoutLanguage.replace(' ', '-'));
    }

    private static boolean matches(String glob, String text) {
        try {
            return FileSystems.getDefault()
                    .getPathMatcher("glob:" + glob.toLowerCase(Locale.ROOT))
                    .matches(Path.of(text.toLowerCase(Locale.ROOT)));
        } catch (PatternSyntaxException | InvalidPathException | UnsupportedOperationException noGlob) { // rather hide
            // It is taken to match, so that what it may hide is hidden.
            return true;
        }
    }
}
