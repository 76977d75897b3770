package dev.anchorage.search;

import java.io.IOException;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/// Something that is made when it is first asked for. Thread-safe.
final class OnDemand<T> {
    private final IOSupplier<T> maker;
    private @Nullable T made;

    OnDemand(IOSupplier<T> maker) {
        this.maker = maker;
    }

    synchronized boolean isMade() {
        return made != null;
    }

    synchronized T get() throws IOException {
        T known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
