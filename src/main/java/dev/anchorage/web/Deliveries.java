package dev.anchorage.web;

import java.util.LinkedHashSet;
import java.util.Set;

/// The ids of a git host's last deliveries. Thread-safe; its memory is bounded.
final class Deliveries {
    private static final int MAX_REMEMBERED = 1_000;

    private final Set<String> ids = new LinkedHashSet<>();

    /// Remembers an id.
    ///
    /// @return whether it wasn't among the last thousand
    synchronized boolean isNew(String id) {
        if (!ids.add(id)) {
            return false;
        }
        if (ids.size() > MAX_REMEMBERED) {
            ids.remove(ids.iterator().next());
        }
        return true;
    }
}
