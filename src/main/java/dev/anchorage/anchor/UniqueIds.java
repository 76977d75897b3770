package dev.anchorage.anchor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the ids of one page unique, as far as the generator cares. One object serves one page.
interface UniqueIds {

    /// The id for a heading with this slug; null when the generator writes none.
    @Nullable
    String allot(String slug);

    /// Takes note of an id that the author wrote.
    void claim(String id);

    /// `foo`, `foo-1`, `foo-2` …, never one that is taken: github-slugger 2 `slug()`, goldmark `ids.Generate`,
    /// markdown-it-anchor `uniqueSlug`.
    final class NeverTaken implements UniqueIds {
        private final Set<String> taken = new HashSet<>();
        private final Map<String, Integer> repeats = new HashMap<>();

        @Override
        public String allot(String slug) {
            String id = slug;
            while (!taken.add(id)) {
                id = slug + "-" + repeats.merge(slug, 1, Integer::sum);
            }
            return id;
        }

        @Override
        public void claim(String id) {
            taken.add(id);
        }
    }
}
