package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Fields;
import dev.anchorage.post.FrontMatterValue.Items;
import dev.anchorage.post.FrontMatterValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// TOML 1.0.
final class TomlFrontMatter {
    private TomlFrontMatter() {}

    static FrontMatter read(FrontMatterBlock block, Findings findings) {
        try {
            TomlParseResult parsed = Toml.parse(block.text());
            if (!parsed.hasErrors()) {
                return new FrontMatter(block.format(), fields(parsed).fields(), lines(parsed, block.firstLine()), "");
            }
            TomlParseError error = parsed.errors().getFirst();
            findings.add(
                    error.position().line() + block.firstLine() - 1,
                    "front matter is no valid TOML (" + error.getMessage() + "); only its simple lines are used");
        } catch (StackOverflowError e) {
            findings.add(block.firstLine(), "front matter is nested too deep; only its simple lines are used");
        }
        return LineByLine.read(block, true);
    }

    private static Map<String, Integer> lines(TomlTable table, int firstLine) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (String key : table.keySet()) {
            TomlPosition position = table.inputPositionOf(List.of(key));
            if (position != null) {
                lines.put(key.toLowerCase(Locale.ROOT), position.line() + firstLine - 1);
            }
        }
        return lines;
    }

    private static FrontMatterValue value(Object value) {
        return switch (value) {
            case TomlTable table -> fields(table);
            case TomlArray array -> items(array);
            default -> new Text(value.toString());
        };
    }

    private static Fields fields(TomlTable table) {
        Map<String, FrontMatterValue> fields = new LinkedHashMap<>();
        table.entrySet().forEach(e -> fields.putIfAbsent(e.getKey().toLowerCase(Locale.ROOT), value(e.getValue())));
        return new Fields(fields);
    }

    private static Items items(TomlArray array) {
        List<FrontMatterValue> items = new ArrayList<>();
        array.toList().forEach(item -> items.add(value(item)));
        return new Items(items);
    }
}
