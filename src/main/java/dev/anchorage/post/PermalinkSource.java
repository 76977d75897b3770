package dev.anchorage.post;

import java.time.LocalDate;
import java.util.Optional;

/// What a permalink is made of.
///
/// @param sitePath  of the source file, from the root that the generator counts from
/// @param writtenDate  from front matter
/// @param date  from front matter or else from the path
record PermalinkSource(
        String sitePath,
        FrontMatter frontMatter,
        Optional<String> title,
        Optional<PostDate> writtenDate,
        Optional<LocalDate> date,
        Optional<String> language) {}
