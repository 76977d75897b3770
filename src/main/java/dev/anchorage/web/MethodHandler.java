package dev.anchorage.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.Set;

/// Lets the methods pass that an address takes.
///
/// @param allow  the value of `Allow`
record MethodHandler(HttpHandler inner, Set<HttpString> methods, String allow) implements HttpHandler {

    /// For what is read.
    static HttpHandler get(HttpHandler inner) {
        return new MethodHandler(inner, Set.of(Methods.GET, Methods.HEAD), "GET, HEAD, OPTIONS");
    }

    /// For what is told.
    static HttpHandler post(HttpHandler inner) {
        return new MethodHandler(inner, Set.of(Methods.POST), "POST, OPTIONS");
    }

    /// For what says itself which of these it takes.
    static HttpHandler any(HttpHandler inner) {
        return new MethodHandler(inner, Set.of(Methods.GET, Methods.HEAD, Methods.POST), "GET, HEAD, POST, OPTIONS");
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HttpString method = exchange.getRequestMethod();
        if (methods.contains(method)) {
            inner.handleRequest(exchange);
            return;
        }
        exchange.getResponseHeaders().put(Headers.ALLOW, allow);
        if (method.equals(Methods.OPTIONS)) {
            exchange.setStatusCode(204).endExchange();
        } else {
            ProblemHandler.answer(
                    exchange,
                    405,
                    "method-not-allowed",
                    "This address answers " + allow.replace(", OPTIONS", "") + " only.");
        }
    }
}
