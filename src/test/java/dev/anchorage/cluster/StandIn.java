package dev.anchorage.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Stands in front of a node, hands on what it is asked, and refuses what it is told to refuse.
public final class StandIn implements AutoCloseable {
    /// What is handed on.
    public static final int NOT_REFUSED = 0;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final URI node;
    private final ToIntFunction<HttpExchange> refusing;
    private final boolean isSecured;
    private final HttpServer server;

    /// @param keys  for TLS; null: without
    /// @param refusing  the status with which a request is refused, or {@link #NOT_REFUSED}
    public StandIn(URI node, @Nullable SSLContext keys, ToIntFunction<HttpExchange> refusing) throws IOException {
        this.node = node;
        this.refusing = refusing;
        isSecured = keys != null;
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = keys == null ? HttpServer.create(address, 0) : secured(address, keys);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private static HttpServer secured(InetSocketAddress address, SSLContext keys) throws IOException {
        HttpsServer secured = HttpsServer.create(address, 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(keys));
        return secured;
    }

    /// Where it answers.
    public URI address() {
        return URI.create((isSecured ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort());
    }

    /// What a request says of who asks; empty: nothing.
    public static String authorization(HttpExchange request) {
        return Objects.requireNonNullElse(request.getRequestHeaders().getFirst("Authorization"), "");
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = refusing.applyAsInt(exchange);
        byte[] answer = "{\"error\":{\"reason\":\"refused\"}}".getBytes(StandardCharsets.UTF_8);
        if (status == NOT_REFUSED) {
            HttpResponse<byte[]> given = handOn(exchange, body);
            status = given.statusCode();
            answer = given.body();
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private HttpResponse<byte[]> handOn(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(node.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                .header(
                        "Content-Type",
                        Objects.requireNonNullElse(
                                exchange.getRequestHeaders().getFirst("Content-Type"), "application/json"))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        client.close();
    }
}
