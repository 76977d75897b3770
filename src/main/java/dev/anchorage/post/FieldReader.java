package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Fields;
import dev.anchorage.post.FrontMatterValue.Items;
import dev.anchorage.post.FrontMatterValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes fields out of front matter, whatever shape the author gave them.
final class FieldReader {
    private static final int MAX_VALUES = 1000;
    private static final int MAX_VALUE_CHARS = 300;
    private static final int MAX_DEPTH = 4;
    /// What a map that stands for one value calls that value: authors' names, Docusaurus' tag labels.
    private static final List<String> NAMES = List.of("name", "label", "title", "key", "value", "id");
    private static final Pattern MARKDOWN_LINK = Pattern.compile("\\[([^\\[\\]]{1,200})]\\([^()\\s]{0,500}\\)");

    private final FrontMatter frontMatter;
    private final ListDialect dialect;
    private final Map<String, List<String>> configured;
    private final boolean hasLocationHierarchy;
    private final Findings findings;

    FieldReader(FrontMatter frontMatter, PostOptions options, Findings findings) {
        this.frontMatter = frontMatter;
        dialect = ListDialect.of(frontMatter, options.generator());
        configured = options.fields();
        hasLocationHierarchy = options.hasLocationHierarchy();
        this.findings = findings;
    }

    /// The key that feeds a field in this post.
    Optional<String> keyOf(Field field) {
        return field.keys(configured).stream()
                .filter(key -> frontMatter.get(key).isPresent())
                .findFirst();
    }

    /// A field that holds one text, on one line and repaired.
    Optional<String> text(Field field) {
        for (String key : field.keys(configured)) {
            Optional<FrontMatterValue> value = frontMatter.get(key);
            if (value.isPresent() && !(value.get() instanceof Text)) {
                findings.add(
                        frontMatter.lineOf(key),
                        "front matter \"" + key + "\" is a " + (value.get() instanceof Items ? "list" : "map")
                                + " (expected one text); it is left out");
            }
            Optional<String> text = frontMatter.text(key).map(FieldReader::tidy);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /// A field that holds several texts: without repeats, in the order of the file.
    List<String> texts(Field field) {
        Optional<String> key = keyOf(field);
        if (key.isEmpty()) {
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>();
        frontMatter.get(key.get()).ifPresent(value -> collect(key.get(), value, found, 0));
        List<String> kept = found.stream()
                .filter(s -> s.length() <= MAX_VALUE_CHARS)
                .limit(MAX_VALUES)
                .toList();
        if (kept.size() < found.size()) {
            findings.add(
                    frontMatter.lineOf(key.get()),
                    "front matter \"" + key.get() + "\" has " + found.size() + " values, of which " + kept.size()
                            + " are used (at most " + MAX_VALUES + " of " + MAX_VALUE_CHARS + " characters each)");
        }
        return kept;
    }

    private void collect(String key, FrontMatterValue value, Set<String> found, int depth) {
        switch (value) {
            case Text text -> {
                List<String> parts = depth == 0 ? split(key, text.text()) : List.of(text.text());
                parts.forEach(part -> add(part, found));
            }
            case Items items -> {
                if (depth < MAX_DEPTH) {
                    items.items().forEach(item -> collect(key, item, found, depth + 1));
                }
            }
            case Fields fields -> collectNamed(key, fields, found, depth);
        }
    }

    private List<String> split(String key, String text) {
        boolean isPlaces =
                hasLocationHierarchy && Field.LOCATIONS.keys(configured).contains(key);
        return isPlaces ? dialect.splitPlaces(key, text) : dialect.split(key, text);
    }

    private void collectNamed(String key, Fields fields, Set<String> found, int depth) {
        Optional<FrontMatterValue> name = NAMES.stream()
                .filter(fields.fields()::containsKey)
                .map(fields.fields()::get)
                .findFirst();
        if (name.isPresent()) {
            collect(key, name.get(), found, depth + 1);
        } else {
            findings.add(
                    frontMatter.lineOf(key),
                    "front matter \"" + key + "\" is a map without a name (expected texts); it is left out");
        }
    }

    private static void add(String text, Set<String> found) {
        String tidy = tidy(MARKDOWN_LINK.matcher(text).replaceAll("$1"));
        if (!tidy.isEmpty()) {
            found.add(tidy);
        }
    }

    private static String tidy(String text) {
        return TextRepair.repair(text.replaceAll("\\s+", " ").strip());
    }

    /// The values of a key as far as they are scalars, for switches like `robots: [noindex]`.
    static List<String> scalars(FrontMatterValue value) {
        List<String> texts = new ArrayList<>();
        switch (value) {
            case Text text -> texts.add(text.text());
            case Items items -> items.items().forEach(item -> texts.addAll(scalars(item)));
            case Fields fields -> fields.fields().values().forEach(item -> texts.addAll(scalars(item)));
        }
        return texts;
    }
}
