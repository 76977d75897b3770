package dev.anchorage.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.PathHandler;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// What answers at which address, with which method. Filled before the service begins, then thread-safe.
final class Addresses implements HttpHandler {
    private final Workers workers;
    private final PathHandler paths = new PathHandler();
    private final Map<String, String> methods = new TreeMap<>();

    /// @param workers  run what takes time
    Addresses(Workers workers) {
        this.workers = workers;
    }

    /// Answers GET and HEAD on the I/O thread: for what is in memory, and for what leaves that thread by itself.
    Addresses quick(String path, HttpHandler handler) {
        return add(path, "GET", MethodHandler.get(handler));
    }

    /// The same for pages of other origins too.
    Addresses quick(String path, HttpHandler handler, Function<HttpServerExchange, List<String>> origins) {
        return add(path, "GET", new CorsHandler(MethodHandler.get(handler), origins));
    }

    /// Answers GET and HEAD on a worker's thread.
    Addresses get(String path, HttpHandler handler) {
        return add(path, "GET", MethodHandler.get(workers.of(handler)));
    }

    /// Answers POST on the I/O thread: for what takes no time, and waits for no body.
    Addresses post(String path, HttpHandler handler) {
        return add(path, "POST", MethodHandler.post(handler));
    }

    /// Leaves every other address to these paths, on a worker's thread.
    ///
    /// @param known  the method of each of them
    Addresses rest(PathHandler others, Map<String, String> known) {
        paths.addPrefixPath("/", MethodHandler.any(workers.of(others)));
        methods.putAll(known);
        return this;
    }

    private Addresses add(String path, String method, HttpHandler handler) {
        paths.addExactPath(path, handler);
        methods.put(path, method);
        return this;
    }

    /// The method of every path.
    Map<String, String> methods() {
        return Map.copyOf(methods);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        paths.handleRequest(exchange);
    }
}
