package dev.anchorage.web;

import dev.anchorage.index.UpdateRun;
import dev.anchorage.index.UpdateRuns;
import dev.anchorage.search.ReportJson;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.Optional;

/// `POST /api/v1/reindex` asks for an update; `GET /api/v1/reindex/{id}` says how far it is.
record ReindexHandler(UpdateRuns runs, Site site) implements HttpHandler {
    static final String PATH = "/api/v1/reindex";

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        String rest = exchange.getRelativePath();
        if (rest.isEmpty() || rest.equals("/")) {
            start(exchange);
        } else {
            tell(exchange, rest.substring(1));
        }
    }

    private void start(HttpServerExchange exchange) {
        if (!exchange.getRequestMethod().equals(Methods.POST)) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "POST");
            ProblemHandler.answer(exchange, 405, "method-not-allowed", "POST to this address starts an update.");
            return;
        }
        accepted(exchange, runs.request(), site);
    }

    private void tell(HttpServerExchange exchange, String id) {
        if (exchange.getRequestMethod().equals(Methods.POST)) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
            ProblemHandler.answer(exchange, 405, "method-not-allowed", "This address answers GET and HEAD only.");
            return;
        }
        Optional<UpdateRun> run = runs.find(id);
        if (run.isPresent()) {
            send(exchange, run.get(), address(run.get(), site));
        } else {
            ProblemHandler.answer(
                    exchange, 404, "no-such-run", "There is no such run; only the last hundred are remembered.");
        }
    }

    /// Answers that a run will be made, and where to ask for it.
    static void accepted(HttpServerExchange exchange, UpdateRun run, Site site) {
        exchange.setStatusCode(StatusCodes.ACCEPTED);
        exchange.getResponseHeaders().put(Headers.LOCATION, address(run, site));
        send(exchange, run, address(run, site));
    }

    private static String address(UpdateRun run, Site site) {
        return site.address(PATH + "/" + run.id());
    }

    private static void send(HttpServerExchange exchange, UpdateRun run, String address) {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "application/json")
                .put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(ByteBuffer.wrap(ReportJson.of(run, address)));
    }
}
