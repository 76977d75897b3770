package dev.anchorage.index;

import java.io.IOException;

/// An update that was not made, because it is not allowed now, would lose too much or would break what is expected.
/// What was indexed is as before.
public final class IndexRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param message  one sentence: why, and what to do
    public IndexRefusedException(String message) {
        super(message);
    }
}
