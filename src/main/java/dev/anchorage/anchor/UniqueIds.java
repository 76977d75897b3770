package dev.anchorage.anchor;

import dev.anchorage.anchor.HeadingSource.IdTaker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

    /// Takes note of what else took ids before the next heading.
    default void pass(List<IdTaker> takers) {}

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

    /// `foo`, `foo-1`, `foo-2` …, counted for each slug alone, so that a heading "Foo 1" may have the same id:
    /// kramdown, pandoc's gfm, GitHub's `TableOfContentsFilter`.
    final class CountedBySlug implements UniqueIds {
        private final Map<String, Integer> repeats = new HashMap<>();
        private final boolean writesEmpty;

        /// @param writesEmpty  whether an empty slug gives an empty id; else it gives none
        CountedBySlug(boolean writesEmpty) {
            this.writesEmpty = writesEmpty;
        }

        @Override
        public @Nullable String allot(String slug) {
            int before = repeats.merge(slug, 1, Integer::sum) - 1;
            if (before > 0) {
                return slug + "-" + before;
            }
            return slug.isEmpty() && !writesEmpty ? null : slug;
        }

        @Override
        public void claim(String id) {
            // counts only what it made itself
        }
    }
}
