package dev.anchorage.archive;

import java.util.List;
import java.util.regex.Pattern;

/// Globs over paths with `/`, the same on every system and case-sensitive.
final class Globs {
    private final List<Pattern> wholePath;
    private final List<Pattern> nameOnly;

    Globs(List<String> globs) {
        wholePath = globs.stream()
                .filter(g -> g.contains("/"))
                .map(Globs::toPattern)
                .toList();
        nameOnly = globs.stream()
                .filter(g -> !g.contains("/"))
                .map(Globs::toPattern)
                .toList();
    }

    boolean isEmpty() {
        return wholePath.isEmpty() && nameOnly.isEmpty();
    }

    boolean match(String path) {
        if (isEmpty()) {
            return false;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        return wholePath.stream().anyMatch(p -> p.matcher(path).matches())
                || nameOnly.stream().anyMatch(p -> p.matcher(name).matches());
    }

    private static Pattern toPattern(String glob) {
        var regex = new StringBuilder();
        int depth = 0;
        for (int i = glob.startsWith("/") ? 1 : 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '{' && glob.indexOf('}', i) > 0) {
                depth++;
                regex.append("(?:");
            } else if (c == '}' && depth > 0) {
                depth--;
                regex.append(')');
            } else if (c == ',' && depth > 0) {
                regex.append('|');
            } else {
                regex.append(
                        switch (c) {
                            case '*' -> "[^/]*";
                            case '?' -> "[^/]";
                            default -> Pattern.quote(String.valueOf(c));
                        });
            }
        }
        return Pattern.compile(regex + ")".repeat(depth), Pattern.DOTALL);
    }
}
