package dev.anchorage.querylog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// A query as it is counted: what differs only in case, width or spaces is one.
final class NormalQuery {
    /// What is longer was pasted rather than asked.
    private static final int MAX_CHARS = 120;

    private NormalQuery() {}

    /// Empty when there is nothing to count.
    static Optional<String> of(String query) {
        if (query.length() > MAX_CHARS) {
            return Optional.empty();
        }
        String normal = Normalizer.normalize(query, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\s\\p{Z}]+", " ")
                .strip();
        return normal.isEmpty() || normal.length() > MAX_CHARS ? Optional.empty() : Optional.of(normal);
    }
}
