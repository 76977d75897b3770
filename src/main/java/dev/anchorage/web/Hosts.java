package dev.anchorage.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names under which the service answers, so that no page elsewhere reaches a service of this machine under a name
/// of its own.
///
/// @param names  in lower case, without ports; none: any
record Hosts(Set<String> names) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// The names that are configured, besides those of this machine. When none are, only a service that others can
    /// reach answers under any.
    static Hosts of(WebOptions options) {
        Set<String> names = new HashSet<>();
        options.access().hosts().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        String host = options.publicUrl() == null
                ? null
                : URI.create(options.publicUrl()).getHost();
        if (host != null) {
            names.add(host.toLowerCase(Locale.ROOT));
        }
        InetAddress address = AddressBlock.literal(options.host());
        boolean isLocal = address == null ? options.host().equals("localhost") : address.isLoopbackAddress();
        if (!names.isEmpty() || isLocal) {
            names.addAll(THIS_MACHINE);
        }
        return new Hosts(Set.copyOf(names));
    }

    /// Whether a request is for this service. The address it was sent to is always one of its names: no page elsewhere
    /// can be under that.
    boolean isMeant(HttpServerExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst(Headers.HOST);
        if (names.isEmpty() || host == null) {
            return true;
        }
        String name = withoutPort(host);
        return names.contains(name)
                || names.contains(name.toLowerCase(Locale.ROOT))
                || isOwn(AddressBlock.literal(name), exchange);
    }

    private static boolean isOwn(@Nullable InetAddress address, HttpServerExchange exchange) {
        return address != null
                && address.equals(exchange.getDestinationAddress().getAddress());
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
