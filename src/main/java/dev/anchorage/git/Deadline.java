package dev.anchorage.git;

import java.time.Instant;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.transport.FetchResult;

/// Calls a fetch off when its time is over, however busily bytes still trickle in.
final class Deadline extends EmptyProgressMonitor {
    private final Instant end;

    Deadline(Instant end) {
        this.end = end;
    }

    @Override
    public boolean isCancelled() {
        return Instant.now().isAfter(end);
    }

    /// @throws FetchException when the time is over
    FetchResult guard(FetchCommand fetch) throws GitAPIException, FetchException {
        try {
            return fetch.call();
        } catch (GitAPIException | RuntimeException failed) {
            if (isCancelled()) {
                throw new FetchException("the fetch took too long; remote-timeout allows for more", failed);
            }
            throw failed;
        }
    }
}
