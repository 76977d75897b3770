package dev.anchorage.cli;

import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.Searcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Reads `synonyms`, `pins` and `ranking` of the configuration.
final class OwnersWishes {
    private OwnersWishes() {}

    static SearchOptions of(Settings settings) throws SettingsException {
        List<List<String>> synonyms = new ArrayList<>();
        for (Object item : settings.list("synonyms")) {
            synonyms.add(group(item, synonyms.size() + 1));
        }
        Map<String, String> pins = new TreeMap<>();
        for (Map.Entry<String, Object> pin : settings.map("pins").entrySet()) {
            if (!(pin.getValue() instanceof String url)
                    || url.isBlank()
                    || pin.getKey().isBlank()) {
                throw new SettingsException(
                        "pins: \"" + pin.getKey() + "\" is " + pin.getValue()
                                + ", expected a query and the address of a post or section, such as `tides: /2016/tides#reading`");
            }
            pins.put(pin.getKey(), url);
        }
        if (pins.isEmpty()
                && !settings.list("pins").isEmpty()
                && !(settings.list("pins").getFirst() instanceof Map)) {
            throw new SettingsException("pins: expected queries with an address each, such as `tides: /2016/tides`");
        }
        return new SearchOptions(synonyms, pins, recency(settings));
    }

    private static double recency(Settings settings) throws SettingsException {
        Map<String, Object> ranking = settings.map("ranking");
        if (!ranking.keySet().equals(Set.of("recency"))
                && !settings.list("ranking").isEmpty()) {
            throw new SettingsException(
                    "ranking: found " + settings.list("ranking").getFirst()
                            + ", expected a weight, such as `ranking: {recency: " + SearchOptions.RECENCY + "}`");
        }
        if (ranking.isEmpty()) {
            return SearchOptions.RECENCY;
        }
        double recency = ranking.get("recency") instanceof Number number ? number.doubleValue() : Double.NaN;
        if (!(recency >= 0 && recency <= SearchOptions.MAX_RECENCY)) {
            throw new SettingsException("ranking: recency is " + ranking.get("recency")
                    + ", expected a number from 0 to " + SearchOptions.MAX_RECENCY);
        }
        return recency;
    }

    private static List<String> group(Object item, int number) throws SettingsException {
        List<String> words = item instanceof List<?> list
                ? list.stream()
                        .map(word -> String.valueOf(word).strip())
                        .distinct()
                        .toList()
                : List.of();
        if (words.size() < 2 || words.contains("")) {
            throw new SettingsException("synonyms: item " + number + " is " + item
                    + ", expected a list of words or phrases that mean the same, such as [js, javascript]");
        }
        return words;
    }

    /// Names the pins that lead nowhere.
    static void warn(Consumer<String> warnings, Searcher searcher) throws IOException {
        new TreeMap<>(searcher.absentPins())
                .forEach((query, url) -> warnings.accept("anchorage: pins: \"" + Style.clean(query) + "\" leads to "
                        + Style.clean(url) + ", which is not in the index"));
    }
}
