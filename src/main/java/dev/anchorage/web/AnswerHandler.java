package dev.anchorage.web;

import dev.anchorage.querylog.Outcome;
import dev.anchorage.search.BadParameterException;
import dev.anchorage.search.Recent;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.ETag;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Answers a question in one form: from what the asker has, from what was answered before, else by a search. Only the
/// last leaves the I/O thread.
final class AnswerHandler implements HttpHandler {
    private static final HttpString SERVER_TIMING = new HttpString("Server-Timing");

    /// Characters of a query that is remembered.
    static final int LONGEST_KEPT = 512;

    private final Shared shared;
    private final Answerer answerer;

    AnswerHandler(Shared shared, Answerer answerer) {
        this.shared = shared;
        this.answerer = answerer;
    }

    /// What all forms have in common.
    ///
    /// @param before  what was asked lately
    /// @param cacheControl  the value of `Cache-Control`
    /// @param settings  what answers depend on besides question, scope and index, in any form
    record Shared(
            Sites sites,
            AnswerCache cache,
            Recent<Asked.As, Asked> before,
            Workers workers,
            PublicUrl base,
            String cacheControl,
            String settings) {}

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        Scope scope = shared.sites().asked(exchange);
        if (scope == null) {
            return;
        }
        Asked asked;
        try {
            asked = read(exchange, scope);
        } catch (BadParameterException bad) {
            answerer.refuse(exchange, scope, bad.sentence());
            return;
        }
        exchange.getResponseHeaders()
                .put(Headers.CACHE_CONTROL, shared.cacheControl())
                .put(Headers.ETAG, asked.tagText())
                .add(Headers.VARY, "Accept-Encoding");
        if (Entity.isKnown(exchange, asked.tag())) {
            note(exchange, scope, asked.question(), null, 0);
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED).endExchange();
            return;
        }
        Body kept = shared.cache().get(asked.key());
        if (kept == null) {
            HttpHandler search = later -> search(later, scope, asked);
            if (asked.question().isCostly() || !scope.answers().isAtHand()) {
                // The time without a request would begin only when this is answered, which may take long.
                exchange.setPersistent(false);
                shared.workers().runInTurn(exchange, search);
            } else {
                shared.workers().run(exchange, search);
            }
        } else {
            exchange.getResponseHeaders().put(SERVER_TIMING, "cache;desc=hit");
            note(exchange, scope, asked.question(), kept.outcome(), 0);
            send(exchange, kept);
        }
    }

    private Asked read(HttpServerExchange exchange, Scope scope) throws BadParameterException, IOException {
        String version = scope.answers().version();
        String base = answerer.hasBase() ? shared.base().of(exchange) : "";
        Asked.As as = new Asked.As(answerer.name(), base, exchange.getQueryString(), Body.isGzipWanted(exchange));
        Asked before = shared.before().get(as);
        if (before != null && before.version().equals(version)) {
            return before;
        }
        Question question = Question.of(base, Parameters.of(exchange));
        String key = question.key();
        ETag tag = new ETag(true, version + "-" + Long.toString(hash(scope, key), 36));
        Asked asked = new Asked(
                question,
                version,
                as.isGzipWanted(),
                version + (as.isGzipWanted() ? 'z' : ' ') + as.form() + key,
                tag,
                tag.toString());
        if (as.query().length() <= LONGEST_KEPT) {
            shared.before().put(as, asked);
        }
        return asked;
    }

    private void search(HttpServerExchange exchange, Scope scope, Asked asked) throws IOException {
        Question question = asked.question();
        long start = System.nanoTime();
        Answerer.Made made = answerer.answer(scope, question);
        double millis = (System.nanoTime() - start) / 1e6;
        note(exchange, scope, question, made.outcome(), millis);
        Body body = Body.of(made.bytes(), asked.isGzipWanted()).with(made.outcome());
        if (!made.isWhole()) {
            exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store").remove(Headers.ETAG);
        } else if (!question.isCostly()) {
            shared.cache().put(asked.key(), body);
        }
        exchange.getResponseHeaders().put(SERVER_TIMING, "search;dur=" + Math.round(millis * 100) / 100.0);
        send(exchange, body);
    }

    private void note(
            HttpServerExchange exchange, Scope scope, Question question, @Nullable Outcome outcome, double millis) {
        if (answerer.isCounted()) {
            scope.notes().asked(exchange, question.request(), outcome, millis);
        }
    }

    private void send(HttpServerExchange exchange, Body body) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answerer.type());
        body.send(exchange);
    }

    /// 63 bits of what an answer's bytes depend on besides the index.
    private long hash(Scope scope, String question) {
        String settings = scope.blog() + shared.settings();
        long hash = 7 * (31L * settings.hashCode() + answerer.name().hashCode());
        for (int i = 0; i < question.length(); i++) {
            hash = 0x100000001b3L * (hash ^ question.charAt(i));
        }
        return hash & Long.MAX_VALUE;
    }
}
