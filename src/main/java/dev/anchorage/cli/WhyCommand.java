package dev.anchorage.cli;

import dev.anchorage.search.Explanation;
import dev.anchorage.search.Explanation.Verdict;
import dev.anchorage.search.ExplanationJson;
import dev.anchorage.search.SearchRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `anchorage why`.
@Command(name = "why", description = "Say why a section ranks where it does for a query, or why it is not found.")
final class WhyCommand extends BlogCommand {
    @Parameters(index = "0", paramLabel = "QUERY", description = "The query; several words need quotes.")
    private String query = "";

    @Parameters(
            index = "1",
            paramLabel = "URL",
            description = "A post's address, with #anchor a section's; or the path of a source file.")
    private String url = "";

    WhyCommand(Settings settings) {
        super(settings);
    }

    @Override
    int run() throws IOException, SettingsException {
        Explanation explanation;
        try (Engine engine = engine()) {
            explanation = engine.once(
                    index(),
                    OwnersWishes.of(settings),
                    settings.site(),
                    searcher -> searcher.explain(SearchRequest.of(query), url));
        }
        if (explanation.verdict() == Verdict.NOT_INDEXED && Files.isDirectory(places.posts)) {
            explanation = Absence.explain(explanation, blog());
        }
        if (output.isJson) {
            out().println(new String(ExplanationJson.of(explanation), StandardCharsets.UTF_8));
        } else {
            new ExplanationPrinter(out(), style()).print(explanation);
        }
        return explanation.verdict() == Verdict.FOUND ? Main.DONE : Main.DONE_BUT;
    }
}
