package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Items;
import dev.anchorage.post.FrontMatterValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads TOML in one pass. A parser of our own because the usual one takes minutes for 60 kB of certain broken
/// front matter, and because scalars have to keep their spelling.
final class TomlParser {
    private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern SCALAR = Pattern.compile("(?:true|false|[+-]?(?:inf|nan)|"
            + "\\d{4}-\\d\\d-\\d\\d(?:[Tt ]\\d\\d:[\\d:.]+(?:[Zz]|[+-]\\d\\d:\\d\\d)?)?|\\d\\d:\\d\\d[\\d:.]*|"
            + "[+-]?\\d[\\w.+-]*)(?![\\w.:+-])");
    private static final int MAX_DEPTH = 64;

    private final TomlText text;
    private final TomlTable root = new TomlTable();
    private int depth;

    /// The text is no TOML.
    static final class TomlException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;

        TomlException(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    TomlParser(String text, int firstLine) {
        this.text = new TomlText(text, firstLine);
    }

    TomlTable parse() {
        TomlTable current = root;
        text.skipBlank();
        while (!text.isAtEnd()) {
            if (text.take("[[")) {
                current = header("]]");
            } else if (text.take("[")) {
                current = header("]");
            } else {
                assignment(current);
            }
            text.endOfLine();
            text.skipBlank();
        }
        return root;
    }

    private TomlTable header(String closer) {
        int line = text.line();
        List<String> path = path();
        text.expect(closer);
        TomlTable around = descend(root, path.subList(0, path.size() - 1), line);
        Optional<TomlTable> table =
                closer.length() == 2 ? around.append(path.getLast(), line) : around.table(path.getLast(), line);
        return table.orElseThrow(() -> twice(line, path));
    }

    private void assignment(TomlTable table) {
        int line = text.line();
        List<String> path = path();
        text.expect("=");
        FrontMatterValue value = value();
        boolean isNew = descend(table, path.subList(0, path.size() - 1), line).put(path.getLast(), value, line);
        if (!isNew) {
            throw twice(line, path);
        }
    }

    private static TomlTable descend(TomlTable table, List<String> path, int line) {
        TomlTable inner = table;
        for (String key : path) {
            inner = inner.table(key, line).orElseThrow(() -> twice(line, path));
        }
        return inner;
    }

    private static TomlException twice(int line, List<String> path) {
        return new TomlException(line, Findings.quoted(String.join(".", path)) + " is given twice");
    }

    private List<String> path() {
        List<String> path = new ArrayList<>();
        do {
            text.skipSpaces();
            path.add(text.isAt("\"") || text.isAt("'") ? text.string() : text.token(BARE_KEY, "a key"));
            text.skipSpaces();
        } while (path.size() < MAX_DEPTH && text.take("."));
        return path;
    }

    private FrontMatterValue value() {
        text.skipSpaces();
        if (text.isAt("\"") || text.isAt("'")) {
            return new Text(text.string());
        }
        if (++depth > MAX_DEPTH) {
            throw new TomlException(text.line(), "it is nested too deep");
        }
        FrontMatterValue value = text.take("[") ? list() : text.take("{") ? inlineTable() : scalar();
        depth--;
        return value;
    }

    private FrontMatterValue scalar() {
        return new Text(text.token(SCALAR, "a value"));
    }

    private FrontMatterValue list() {
        List<FrontMatterValue> items = new ArrayList<>();
        text.skipBlank();
        while (!text.take("]")) {
            items.add(value());
            text.skipBlank();
            if (!text.take(",")) {
                text.expect("]");
                break;
            }
            text.skipBlank();
        }
        return new Items(items);
    }

    private FrontMatterValue inlineTable() {
        var table = new TomlTable();
        text.skipBlank();
        while (!text.take("}")) {
            assignment(table);
            text.skipBlank();
            if (!text.take(",")) {
                text.expect("}");
                break;
            }
            text.skipBlank();
        }
        return table.toFields();
    }
}
