package dev.anchorage.web;

import org.jspecify.annotations.Nullable;

/// What the owner of a service may do and see, besides what readers do.
///
/// Owner, health and queries are those of the only blog; where there are several, each site has its own.
///
/// @param accessLog  told of every answer; null: nobody is
/// @param queries  told of every query; null: nobody is
public record Backstage(
        Owner owner,
        Health health,
        Metrics metrics,
        @Nullable AccessLog accessLog,
        @Nullable QueryWatch queries) {
    /// Of a service of several sites.
    public Backstage(Metrics metrics, @Nullable AccessLog accessLog) {
        this(Owner.NOBODY, new Health(), metrics, accessLog, null);
    }

    /// Counts an answer, and writes it down when that is wanted.
    ///
    /// @param problem  last part of its type; null when the answer is none
    void answered(AccessLog.Access access, @Nullable String problem) {
        metrics.answered(Routes.of(access.path()), access.status(), access.time(), access.bytes(), problem);
        if (accessLog != null) {
            accessLog.write(access);
        }
    }

    /// Nobody may do anything, and nothing is written down.
    static Backstage empty() {
        return new Backstage(Owner.NOBODY, new Health(), new Metrics(), null, null);
    }
}
