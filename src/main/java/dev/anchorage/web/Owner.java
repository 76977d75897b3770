package dev.anchorage.web;

import dev.anchorage.index.UpdateRuns;
import io.undertow.server.handlers.PathHandler;
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
    void addTo(PathHandler paths) {
        if (runs != null) {
            paths.addPrefixPath(ReindexHandler.PATH, new KeyHandler(key, new ReindexHandler(runs)));
        }
    }

    /// What a git host says, which is heard on the I/O thread.
    void addHookTo(Addresses addresses) {
        if (runs != null) {
            addresses.post(GitHookHandler.PATH, new GitHookHandler(hookSecret, runs));
        }
    }

    /// Nobody may do anything.
    public static final Owner NOBODY = new Owner(null, null, null);
}
