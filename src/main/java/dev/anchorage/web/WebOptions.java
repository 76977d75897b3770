package dev.anchorage.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where and how to answer.
///
/// @param host  the address to listen on
/// @param port  0 picks a free one
/// @param publicUrl  the service's address as readers see it, without a slash at the end; null: as they asked
/// @param cors  origins whose pages may read answers, such as `https://blog.example.org`; `*` stands for all; a slash
///     at the end is none of an origin's
/// @param blog  the blog's name, as the results page shows it
/// @param stylesheet  the results page's own look; null for the one that comes along
/// @param access  who may ask under which name
/// @param limits  how much a client may ask
/// @param maxAge  how long an answer may be shown without asking again; zero: not at all
public record WebOptions(
        String host,
        int port,
        @Nullable String publicUrl,
        List<String> cors,
        String blog,
        @Nullable Path stylesheet,
        Access access,
        HttpLimits limits,
        Duration maxAge) {
    /// How long an answer may be shown when nothing else is said: short, since a post may be withdrawn.
    public static final Duration DEFAULT_MAX_AGE = Duration.ofSeconds(30);

    public WebOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
        }
        cors = CorsHandler.origins(cors);
    }

    /// With the usual limits.
    public WebOptions(
            String host,
            int port,
            @Nullable String publicUrl,
            List<String> cors,
            String blog,
            @Nullable Path stylesheet) {
        this(host, port, publicUrl, cors, blog, stylesheet, Access.ANYONE, HttpLimits.defaults(), DEFAULT_MAX_AGE);
    }

    /// Answers for no other origin, with the look that comes along.
    public WebOptions(String host, int port, @Nullable String publicUrl) {
        this(host, port, publicUrl, List.of(), "Blog archive", null);
    }

    /// The same with other limits.
    public WebOptions with(HttpLimits other) {
        return new WebOptions(host, port, publicUrl, cors, blog, stylesheet, access, other, maxAge);
    }

    /// The same for others.
    public WebOptions with(Access other) {
        return new WebOptions(host, port, publicUrl, cors, blog, stylesheet, other, limits, maxAge);
    }

    /// Who may ask under which name.
    ///
    /// @param hosts  names under which the service answers, besides its public address and this machine's; with
    ///     none of these, a service that others can reach answers under any
    /// @param proxies  whose word in `X-Forwarded-For` counts
    public record Access(List<String> hosts, List<AddressBlock> proxies) {
        /// Any name, and no proxy.
        public static final Access ANYONE = new Access(List.of(), List.of());

        public Access {
            hosts = List.copyOf(hosts);
            proxies = List.copyOf(proxies);
        }
    }

    /// The value of `Cache-Control` for answers.
    String cacheControl() {
        long seconds = maxAge.toSeconds();
        return seconds == 0
                ? "public, max-age=0, must-revalidate"
                : "public, max-age=" + seconds + ", stale-while-revalidate=" + 2 * seconds;
    }
}
