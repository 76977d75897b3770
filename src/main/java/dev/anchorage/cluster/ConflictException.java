package dev.anchorage.cluster;

import java.io.IOException;

/// That somebody else was faster.
final class ConflictException extends IOException {
    private static final long serialVersionUID = 1;

    ConflictException(String message) {
        super(message);
    }
}
