package dev.anchorage.post;

import dev.anchorage.post.FrontMatter.Format;
import dev.anchorage.post.FrontMatterValue.Items;
import dev.anchorage.post.FrontMatterValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `key: value` and `key = value` lines and the simplest lists, one line at a time. It is how Pelican and
/// MultiMarkdown write metadata, and the way out when YAML, TOML or JSON is broken.
final class LineByLine {
    private static final Pattern ASSIGNMENT =
            Pattern.compile("[\"']?([A-Za-z_][A-Za-z0-9_ .-]{0,40}?)[\"']?[ \\t]*(?::(?=\\s|$)|=)[ \\t]*(.*)");
    private static final Pattern ITEM = Pattern.compile("[ \\t]*-[ \\t]+(.+)");
    private static final int MAX_ITEMS = 20_000;
    private static final int MAX_CHARS = 64 * 1024;

    private final boolean isPlain;
    private final Map<String, FrontMatterValue> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<FrontMatterValue> items = new ArrayList<>();
    private String key = "";
    private final StringBuilder text = new StringBuilder();

    private LineByLine(boolean isPlain) {
        this.isPlain = isPlain;
    }

    /// @param isBroken  whether the block should have been read in another way, so that what it says isn't all known
    static FrontMatter read(FrontMatterBlock block, boolean isBroken) {
        var reader = new LineByLine(block.format() == Format.KEY_VALUE);
        int line = block.firstLine();
        for (String written : block.text().split("\n", -1)) {
            reader.read(written, line++);
        }
        reader.finish();
        return new FrontMatter(block.format(), reader.values, reader.lines, isBroken ? block.text() : "");
    }

    private void read(String line, int number) {
        Matcher assignment = (isPlain ? KeyValueBlock.LINE : ASSIGNMENT).matcher(line);
        Matcher item = ITEM.matcher(line);
        if (assignment.matches()) {
            finish();
            key = assignment.group(1).toLowerCase(Locale.ROOT);
            text.append(assignment.group(2) == null ? "" : assignment.group(2).strip());
            if (lines.putIfAbsent(key, number) != null) {
                key = "";
            }
        } else if (!isPlain && item.matches() && text.isEmpty() && items.size() < MAX_ITEMS) {
            items.add(new Text(InlineText.unquote(item.group(1).strip())));
        } else if (isPlain && line.startsWith("    ") && text.length() < MAX_CHARS) {
            text.append(text.isEmpty() ? "" : "\n").append(line.strip());
        }
    }

    private void finish() {
        if (!key.isEmpty() && !items.isEmpty()) {
            values.put(key, new Items(items));
        } else if (!key.isEmpty() && !text.isEmpty()) {
            String value = text.toString().strip();
            values.put(key, isPlain ? new Text(value) : InlineText.value(value));
        }
        items.clear();
        key = "";
        text.setLength(0);
    }
}
