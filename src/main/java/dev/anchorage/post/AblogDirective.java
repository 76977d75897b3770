package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Text;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// ABlog's other way to say what a post is: a directive in the body, with the date behind its name.
///
///     ```{post} 2024-03-01
///     :tags: python, django
///     ```
final class AblogDirective {
    private static final Pattern DIRECTIVE =
            Pattern.compile("(?m)^(?:`{3,}|:{3,})\\{(?:post|blogpost)}[ \\t]*+(.*)\\n((?:[ \\t]*+:[\\w-]++:.*\\n)*+)");
    private static final Pattern OPTION = Pattern.compile("(?m)^[ \\t]*:([\\w-]+):[ \\t]*(.*)$");
    private static final int CHARS_LOOKED_AT = 8192;

    private AblogDirective() {}

    /// Front matter with what the directive adds to it; keys of front matter itself count more.
    static FrontMatter merge(FrontMatter frontMatter, Body body) {
        String head =
                body.text().substring(0, Math.min(CHARS_LOOKED_AT, body.text().length()));
        Matcher directive = DIRECTIVE.matcher(head);
        if (!directive.find()) {
            return frontMatter;
        }
        Map<String, FrontMatterValue> values = new LinkedHashMap<>(frontMatter.values());
        Map<String, Integer> lines = new HashMap<>(frontMatter.lines());
        int first = body.firstLine() + SourceText.lineAt(head, directive.start()) - 1;
        add("blogpost", "true", first, values, lines);
        add("date", directive.group(1).strip(), first, values, lines);
        Matcher option = OPTION.matcher(directive.group(2));
        while (option.find()) {
            int line = first + SourceText.lineAt(directive.group(2), option.start());
            add(option.group(1).toLowerCase(Locale.ROOT), option.group(2).strip(), line, values, lines);
        }
        return new FrontMatter(frontMatter.format(), values, lines, frontMatter.unread());
    }

    private static void add(
            String key, String text, int line, Map<String, FrontMatterValue> values, Map<String, Integer> lines) {
        if (!text.isEmpty() && values.putIfAbsent(key, new Text(text)) == null) {
            lines.put(key, line);
        }
    }
}
