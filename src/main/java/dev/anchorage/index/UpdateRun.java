package dev.anchorage.index;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One asked-for update of a running service, as it stands.
///
/// @param id  names the run; nobody can guess it
/// @param state  how far it is
/// @param asked  when it was asked for
/// @param ended  when it was over; null before
/// @param report  what it did; only of a run that is done
/// @param reason  why it is not done: one sentence; only of a run that failed or was refused
public record UpdateRun(
        String id,
        State state,
        Instant asked,
        @Nullable Instant ended,
        @Nullable IndexReport report,
        @Nullable String reason) {

    static UpdateRun queued(String id) {
        return new UpdateRun(id, State.QUEUED, Instant.now(), null, null, null);
    }

    UpdateRun running() {
        return new UpdateRun(id, State.RUNNING, asked, null, null, null);
    }

    UpdateRun done(IndexReport made) {
        return new UpdateRun(id, State.DONE, asked, Instant.now(), made, null);
    }

    UpdateRun without(State outcome, String why) {
        return new UpdateRun(id, outcome, asked, Instant.now(), null, why);
    }

    /// How far a run is.
    public enum State {
        /// It waits for the run before it.
        QUEUED,
        RUNNING,
        /// The index is up to date; readers see it.
        DONE,
        /// It could not be made; the index is as before.
        FAILED,
        /// It would have been wrong, or may not be made now; the index is as before.
        REFUSED;

        /// As JSON and metrics spell it.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
