package dev.anchorage.anchor;

import org.jspecify.annotations.Nullable;

/// No heading gets an id.
final class NoIds implements UniqueIds {
    @Override
    public @Nullable String allot(String slug) {
        return null;
    }

    @Override
    public void claim(String id) {
        // nothing to be unique among
    }
}
