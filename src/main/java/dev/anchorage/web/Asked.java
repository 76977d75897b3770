package dev.anchorage.web;

import io.undertow.util.ETag;
import java.util.Objects;

/// A question that was asked of an index in one form, and what its answer goes by.
///
/// @param version  of the index
/// @param key  names the answer's bytes
/// @param tagText  the value of `ETag`
record Asked(Question question, String version, boolean isGzipWanted, String key, ETag tag, String tagText) {
    /// All that a question is read from, so that the same needs not be read again.
    ///
    /// @param form  of the answer
    /// @param base  see [Question]
    /// @param query  what follows the `?`, as it came
    record As(String form, String base, String query, boolean isGzipWanted) {
        /// By hand, since Java links that of a record anew in each process, and the first reader waits for it.
        @Override
        public int hashCode() {
            return Objects.hash(form, base, query, isGzipWanted);
        }
    }
}
