package dev.anchorage.archive;

import java.util.List;

/// What an archive holds at one moment.
///
/// @param files  the source files, sorted by path
/// @param skipped  one problem for each file or folder that should have been read but can't be; never about files that
/// are no posts anyway
public record Scan(List<SourceFile> files, List<Problem> skipped) {
    public Scan {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
    }
}
