package dev.anchorage.post;

import dev.anchorage.archive.Problem;

/// A source file that can't be a post: it is no text, or larger than the limit. The message is `path:line: what is
/// wrong`.
public final class PostFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    PostFormatException(String path, int line, String message) {
        super(new Problem(path, line, message).toString());
        problem = new Problem(path, line, message);
    }

    /// Path, line (0: the whole file) and what is wrong, one by one.
    public Problem problem() {
        return problem;
    }
}
