package dev.anchorage.cli;

import dev.anchorage.search.BadParameterException;
import dev.anchorage.search.ResponseJson;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One search from the shell, its options known.
///
/// @param engine  the name of what keeps the sections
/// @param parameters  as {@link SearchRequest#parse} takes them
record ShellSearch(
        Settings settings, String engine, Path index, OutputOptions output, Map<String, List<String>> parameters) {
    /// Prints the answer.
    ///
    /// @return the exit code
    int run(PrintWriter out, PrintWriter err) throws IOException, SettingsException {
        SearchRequest request = request();
        try (Engine kept = Engine.of(engine, settings)) {
            SearchResponse response = kept.once(
                    index,
                    OwnersWishes.of(settings),
                    settings.site(),
                    searcher -> output.isJson ? searcher.search(request) : searcher.searchBriefly(request));
            if (output.isJson) {
                out.println(new String(ResponseJson.of(response, null), StandardCharsets.UTF_8));
            } else {
                new ResponsePrinter(out, new Style(output.isColored())).print(response);
            }
            if (response.posts().isEmpty() && !output.isQuiet && !output.isJson) {
                err.println("Nothing found.");
            }
            return response.posts().isEmpty() ? Main.DONE_BUT : Main.DONE;
        }
    }

    private SearchRequest request() throws SettingsException {
        try {
            return SearchRequest.parse(parameters);
        } catch (BadParameterException bad) {
            throw new SettingsException("--" + bad.sentence().substring(1).replaceFirst("\"", ""));
        }
    }
}
