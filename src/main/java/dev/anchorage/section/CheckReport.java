package dev.anchorage.section;

import dev.anchorage.archive.Problem;
import java.util.List;

/// What is wrong with the links and ids of an archive.
///
/// @param problems  by file and line
/// @param fragments  how many in-page links authors wrote, those to the top of the page left out
/// @param resolved  how many of them lead to an id that the page has
public record CheckReport(List<Problem> problems, int fragments, int resolved) {
    public CheckReport {
        problems = List.copyOf(problems);
    }
}
