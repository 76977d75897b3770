package dev.anchorage.web;

import dev.anchorage.index.UpdateRuns;
import io.undertow.server.HttpHandler;
import org.jspecify.annotations.Nullable;

/// What the owner of a service may do over HTTP, and how they are known.
///
/// @param key  opens `/api/v1/reindex`; null: nobody may
/// @param hookSecret  signs `/api/v1/hooks/git`; null: no git host may
/// @param runs  the updates that are asked for; null when there is nothing to update from
public record Owner(
        @Nullable Secret key,
        @Nullable Secret hookSecret,
        @Nullable UpdateRuns runs) {
    /// What answers `/api/v1/reindex` and the addresses below it.
    static HttpHandler reindexing(Site site) {
        Owner owner = site.owner();
        return owner.runs == null ? NOTHING : new KeyHandler(owner.key, new ReindexHandler(owner.runs, site));
    }

    /// What answers a git host, which is heard on the I/O thread.
    static HttpHandler hook(Site site) {
        Owner owner = site.owner();
        return owner.runs == null ? NOTHING : new GitHookHandler(owner.hookSecret, owner.runs, site);
    }

    private static final HttpHandler NOTHING =
            new ProblemHandler(404, "not-found", "There is nothing at this address.");

    /// Nobody may do anything.
    public static final Owner NOBODY = new Owner(null, null, null);
}
