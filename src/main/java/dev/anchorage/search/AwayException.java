package dev.anchorage.search;

import java.io.IOException;

/// That the sections can't be asked or written now, but will be again without anybody doing anything to this program.
public final class AwayException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param message  one sentence: what can't be reached and why
    public AwayException(String message, Throwable cause) {
        super(message, cause);
    }

    /// @param message  one sentence: what can't be reached and why
    public AwayException(String message) {
        super(message);
    }
}
