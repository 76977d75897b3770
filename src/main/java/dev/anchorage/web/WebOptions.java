package dev.anchorage.web;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where and how to answer.
///
/// @param host  the address to listen on
/// @param port  0 picks a free one
/// @param publicUrl  the service's address as readers see it, without a slash at the end; null: as they asked
/// @param cors  origins whose pages may read answers, such as `https://blog.example.org`; `*` stands for all
/// @param blog  the blog's name, as the results page shows it
/// @param stylesheet  the results page's own look; null for the one that comes along
public record WebOptions(
        String host,
        int port,
        @Nullable String publicUrl,
        List<String> cors,
        String blog,
        @Nullable Path stylesheet) {
    public WebOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
        }
        cors = List.copyOf(cors);
    }

    /// Answers for no other origin, with the look that comes along.
    public WebOptions(String host, int port, @Nullable String publicUrl) {
        this(host, port, publicUrl, List.of(), "Blog archive", null);
    }
}
