package dev.anchorage.search;

import org.jspecify.annotations.Nullable;

/// The part of a service that a blog has: all of it, or that of one site among others.
///
/// @param site  the name of the site; null: there is only one blog
/// @param sites  number of sites that share the memory
public record SiteShare(@Nullable String site, int sites) {
    /// All of it.
    public static final SiteShare WHOLE = new SiteShare(null, 1);
}
