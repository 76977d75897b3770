package dev.anchorage.web;

import dev.anchorage.search.AwayException;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Answers for a handler that failed, and shows nothing of how.
record FaultHandler(HttpHandler inner) implements HttpHandler {
    private static final Logger LOG = Logger.getLogger(FaultHandler.class.getName());

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        try {
            inner.handleRequest(exchange);
        } catch (Site.NotReadyException early) {
            answer(exchange, 503, "not-ready", "This site has no index yet; please ask again in a while.");
        } catch (AwayException away) {
            LOG.log(Level.WARNING, "a request could not be answered: {0}", away.getMessage());
            answer(exchange, 503, "index-away", "The index can't be reached now; please ask again in a while.");
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.log(Level.WARNING, "a request could not be answered: {0}", unreadable.toString());
            answer(exchange, 503, "index-unavailable", "The index can't be read now.");
        } catch (Exception | StackOverflowError | LinkageError fault) {
            LOG.log(Level.WARNING, "a request failed", fault);
            answer(exchange, 500, "internal", "Something went wrong here; it has been logged.");
        }
    }

    private static void answer(HttpServerExchange exchange, int status, String type, String title) {
        if (!exchange.isResponseStarted()) {
            ProblemHandler.answer(exchange, status, type, title);
        }
    }
}
