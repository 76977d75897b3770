package dev.anchorage.section;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The ids of a built page and the headings that bear them.
record BuiltPage(Set<String> ids, List<BuiltHeading> headings) {

    /// @param words  letters and digits of the heading, in lower case
    /// @param id  of the heading, its section or an anchor within; null for none
    private record BuiltHeading(String words, @Nullable String id) {}

    static BuiltPage read(String html) {
        Document page = Jsoup.parse(html);
        Set<String> ids = new HashSet<>();
        page.select("[id]").forEach(element -> ids.add(element.id()));
        page.select("a[name]").forEach(element -> ids.add(element.attr("name")));
        List<BuiltHeading> headings = new ArrayList<>();
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            headings.add(new BuiltHeading(words(heading.text()), HeadingIds.of(heading)));
        }
        return new BuiltPage(ids, headings);
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /// What the page says against the id that was computed for a section.
    Optional<String> objectionTo(Section section) {
        String computed = section.elementId();
        boolean writesId = computed != null && !computed.isEmpty();
        if (section.isLead() || (writesId && ids.contains(computed))) {
            return Optional.empty();
        }
        String words = words(section.heading());
        Optional<String> built = headings.stream()
                .filter(heading -> heading.words.equals(words) && heading.id != null && !heading.id.isEmpty())
                .map(heading -> String.valueOf(heading.id))
                .findFirst();
        if (writesId) {
            String instead = built.map(id -> "\"" + id + "\"").orElse("no such id");
            return Optional.of("the heading \"%s\" should have the id \"%s\", but the built page has %s"
                    .formatted(section.heading(), computed, instead));
        }
        return built.map(id ->
                "the heading \"%s\" should have no id, but the built page has \"%s\"".formatted(section.heading(), id));
    }
}
