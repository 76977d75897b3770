package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Fields;
import dev.anchorage.post.FrontMatterValue.Items;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Jekyll's `defaults:`: values for the files of a path and a type.
final class JekyllDefaults {
    private JekyllDefaults() {}

    /// @param sourceRoot  place from which scopes count paths
    static List<InheritedLayer> layers(FrontMatter configuration, String source, String sourceRoot) {
        List<Fields> sets = new ArrayList<>();
        if (configuration.values().get("defaults") instanceof Items items) {
            items.items().forEach(item -> {
                if (item instanceof Fields set && set.fields().get("values") instanceof Fields) {
                    sets.add(set);
                }
            });
        }
        sets.sort(Comparator.<Fields>comparingInt(set -> scope(set, "path").length())
                .thenComparing(set -> !scope(set, "type").isEmpty()));
        return sets.stream().map(set -> layer(set, source, sourceRoot)).toList();
    }

    private static InheritedLayer layer(Fields set, String source, String sourceRoot) {
        String path = scope(set, "path").replaceAll("^\\./|^/", "");
        String type = scope(set, "type");
        Predicate<String> inScope = post -> {
            String relative = post.startsWith(sourceRoot + "/") ? post.substring(sourceRoot.length() + 1) : post;
            return isBelow(path, relative) && isOfType(type, relative);
        };
        Map<String, FrontMatterValue> values =
                set.fields().get("values") instanceof Fields fields ? fields.fields() : Map.of();
        return InheritedLayer.forSome(source, path + "\u0000" + type, inScope, FrontMatter.of(values));
    }

    private static String scope(Fields set, String key) {
        FrontMatterValue value = set.fields().get("scope") instanceof Fields scope
                ? scope.fields().get(key)
                : null;
        return value == null ? "" : value.toString().strip();
    }

    private static boolean isBelow(String scope, String path) {
        if (!scope.contains("*")) {
            return path.startsWith(scope) || withoutCollectionsFolder(path).startsWith(scope);
        }
        String regex = Pattern.compile("\\*+")
                .splitAsStream(scope)
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElse(".*");
        return Pattern.compile(regex + ".*", Pattern.DOTALL).matcher(path).matches();
    }

    /// With `collections_dir: x` Jekyll lets scopes leave `x/` out.
    private static String withoutCollectionsFolder(String path) {
        int underscore = path.indexOf("/_");
        return underscore < 0 ? path : path.substring(underscore + 1);
    }

    private static boolean isOfType(String type, String path) {
        String folders = "/" + path;
        return switch (type) {
            case "" -> true;
            case "post", "posts" -> folders.contains("/_posts/");
            case "draft", "drafts" -> folders.contains("/_drafts/");
            case "page", "pages" -> !folders.contains("/_");
            default -> folders.contains("/_" + type + "/");
        };
    }
}
