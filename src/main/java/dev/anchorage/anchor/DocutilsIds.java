package dev.anchorage.anchor;

import dev.anchorage.anchor.HeadingSource.IdTaker;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// docutils `document.set_id`: a slug that is empty or taken is replaced by `id1`, `id2` …, one counter for the page.
final class DocutilsIds implements UniqueIds {
    private final Slug slug = new DocutilsSlug();
    private final Set<String> taken = new HashSet<>();
    private int last;

    @Override
    public String allot(String slug) {
        String id = slug;
        while (id.isEmpty() || !taken.add(id)) {
            last++;
            id = "id" + last;
        }
        return id;
    }

    @Override
    public void claim(String id) {
        taken.add(id);
    }

    /// Footnote marks have no names, hence take a number each; targets and rubrics go by theirs.
    @Override
    public void pass(List<IdTaker> takers) {
        for (IdTaker taker : takers) {
            allot(
                    switch (taker) {
                        case IdTaker.FootnoteMark ignored -> "";
                        case IdTaker.Target target -> slug.of(target.name());
                        case IdTaker.Rubric rubric -> slug.of(rubric.text());
                    });
        }
    }
}
