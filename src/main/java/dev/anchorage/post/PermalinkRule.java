package dev.anchorage.post;

/// How one generator makes addresses.
interface PermalinkRule {
    Route routeOf(PermalinkSource source);
}
