package dev.anchorage.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `anchorage search`.
@Command(name = "search", description = "Search from the terminal.")
final class SearchCommand extends Subcommand {
    @Parameters(paramLabel = "WORD", arity = "0..*", description = "What to look for; nothing lists the newest posts.")
    private List<String> words = List.of();

    @Option(names = "--tag", paramLabel = "TAG", description = "Only posts with this tag; may be repeated.")
    private List<String> tag = List.of();

    @Option(names = "--location", paramLabel = "PLACE", description = "Only posts about this place; may be repeated.")
    private List<String> location = List.of();

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            description = "Only posts of this category; may be repeated.")
    private List<String> category = List.of();

    @Option(names = "--author", paramLabel = "NAME", description = "Only posts by this author; may be repeated.")
    private List<String> author = List.of();

    @Option(names = "--language", paramLabel = "TAG", description = "Only posts in this language; may be repeated.")
    private List<String> language = List.of();

    @Option(names = "--year", paramLabel = "YEAR", description = "Only posts of this year; may be repeated.")
    private List<String> year = List.of();

    @Option(names = "--after", paramLabel = "DAY", description = "Only posts from this day, month or year on.")
    private @Nullable String after;

    @Option(names = "--before", paramLabel = "DAY", description = "Only posts before this day, month or year.")
    private @Nullable String before;

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            completionCandidates = Choices.Orders.class,
            description = "relevance, newest or oldest (default: relevance).")
    private @Nullable String sort;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many posts, up to 100 (default: 10).")
    private @Nullable String limit;

    @Option(names = "--offset", paramLabel = "N", description = "Pass over so many posts.")
    private @Nullable String offset;

    SearchCommand(Settings settings) {
        super(settings);
    }

    @Override
    void take(PlainLine line) {
        super.take(line);
        words = line.words();
        tag = line.all("tag");
        location = line.all("location");
        category = line.all("category");
        author = line.all("author");
        language = line.all("language");
        year = line.all("year");
        after = line.value("after");
        before = line.value("before");
        sort = line.value("sort");
        limit = line.value("limit");
        offset = line.value("offset");
    }

    @Override
    int run() throws IOException, SettingsException {
        return new ShellSearch(settings, places.engine, index(), output, parameters()).run(out(), err());
    }

    private Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("q", List.of(String.join(" ", words)));
        parameters.put("tag", tag);
        parameters.put("location", location);
        parameters.put("category", category);
        parameters.put("author", author);
        parameters.put("language", language);
        parameters.put("year", year);
        put(parameters, "after", after);
        put(parameters, "before", before);
        put(parameters, "sort", sort);
        put(parameters, "limit", limit);
        put(parameters, "offset", offset);
        return parameters;
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, List.of(value));
        }
    }
}
