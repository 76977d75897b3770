package dev.anchorage.search;

import java.io.IOException;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/// Something that is made when it is first asked for; whoever asks meanwhile waits. Thread-safe.
final class OnDemand<T> {
    private final IOSupplier<T> maker;
    private volatile @Nullable T made;

    OnDemand(IOSupplier<T> maker) {
        this.maker = maker;
    }

    boolean isMade() {
        return made != null;
    }

    T get() throws IOException {
        T known = made;
        return known == null ? getOnce() : known;
    }

    private synchronized T getOnce() throws IOException {
        T known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
