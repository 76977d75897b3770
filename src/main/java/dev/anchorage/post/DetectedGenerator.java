package dev.anchorage.post;

import org.jspecify.annotations.Nullable;

/// What a repository tells about how its blog is built.
///
/// @param generator  with the options that decide about anchors and permalinks
/// @param contentRoot  from where the generator counts paths, relative to the archive
/// @param site  the blog's address according to its own configuration; null when that doesn't say
/// @param evidence  one sentence for the owner: what was seen and where
/// @param isSure  whether a configuration file says so; false for a guess
public record DetectedGenerator(
        Generator generator,
        ContentRoot contentRoot,
        @Nullable String site,
        String evidence,
        boolean isSure) {}
