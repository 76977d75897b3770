package dev.anchorage.index;

import java.time.Instant;

/// That the state before the last full reindex is back.
///
/// @param generation  of the state that answers now
/// @param updated  when the state was made that is back
public record Rollback(long generation, Instant updated) {}
