package dev.anchorage.web;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How fast each client may ask: a bucket of tokens for an address, or for the /64 that an IPv6 address is from. The
/// least recent of too many clients is forgotten. Thread-safe; addresses are kept in memory only.
final class ClientRates {
    static final int MAX_CLIENTS = 20_000;
    private static final double NANOS = 1e9;

    private final HttpLimits limits;
    private final LongSupplier nanos;
    private final int perSecond;
    private final Map<ClientPrefix, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ClientPrefix, Bucket> eldest) {
            return size() > MAX_CLIENTS;
        }
    };

    /// @param nanos  a clock that only moves forward
    ClientRates(HttpLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
        Integer asked = limits.perSecond();
        this.perSecond = asked == null ? HttpLimits.DEFAULT_PER_SECOND : asked;
    }

    /// Takes a token. Who has none left may come back after the answer's number of seconds; 0: go ahead.
    int secondsToWait(InetAddress client) {
        if (limits.perSecond() == null && client.isLoopbackAddress()) {
            return 0;
        }
        ClientPrefix prefix = ClientPrefix.of(client);
        synchronized (buckets) {
            long now = nanos.getAsLong();
            Bucket bucket = buckets.computeIfAbsent(prefix, key -> new Bucket(limits.burst(), now));
            return bucket.take(now);
        }
    }

    private final class Bucket {
        private double tokens;
        private long since;

        Bucket(double tokens, long since) {
            this.tokens = tokens;
            this.since = since;
        }

        int take(long now) {
            tokens = Math.min(limits.burst(), tokens + (now - since) / NANOS * perSecond);
            since = now;
            if (tokens >= 1) {
                tokens--;
                return 0;
            }
            return (int) Math.ceil((1 - tokens) / perSecond);
        }
    }
}
