package dev.anchorage.post;

import dev.anchorage.archive.Problem;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with one file while it is read.
final class Findings {
    /// Texts quoted in messages are cut here.
    private static final int MAX_QUOTED_CHARS = 60;

    private final String path;
    private final List<Problem> problems = new ArrayList<>();

    Findings(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    void add(int line, String message) {
        problems.add(new Problem(path, line, message));
    }

    List<Problem> toList() {
        return List.copyOf(problems);
    }

    /// A text in quotes, on one line and of a bearable length.
    static String quoted(String text) {
        String flat = text.replaceAll("\\s+", " ").strip();
        boolean long_ = flat.codePointCount(0, flat.length()) > MAX_QUOTED_CHARS;
        return '"' + (long_ ? flat.substring(0, flat.offsetByCodePoints(0, MAX_QUOTED_CHARS)) + "…" : flat) + '"';
    }
}
