package dev.anchorage.post;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Lists of what a generator leaves out, as `.gitignore` writes them.
final class IgnorePatterns implements Predicate<String> {
    private record Rule(Pattern pattern, boolean isException) {}

    private final String root;
    private final List<Rule> rules = new ArrayList<>();

    /// @param root  place from which the patterns count paths
    IgnorePatterns(String root, List<String> patterns) {
        this.root = root;
        patterns.stream()
                .map(String::strip)
                .filter(p -> !p.isEmpty() && !p.startsWith("#"))
                .forEach(this::add);
    }

    private void add(String written) {
        boolean isException = written.startsWith("!");
        String bare = (isException ? written.substring(1) : written).replaceFirst("^\\./", "");
        boolean isAnchored = bare.indexOf('/') >= 0 && bare.indexOf('/') < bare.length() - 1;
        String glob = bare.replaceAll("^/+|/+$", "");
        rules.add(new Rule(
                Pattern.compile((isAnchored ? "" : "(?:.*/)?") + regex(glob) + "(?:/.*)?", Pattern.DOTALL),
                isException));
    }

    private static String regex(String glob) {
        var regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else {
                regex.append(
                        switch (c) {
                            case '*' -> "[^/]*";
                            case '?' -> "[^/]";
                            default -> Pattern.quote(String.valueOf(c));
                        });
            }
        }
        return regex.toString();
    }

    @Override
    public boolean test(String post) {
        if (!post.startsWith(root + "/")) {
            return false;
        }
        String path = post.substring(root.length() + 1);
        boolean isIgnored = false;
        for (Rule rule : rules) {
            isIgnored = rule.pattern.matcher(path).matches() ? !rule.isException : isIgnored;
        }
        return isIgnored;
    }
}
