package dev.anchorage.git;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Posts that could not be fetched. What was fetched before is as it was; the message is one sentence without secrets.
public final class FetchException extends IOException {
    private static final long serialVersionUID = 1;

    FetchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
