package dev.anchorage.anchor;

import java.util.HashSet;
import java.util.Set;

/// docutils `document.set_id`: a slug that is empty or taken is replaced by `id1`, `id2` …, one counter for the page.
final class DocutilsIds implements UniqueIds {
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
}
