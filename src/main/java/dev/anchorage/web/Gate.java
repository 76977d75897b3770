package dev.anchorage.web;

import dev.anchorage.search.BadParameterException;
import dev.anchorage.search.Recent;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/// Turns away who asks in another's name, too fast, or in a way that can't be read.
///
/// @param paths  what answers the rest
/// @param origins  whose pages may read why they are turned away, so that a search box can wait and ask again
/// @param parameters  of the addresses that were asked for lately, by what follows their `?`
record Gate(
        HttpHandler paths,
        Hosts hosts,
        Clients clients,
        ClientRates rates,
        HttpLimits limits,
        List<String> origins,
        Recent<String, Map<String, List<String>>> parameters)
        implements HttpHandler {

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.getRequestContentLength() > 0) {
            expectBody(exchange);
        }
        if (!hosts.isMeant(exchange)) {
            refuse(exchange, 421, "unknown-host", "This service does not answer under that name.");
            return;
        }
        int wait = rates.secondsToWait(clients.find(exchange));
        if (wait > 0) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, Integer.toString(wait));
            refuse(exchange, 429, "too-many-requests", "That was too much in too short a time; please wait a little.");
            return;
        }
        if (exchange.getRequestMethod().equals(Methods.OPTIONS)
                && exchange.getRelativePath().equals("*")) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD, POST, OPTIONS");
            exchange.setStatusCode(204).endExchange();
            return;
        }
        try {
            Parameters.read(exchange, limits.parameters(), parameters);
        } catch (BadParameterException bad) {
            refuse(exchange, 400, "malformed-url", bad.sentence());
            return;
        }
        paths.handleRequest(exchange);
    }

    private void refuse(HttpServerExchange exchange, int status, String type, String title) {
        CorsHandler.allow(exchange, origins);
        ProblemHandler.answer(exchange, status, type, title);
    }

    /// After a body nothing else is read from the connection, and a body that never ends ends here.
    private void expectBody(HttpServerExchange exchange) {
        exchange.setPersistent(false);
        XnioExecutor.Key deadline = exchange.getIoThread()
                .executeAfter(
                        () -> IoUtils.safeClose(exchange.getConnection()),
                        limits.noRequest().toMillis(),
                        TimeUnit.MILLISECONDS);
        exchange.addExchangeCompleteListener((done, next) -> {
            deadline.remove();
            next.proceed();
        });
    }
}
