package dev.anchorage.web;

import dev.anchorage.querylog.Outcome;
import dev.anchorage.search.BadParameterException;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.ETag;
import io.undertow.util.ETagUtils;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers a question in one form: from what the asker has, from what was answered before, else by a search. Only the
/// last leaves the I/O thread.
final class AnswerHandler implements HttpHandler {
    private static final HttpString SERVER_TIMING = new HttpString("Server-Timing");

    private final Shared shared;
    private final Answerer answerer;

    AnswerHandler(Shared shared, Answerer answerer) {
        this.shared = shared;
        this.answerer = answerer;
    }

    /// What all forms have in common.
    ///
    /// @param notes  told of what is asked
    /// @param cacheControl  the value of `Cache-Control`
    /// @param settings  what answers depend on besides question and index, in any form
    record Shared(
            Answers answers,
            AnswerCache cache,
            QueryNotes notes,
            Workers workers,
            PublicUrl base,
            String cacheControl,
            String settings) {}

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        Map<String, List<String>> asked = Parameters.of(exchange);
        Question question;
        try {
            String base = answerer.hasBase() ? shared.base().of(exchange) : "";
            question = Question.of(base, asked);
        } catch (BadParameterException bad) {
            answerer.refuse(exchange, asked, bad.sentence());
            return;
        }
        boolean isGzipWanted = Body.isGzipWanted(exchange);
        String version = shared.answers().version();
        String key = version + (isGzipWanted ? 'z' : ' ') + answerer.name() + question.key();
        ETag tag = new ETag(true, version + "-" + Long.toString(hash(answerer.name(), question.key()), 36));
        exchange.getResponseHeaders()
                .put(Headers.CACHE_CONTROL, shared.cacheControl())
                .put(Headers.ETAG, tag.toString())
                .add(Headers.VARY, "Accept-Encoding");
        if (exchange.getRequestHeaders().contains(Headers.IF_NONE_MATCH)
                && !ETagUtils.handleIfNoneMatch(exchange, tag, true)) {
            note(exchange, question, null, 0);
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED).endExchange();
            return;
        }
        Body kept = shared.cache().get(key);
        if (kept == null) {
            HttpHandler search = later -> search(later, question, key, isGzipWanted);
            if (question.isCostly()) {
                shared.workers().runInTurn(exchange, search);
            } else {
                shared.workers().run(exchange, search);
            }
        } else {
            exchange.getResponseHeaders().put(SERVER_TIMING, "cache;desc=hit");
            note(exchange, question, kept.outcome(), 0);
            send(exchange, kept);
        }
    }

    private void search(HttpServerExchange exchange, Question question, String key, boolean isGzipWanted)
            throws IOException {
        long start = System.nanoTime();
        Answerer.Made made = answerer.answer(question);
        double millis = (System.nanoTime() - start) / 1e6;
        note(exchange, question, made.outcome(), millis);
        Body body = Body.of(made.bytes(), isGzipWanted).with(made.outcome());
        if (!made.isWhole()) {
            exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store").remove(Headers.ETAG);
        } else if (!question.isCostly()) {
            shared.cache().put(key, body);
        }
        exchange.getResponseHeaders().put(SERVER_TIMING, String.format(Locale.ROOT, "search;dur=%.2f", millis));
        send(exchange, body);
    }

    private void note(HttpServerExchange exchange, Question question, @Nullable Outcome outcome, double millis) {
        if (answerer.isCounted()) {
            shared.notes().asked(exchange, question.request(), outcome, millis);
        }
    }

    private void send(HttpServerExchange exchange, Body body) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answerer.type());
        body.send(exchange);
    }

    /// 63 bits of what an answer's bytes depend on besides the index.
    private long hash(String name, String question) {
        long hash = 7 * (31L * shared.settings().hashCode() + name.hashCode());
        for (int i = 0; i < question.length(); i++) {
            hash = 0x100000001b3L * (hash ^ question.charAt(i));
        }
        return hash & Long.MAX_VALUE;
    }
}
