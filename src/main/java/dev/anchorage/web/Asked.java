package dev.anchorage.web;

import io.undertow.util.ETag;

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
    record As(String form, String base, String query, boolean isGzipWanted) {}
}
