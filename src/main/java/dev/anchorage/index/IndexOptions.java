package dev.anchorage.index;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How to bring an index up to date.
///
/// @param directory  the folder of the index; made when absent
/// @param isFull  build anew instead of writing only what changed
/// @param isShrinkAllowed  replace a full index also by an empty or a 90 % smaller archive
/// @param settings  fingerprint of everything besides the files that decides what is indexed; another one than last
///     time makes every post be read again
/// @param defaultLanguage  BCP 47 tag for posts whose language nobody tells; null: none
/// @param hasLocationHierarchy  a location `Chicago, Illinois, USA` also counts as `Illinois, USA` and as `USA`
/// @param now  the moment that decides which posts are due and which have expired
/// @param lastGeneration  the newest generation that readers have seen, so that one made after its index was lost is
///     still greater; 0: none
/// @param expectation  what must hold of the new state; otherwise the old one stays; null: nothing
/// @param progress  is told how far the update is
/// @param keepsPrevious  whether the state before a full reindex is kept, to go back to
public record IndexOptions(
        Path directory,
        boolean isFull,
        boolean isShrinkAllowed,
        String settings,
        @Nullable String defaultLanguage,
        boolean hasLocationHierarchy,
        Instant now,
        long lastGeneration,
        @Nullable Expectation expectation,
        IndexProgress progress,
        boolean keepsPrevious) {

    /// For an index that nobody has read yet or that is still there; locations stand for themselves, nothing is
    /// expected and nobody watches.
    public IndexOptions(
            Path directory,
            boolean isFull,
            boolean isShrinkAllowed,
            String settings,
            @Nullable String defaultLanguage,
            Instant now) {
        this(
                directory,
                isFull,
                isShrinkAllowed,
                settings,
                defaultLanguage,
                false,
                now,
                0,
                null,
                IndexProgress.NONE,
                true);
    }

    /// The same for an index whose generations reach up to the one given.
    IndexOptions after(long generation) {
        return new IndexOptions(
                directory,
                isFull,
                isShrinkAllowed,
                settings,
                defaultLanguage,
                hasLocationHierarchy,
                now,
                Math.max(generation, lastGeneration),
                expectation,
                progress,
                keepsPrevious);
    }
}
