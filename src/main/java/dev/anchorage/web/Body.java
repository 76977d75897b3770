package dev.anchorage.web;

import dev.anchorage.querylog.Outcome;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The bytes of an answer as they go over the wire; not to be changed.
final class Body {
    /// What fits into one packet gains nothing.
    private static final int WORTH_IT = 1_024;

    private static final Pattern NO_GZIP = Pattern.compile("gzip\\s*;\\s*q=0(\\.0*)?\\s*(,|$)");

    private final byte[] bytes;
    private final boolean isGzipped;
    private final @Nullable Outcome outcome;

    private Body(byte[] bytes, boolean isGzipped, @Nullable Outcome outcome) {
        this.bytes = bytes;
        this.isGzipped = isGzipped;
        this.outcome = outcome;
    }

    /// What the question found that this answers; null when it isn't known.
    @Nullable
    Outcome outcome() {
        return outcome;
    }

    /// The same, with what the question found.
    Body with(@Nullable Outcome found) {
        return new Body(bytes, isGzipped, found);
    }

    int size() {
        return bytes.length;
    }

    /// As they are, or compressed when that is wanted and saves a tenth.
    static Body of(byte[] plain, boolean isGzipWanted) {
        if (!isGzipWanted || plain.length < WORTH_IT) {
            return new Body(plain, false, null);
        }
        byte[] gzipped = gzipped(plain);
        return gzipped.length < plain.length * 9L / 10 ? new Body(gzipped, true, null) : new Body(plain, false, null);
    }

    /// Whether who asks takes compressed bytes.
    static boolean isGzipWanted(HttpServerExchange exchange) {
        String accepted = exchange.getRequestHeaders().getFirst(Headers.ACCEPT_ENCODING);
        return accepted != null
                && accepted.contains("gzip")
                && !(accepted.contains("q=0") && NO_GZIP.matcher(accepted).find());
    }

    /// Sends them on the connection's I/O thread. If a worker ended the exchange itself, that thread would wait for
    /// it at full speed as soon as the client asks again.
    void send(HttpServerExchange exchange) {
        if (isGzipped) {
            exchange.getResponseHeaders().put(Headers.CONTENT_ENCODING, "gzip");
        }
        if (exchange.isInIoThread()) {
            write(exchange);
        } else {
            exchange.dispatch(exchange.getIoThread(), this::write);
        }
    }

    private void write(HttpServerExchange exchange) {
        exchange.getResponseSender().send(ByteBuffer.wrap(bytes));
    }

    private static byte[] gzipped(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return out.toByteArray();
    }
}
