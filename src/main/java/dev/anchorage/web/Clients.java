package dev.anchorage.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Who asks.
///
/// @param proxies  whose word in `X-Forwarded-For` counts
record Clients(List<AddressBlock> proxies) {
    private static final int MAX_HOPS = 16;
    private static final AttachmentKey<InetAddress> ASKING = AttachmentKey.create(InetAddress.class);

    /// Who was found to ask, for whoever comes later.
    static InetAddress asking(HttpServerExchange exchange) {
        InetAddress known = exchange.getAttachment(ASKING);
        return known == null ? exchange.getSourceAddress().getAddress() : known;
    }

    /// Finds out who asks.
    InetAddress find(HttpServerExchange exchange) {
        InetAddress client = of(exchange);
        exchange.putAttachment(ASKING, client);
        return client;
    }

    /// The address that asks: the connection's, or, when that is a trusted proxy's, the nearest one behind it that is
    /// none. What stands left of that anyone could have written.
    InetAddress of(HttpServerExchange exchange) {
        InetAddress client = exchange.getSourceAddress().getAddress();
        if (proxies.isEmpty() || !isProxy(client)) {
            return client;
        }
        List<String> hops = hops(exchange);
        for (int i = hops.size() - 1; i >= Math.max(0, hops.size() - MAX_HOPS); i--) {
            InetAddress hop = AddressBlock.literal(hops.get(i).strip());
            if (hop == null) {
                return client;
            }
            client = hop;
            if (!isProxy(client)) {
                return client;
            }
        }
        return client;
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(block -> block.contains(address));
    }

    private static List<String> hops(HttpServerExchange exchange) {
        List<String> hops = new ArrayList<>();
        HeaderValues lines = exchange.getRequestHeaders().get(Headers.X_FORWARDED_FOR);
        if (lines != null) {
            lines.forEach(line -> hops.addAll(Arrays.asList(line.split(",", -1))));
        }
        return hops;
    }
}
