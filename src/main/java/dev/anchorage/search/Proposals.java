package dev.anchorage.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an archive has for a query that found nothing.
///
/// @param postsNow  that match strictly by now
/// @param spelling  another spelling of the query; null for none
/// @param synonyms  groups for `synonyms:` of the configuration: a word of the query, then what the archive has instead
public record Proposals(int postsNow, @Nullable String spelling, List<List<String>> synonyms) {
    public Proposals {
        synonyms = List.copyOf(synonyms);
    }

    /// Both, for a table, such as `museum; synonyms: [[k8s, kubernetes]]`; empty for none.
    public String text() {
        Stream<String> groups = synonyms.stream().map(group -> "[" + String.join(", ", group) + "]");
        String all = groups.collect(Collectors.joining(", "));
        return Stream.of(spelling == null ? "" : spelling, all.isEmpty() ? "" : "synonyms: [" + all + "]")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
