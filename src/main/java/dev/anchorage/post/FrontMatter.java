package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Fields;
import dev.anchorage.post.FrontMatterValue.Items;
import dev.anchorage.post.FrontMatterValue.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The metadata block at the head of a post. Keys are read without regard to case.
///
/// @param format  how the block is written
/// @param values  by key in lower case, in the order of the file
/// @param lines  1-based line of the source file on which each key stands
/// @param unread  the block's own text when it couldn't be read as a whole and `values` holds only what is sure; else
///     empty
public record FrontMatter(
        Format format, Map<String, FrontMatterValue> values, Map<String, Integer> lines, String unread) {

    /// How front matter is written.
    public enum Format {
        /// There is none.
        NONE,
        /// Between `---` lines.
        YAML,
        /// Between `+++` lines.
        TOML,
        /// An object at the very start, or between `;;;` lines.
        JSON,
        /// `Key: value` lines up to the first empty one (Pelican, MultiMarkdown).
        KEY_VALUE,
        /// Program code (`---js`): never read.
        CODE
    }

    /// Maps whose keys count like those of the top level: Hugo's, Zola's and Grav's places for metadata.
    private static final List<String> NESTED = List.of("params", "extra", "taxonomies", "taxonomy");

    static final FrontMatter NONE = new FrontMatter(Format.NONE, Map.of(), Map.of(), "");

    /// Metadata that doesn't stand at the head of a post.
    static FrontMatter of(Map<String, FrontMatterValue> values) {
        return new FrontMatter(Format.NONE, values, Map.of(), "");
    }

    /// Metadata of which only the text is known.
    static FrontMatter unreadable(String text) {
        return new FrontMatter(Format.NONE, Map.of(), Map.of(), text);
    }

    public FrontMatter {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        lines = Map.copyOf(lines);
    }

    /// The value of a key, from the top level or else from `params`, `extra` or `taxonomies`; a key with dots
    /// (`build.list`) goes down into maps.
    public Optional<FrontMatterValue> get(String key) {
        String wanted = key.toLowerCase(Locale.ROOT);
        Optional<FrontMatterValue> top = find(values, wanted);
        for (String nested : NESTED) {
            if (top.isEmpty() && values.get(nested) instanceof Fields fields) {
                top = find(fields.fields(), wanted);
            }
        }
        return top;
    }

    private static Optional<FrontMatterValue> find(Map<String, FrontMatterValue> map, String key) {
        FrontMatterValue whole = map.get(key);
        int dot = key.indexOf('.');
        if (whole != null || dot < 0) {
            return Optional.ofNullable(whole);
        }
        return map.get(key.substring(0, dot)) instanceof Fields fields
                ? find(fields.fields(), key.substring(dot + 1))
                : Optional.empty();
    }

    /// The value of a key when it is a scalar and not blank.
    public Optional<String> text(String key) {
        return get(key).filter(Text.class::isInstance)
                .map(v -> ((Text) v).text().strip())
                .filter(s -> !s.isEmpty());
    }

    /// The line of a key, for messages: that of its top-level key, or 1 when it isn't known.
    public int lineOf(String key) {
        String wanted = key.toLowerCase(Locale.ROOT);
        Integer line = lines.get(wanted);
        if (line == null && wanted.indexOf('.') > 0) {
            line = lines.get(wanted.substring(0, wanted.indexOf('.')));
        }
        for (String nested : NESTED) {
            if (line == null
                    && values.get(nested) instanceof Fields fields
                    && fields.fields().containsKey(wanted)) {
                line = lines.get(nested);
            }
        }
        return line == null ? 1 : line;
    }

    /// Whether the block could be read as a whole.
    public boolean isIntact() {
        return unread.isEmpty();
    }

    /// These values, and those of a weaker source where there is none of these. Maps are merged.
    ///
    /// @param joinsLists  whether the weaker source's lists are added to these
    FrontMatter over(FrontMatter weaker, boolean joinsLists) {
        Map<String, FrontMatterValue> merged = merge(values, weaker.values, joinsLists);
        String doubtful = String.join("\n", unread, weaker.unread).strip();
        return new FrontMatter(format, merged, lines, doubtful);
    }

    private static Map<String, FrontMatterValue> merge(
            Map<String, FrontMatterValue> strong, Map<String, FrontMatterValue> weak, boolean joinsLists) {
        Map<String, FrontMatterValue> merged = new LinkedHashMap<>(strong);
        weak.forEach((key, value) -> merged.merge(key, value, (own, inherited) -> merge(own, inherited, joinsLists)));
        return merged;
    }

    private static FrontMatterValue merge(FrontMatterValue own, FrontMatterValue inherited, boolean joinsLists) {
        if (own instanceof Fields strong && inherited instanceof Fields weak) {
            return new Fields(merge(strong.fields(), weak.fields(), joinsLists));
        }
        if (joinsLists && own instanceof Items first && inherited instanceof Items second) {
            return new Items(Stream.concat(first.items().stream(), second.items().stream())
                    .toList());
        }
        return own;
    }
}
