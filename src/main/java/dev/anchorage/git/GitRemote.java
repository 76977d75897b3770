package dev.anchorage.git;

import java.time.Duration;
import java.util.Set;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/// Where posts come from, and the only place they are fetched from.
///
/// @param url  `https://…`, `ssh://…`, `user@host:path` or `file:///…`, without a password
/// @param branch  its name; null: the remote's own choice
/// @param token  what proves to an HTTPS host who asks; null: nothing does
/// @param timeout  for one fetch as a whole
public record GitRemote(
        String url, @Nullable String branch, @Nullable String token, Duration timeout) {
    private static final Set<String> SCHEMES = Set.of("https", "http", "ssh", "file");

    /// Checks the parts.
    ///
    /// @throws IllegalArgumentException when the URL is none to fetch from; the message is a sentence without
    /// the password
    public GitRemote {
        URIish parsed;
        try {
            parsed = new URIish(url);
        } catch (java.net.URISyntaxException wrong) {
            throw new IllegalArgumentException("the remote is no URL (expected https://, ssh:// or file://)");
        }
        if (parsed.getPass() != null) {
            throw new IllegalArgumentException("the remote holds a password, which would show up in logs; put it in"
                    + " ANCHORAGE_REMOTE_TOKEN or remote-token-file");
        }
        boolean isScp = parsed.getScheme() == null && parsed.getHost() != null && !url.contains("::");
        if (!isScp && (parsed.getScheme() == null || !SCHEMES.contains(parsed.getScheme()))) {
            throw new IllegalArgumentException("the remote is \"" + url + "\", expected https://, ssh:// or file://");
        }
        if (url.startsWith("-") || String.valueOf(parsed.getHost()).startsWith("-")) {
            throw new IllegalArgumentException("the remote's host begins with a dash");
        }
        if (token != null && parsed.getScheme() != null && parsed.getScheme().equals("http")) {
            throw new IllegalArgumentException("the token would travel over http:// for all to read; use https://");
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
