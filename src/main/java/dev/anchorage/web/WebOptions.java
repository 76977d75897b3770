package dev.anchorage.web;

import org.jspecify.annotations.Nullable;

/// Where and how to answer.
///
/// @param host  the address to listen on
/// @param port  0 picks a free one
/// @param publicUrl  the service's address as readers see it, without a slash at the end; null: as they asked
public record WebOptions(String host, int port, @Nullable String publicUrl) {
    public WebOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
        }
    }
}
