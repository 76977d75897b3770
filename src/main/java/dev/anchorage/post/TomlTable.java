package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Fields;
import dev.anchorage.post.FrontMatterValue.Items;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A table of TOML while it is being read. Keys are in lower case.
final class TomlTable {
    private final Map<String, FrontMatterValue> values = new LinkedHashMap<>();
    private final Map<String, TomlTable> tables = new LinkedHashMap<>();
    private final Map<String, List<TomlTable>> lists = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    /// Whether the key was free.
    boolean put(String key, FrontMatterValue value, int line) {
        String name = key.toLowerCase(Locale.ROOT);
        if (lines.putIfAbsent(name, line) != null) {
            return false;
        }
        values.put(name, value);
        return true;
    }

    /// The table under a key, made when there is none, the last one of a list of tables; empty when the key holds
    /// something else.
    Optional<TomlTable> table(String key, int line) {
        String name = key.toLowerCase(Locale.ROOT);
        if (lists.containsKey(name)) {
            return Optional.of(lists.get(name).getLast());
        }
        if (values.containsKey(name)) {
            return Optional.empty();
        }
        lines.putIfAbsent(name, line);
        return Optional.of(tables.computeIfAbsent(name, k -> new TomlTable()));
    }

    /// A new table at the end of a list of tables; empty when the key holds something else.
    Optional<TomlTable> append(String key, int line) {
        String name = key.toLowerCase(Locale.ROOT);
        if (values.containsKey(name) || tables.containsKey(name)) {
            return Optional.empty();
        }
        lines.putIfAbsent(name, line);
        var table = new TomlTable();
        lists.computeIfAbsent(name, k -> new ArrayList<>()).add(table);
        return Optional.of(table);
    }

    Map<String, Integer> lines() {
        return lines;
    }

    Fields toFields() {
        Map<String, FrontMatterValue> fields = new LinkedHashMap<>(values);
        tables.forEach((key, table) -> fields.put(key, table.toFields()));
        lists.forEach((key, list) -> fields.put(
                key,
                new Items(
                        list.stream().<FrontMatterValue>map(TomlTable::toFields).toList())));
        return new Fields(fields);
    }
}
