package dev.anchorage.post;

import dev.anchorage.post.FrontMatter.Format;
import dev.anchorage.post.FrontMatterValue.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files from which posts inherit. What is there but can't be read may hide posts.
final class MetadataFile {
    private static final long MAX_BYTES = 1024 * 1024;

    /// Stands for a text that nobody could read.
    private static final String ANYTHING = "draft";

    /// What a data file in JavaScript may set as a literal.
    private static final List<String> SETTINGS = List.of(
            "draft",
            "published",
            "eleventyExcludeFromCollections",
            "permalink",
            "hidden",
            "unlisted",
            "noindex",
            "private",
            "status",
            "visibility",
            "lang",
            "date");

    /// The keys among them that hide, with something behind them.
    private static final Pattern HIDING =
            Pattern.compile("(?<![\\w.$])[\"']?(?:draft|published|eleventyExcludeFromCollections|hidden"
                    + "|unlisted|noindex|private|status|visibility)[\"']?\\s*[:=(]\\s*(.*)");

    private static final Pattern LITERAL = Pattern.compile(
            "(?:[\"'`][^\"'`]*[\"'`]|true|false|\\d+)\\b?\\s*[,;})].*|(?:[\"'`][^\"'`]*[\"'`]|true|false|\\d+)\\s*");

    /// An expression that looks at what the post itself says, which is known.
    private static final Pattern OWN_WORD =
            Pattern.compile("(?i)\\b(?:data|this)\\??\\.(?:draft|published|hidden|unlisted|private|status|date)\\b");

    private MetadataFile() {}

    /// A data file's keys and values.
    static FrontMatter data(Path file) {
        return text(file)
                .map(text -> Configuration.parse(file.toString(), text))
                .orElseGet(() -> FrontMatter.unreadable(ANYTHING));
    }

    /// The front matter of a page.
    static FrontMatter frontMatter(Path file) {
        return text(file)
                .map(text -> FrontMatterReader.read(clean(text), false, new Findings(file.toString()))
                        .frontMatter())
                .orElseGet(() -> FrontMatter.unreadable("cascade: draft"));
    }

    /// A program: what it sets literally counts; what it would compute may hide.
    static FrontMatter code(Path file) {
        Optional<String> text = text(file);
        if (text.isEmpty()) {
            return FrontMatter.unreadable(ANYTHING);
        }
        var code = new ConfigurationCode(clean(text.get()));
        Map<String, FrontMatterValue> values = new LinkedHashMap<>();
        for (String key : SETTINGS) {
            code.setting(key).ifPresent(value -> values.put(key.toLowerCase(Locale.ROOT), new Text(value)));
        }
        boolean isSure = code.lines().allMatch(MetadataFile::isSure);
        return isSure ? FrontMatter.of(values) : new FrontMatter(Format.NONE, values, Map.of(), ANYTHING);
    }

    private static boolean isSure(String line) {
        Matcher hiding = HIDING.matcher(line);
        return !hiding.find()
                || LITERAL.matcher(hiding.group(1)).matches()
                || OWN_WORD.matcher(line).find();
    }

    /// A text; empty when the file is there but can't be read.
    static Optional<String> text(Path file) {
        try {
            return Files.size(file) > MAX_BYTES
                    ? Optional.empty()
                    : Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Files.isDirectory(file) ? Optional.of("") : Optional.empty();
        }
    }

    private static String clean(String text) {
        return text.replace("\r\n", "\n").replace("\uFEFF", "");
    }
}
