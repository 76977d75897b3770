package dev.anchorage.web;

import org.jspecify.annotations.Nullable;

/// What the owner of a service may do and see, besides what readers do.
///
/// @param accessLog  told of every answer; null: nobody is
public record Backstage(
        Owner owner,
        Health health,
        Metrics metrics,
        @Nullable AccessLog accessLog) {
    /// Nobody may do anything, and nothing is written down.
    static Backstage empty() {
        return new Backstage(Owner.NOBODY, new Health(), new Metrics(), null);
    }
}
