package dev.anchorage.index;

import java.io.IOException;

/// An update that was not made, because it is not allowed now or would lose too much. What was indexed is as before.
public final class IndexRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    IndexRefusedException(String message) {
        super(message);
    }
}
