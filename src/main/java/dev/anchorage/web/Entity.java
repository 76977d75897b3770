package dev.anchorage.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.ETag;
import io.undertow.util.ETagUtils;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Bytes of a type that stay the same, known by their content: who has them already is told so with 304.
final class Entity {
    private static final int TAG_BYTES = 8;

    private final String type;
    private final Body plain;
    private final Body gzipped;

    /// Weak, since compression changes the bytes and not what they say.
    private final ETag tag;

    /// @param type  the value of `Content-Type`
    Entity(String type, byte[] bytes) {
        this.type = type;
        this.plain = Body.of(bytes, false);
        this.gzipped = Body.of(bytes, true);
        this.tag = new ETag(true, digest(bytes));
    }

    Entity(String type, String text) {
        this(type, text.getBytes(StandardCharsets.UTF_8));
    }

    void send(HttpServerExchange exchange, String cacheControl) {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, type)
                .put(Headers.CACHE_CONTROL, cacheControl)
                .put(Headers.ETAG, tag.toString())
                .add(Headers.VARY, "Accept-Encoding");
        if (!isKnown(exchange, tag)) {
            (Body.isGzipWanted(exchange) ? gzipped : plain).send(exchange);
        } else {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED).endExchange();
        }
    }

    /// Whether who asks has this already.
    static boolean isKnown(HttpServerExchange exchange, ETag tag) {
        String known = exchange.getRequestHeaders().getFirst(Headers.IF_NONE_MATCH);
        return known != null && (known.strip().equals("*") || !ETagUtils.handleIfNoneMatch(exchange, tag, true));
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
