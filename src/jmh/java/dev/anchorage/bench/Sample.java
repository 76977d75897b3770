package dev.anchorage.bench;

import dev.anchorage.bench.CutSections.Cut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Queries as readers type them: one to three words that stand close to each other in some section.
final class Sample {
    private static final int MAX_WORDS = 3;
    private static final int TRIES = 10;

    private final List<String> texts = new ArrayList<>();
    private final Random random = new Random(42);

    /// @param sections  as {@link CutSections} writes them
    Sample(Path sections) throws IOException {
        try (CutSections.Reader cuts = CutSections.read(sections)) {
            for (List<Cut> next = cuts.next(1_000); !next.isEmpty(); next = cuts.next(1_000)) {
                next.stream().map(Cut::text).filter(text -> text.length() > 40).forEach(texts::add);
            }
        }
    }

    /// The next queries, all different.
    ///
    /// @param most  of them; a small archive has fewer
    List<String> queries(int most) {
        Set<String> queries = new LinkedHashSet<>();
        for (int i = 0; i < TRIES * most && queries.size() < most; i++) {
            String query = query();
            if (!query.isBlank()) {
                queries.add(query);
            }
        }
        return List.copyOf(queries);
    }

    private String query() {
        String text = texts.get(random.nextInt(texts.size()));
        String[] words = text.substring(random.nextInt(text.length())).split("[^\\p{L}\\p{N}]+", 12);
        List<String> query = new ArrayList<>();
        int size = 1 + random.nextInt(MAX_WORDS);
        for (int i = 1; i < words.length - 1 && query.size() < size; i++) {
            if (words[i].length() > 3) {
                query.add(words[i]);
            }
        }
        return String.join(" ", query);
    }
}
