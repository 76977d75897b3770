package dev.anchorage.web;

import dev.anchorage.index.UpdateRun;
import dev.anchorage.index.UpdateRuns;
import dev.anchorage.search.ReportJson;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/// `POST /api/v1/hooks/git`: a git host says that something was pushed.
///
/// The body is read only to check its signature, part by part as it comes, and nothing is kept of it: however
/// slow and many those who send are, they hold up nobody. What it says doesn't matter, since an update looks for
/// itself.
final class GitHookHandler implements HttpHandler {
    static final String PATH = "/api/v1/hooks/git";

    private static final int MAX_BODY_BYTES = 1 << 20;
    private static final int MAX_DELIVERY_CHARS = 200;
    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final List<String> HOSTS = List.of("GitHub", "Gitea", "Forgejo", "Gogs");

    private final @Nullable Secret secret;
    private final UpdateRuns runs;
    private final Site site;
    private final Deliveries deliveries = new Deliveries();

    /// @param secret  null: nobody may ask
    GitHookHandler(@Nullable Secret secret, UpdateRuns runs, Site site) {
        this.secret = secret;
        this.runs = runs;
        this.site = site;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (secret == null) {
            ProblemHandler.answer(
                    exchange,
                    StatusCodes.FORBIDDEN,
                    "no-hook-secret-configured",
                    "This service has no hook secret; ANCHORAGE_HOOK_SECRET or hook-secret-file sets one.");
        } else if (exchange.getRequestContentLength() > MAX_BODY_BYTES) {
            ProblemHandler.answer(
                    exchange, StatusCodes.REQUEST_ENTITY_TOO_LARGE, "too-large", "The body is larger than 1 MiB.");
        } else {
            check(exchange, secret);
        }
    }

    private void check(HttpServerExchange exchange, Secret known) {
        String given = exchange.getRequestHeaders().getFirst(SIGNATURE);
        if (given == null) {
            ProblemHandler.answer(
                    exchange, 401, "signature-needed", "The header X-Hub-Signature-256 is missing; set a secret.");
            return;
        }
        byte[] signature = signature(given);
        Mac signer = known.signer();
        exchange.getRequestReceiver().receivePartialBytes((receiving, bytes, isLast) -> {
            signer.update(bytes);
            if (isLast) {
                answer(receiving, MessageDigest.isEqual(signer.doFinal(), signature));
            }
        });
    }

    private void answer(HttpServerExchange exchange, boolean isSigned) {
        HttpHandler answer = isSigned
                ? this::accept
                : wrong -> ProblemHandler.answer(
                        wrong, StatusCodes.FORBIDDEN, "wrong-signature", "The signature doesn't fit body and secret.");
        new FaultHandler(answer).handleRequest(exchange);
    }

    /// Of no bytes when it is not written as it must be.
    private static byte[] signature(String given) {
        try {
            return HexFormat.of().parseHex(given.startsWith("sha256=") ? given.substring(7) : "");
        } catch (IllegalArgumentException noHex) {
            return new byte[0];
        }
    }

    private void accept(HttpServerExchange exchange) {
        String event = header(exchange, "Event");
        String delivery = header(exchange, "Delivery");
        if (event != null && !event.equals("push")) {
            nothing(exchange, event.equals("ping") ? "pong" : "only pushes are of interest");
        } else if (delivery != null && delivery.length() > MAX_DELIVERY_CHARS) {
            ProblemHandler.answer(exchange, 400, "bad-delivery", "The delivery's id is longer than 200 characters.");
        } else if (delivery != null && !deliveries.isNew(delivery)) {
            nothing(exchange, "this delivery was here before");
        } else {
            UpdateRun run = runs.request();
            ReindexHandler.accepted(exchange, run, site);
        }
    }

    private static void nothing(HttpServerExchange exchange, String message) {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "application/json")
                .put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(ByteBuffer.wrap(ReportJson.message(message)));
    }

    /// The header as the first of the known hosts spells it.
    private static @Nullable String header(HttpServerExchange exchange, String name) {
        for (String host : HOSTS) {
            String value = exchange.getRequestHeaders().getFirst("X-" + host + "-" + name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
