package dev.anchorage.post;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Configuration that is a program: never run, only looked at for settings that stand there literally.
final class ConfigurationCode {
    private static final Pattern COMMENTS =
            Pattern.compile("(?m)/\\*(?s:.*?)\\*/|^\\s*(?://|#).*$|(?<=[,;{}\\s])//[^\"'`\\n]*$");

    private static final Pattern STRING = Pattern.compile("[\"'`]([^\"'`\\n]*)[\"'`]");

    private final String code;

    ConfigurationCode(String code) {
        this.code = COMMENTS.matcher(code).replaceAll("");
    }

    boolean mentions(String text) {
        return code.contains(text);
    }

    /// Its lines, without comments.
    Stream<String> lines() {
        return code.lines();
    }

    /// The strings in the brackets behind a name: `name = ["a", "b"]`.
    List<String> strings(String name) {
        Matcher list = Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "\\s*[:+]?=?\\s*[\\[(]([^\\])]*)[\\])]")
                .matcher(code);
        return list.find()
                ? STRING.matcher(list.group(1)).results().map(m -> m.group(1)).toList()
                : List.of();
    }

    /// The string that a function is called with: `name("x")`.
    Optional<String> argument(String name) {
        Matcher call = Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "\\(\\s*[\"'`]([^\"'`\\n]*)[\"'`]")
                .matcher(code);
        return call.find() ? Optional.of(call.group(1)) : Optional.empty();
    }

    /// What a name is set to, when that is a string, a number or a truth value: `name = "x"`, `name: 'x'`.
    Optional<String> setting(String name) {
        Matcher m = Pattern.compile("(?<![\\w.])[\"']?" + Pattern.quote(name)
                        + "[\"']?\\s*[:=]\\s*(?:r?[\"'`]([^\"'`\\n]*)[\"'`]|(true|false|True|False|\\d+)\\b)")
                .matcher(code);
        if (!m.find()) {
            return Optional.empty();
        }
        String word = m.group(1) != null ? m.group(1) : m.group(2);
        boolean isTruth = word.equals("True") || word.equals("False");
        return Optional.of(isTruth ? Character.toLowerCase(word.charAt(0)) + word.substring(1) : word);
    }

    /// The same, looked for only in the braces after a word: `blog: { path: './blog' }`.
    Optional<String> setting(String group, String name) {
        Matcher m = Pattern.compile("(?<![\\w.])[\"']?" + Pattern.quote(group) + "[\"']?\\s*[:=]\\s*(?:\\w+\\()?\\{")
                .matcher(code);
        while (m.find()) {
            Optional<String> found = new ConfigurationCode(inBraces(m.end())).setting(name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private String inBraces(int start) {
        int depth = 1;
        int i = start;
        while (i < code.length() && depth > 0) {
            depth += code.charAt(i) == '{' ? 1 : code.charAt(i) == '}' ? -1 : 0;
            i++;
        }
        return code.substring(start, i);
    }
}
