package dev.anchorage.web;

import dev.anchorage.search.ResponseJson;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Answers with a problem (RFC 9457), or with a page that says the same to whoever takes pages.
///
/// @param type  last part of the problem's stable type, `tag:anchorage.dev,2026:problem/…`
/// @param title  a sentence that a person understands
record ProblemHandler(int status, String type, String title) implements HttpHandler {
    static final String TYPES = "tag:anchorage.dev,2026:problem/";

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        answer(exchange, status, type, title);
    }

    /// Why a request was answered with a problem; for whoever counts.
    static final AttachmentKey<String> REASON = AttachmentKey.create(String.class);

    static void answer(HttpServerExchange exchange, int status, String type, String title) {
        exchange.putAttachment(REASON, type);
        exchange.setStatusCode(status);
        if (status == 421) {
            exchange.setReasonPhrase("Misdirected Request"); // which Undertow calls "Unknown"
        }
        HeaderMap headers = exchange.getResponseHeaders();
        headers.remove(Headers.ETAG);
        if (status == 429 || status == 503) {
            if (!headers.contains(Headers.RETRY_AFTER)) {
                headers.put(Headers.RETRY_AFTER, "5");
            }
            exchange.setPersistent(false); // who is to come back later need not hold a connection until then
        }
        String accept = exchange.getRequestHeaders().getFirst(Headers.ACCEPT);
        boolean isPage = isPageWanted(accept, exchange.getRequestPath());
        exchange.getResponseSender().send(ByteBuffer.wrap(body(headers, isPage, status, type, title)));
    }

    static boolean isPageWanted(@Nullable String accept, String path) {
        return accept != null && accept.contains("text/html") && !path.startsWith("/api/");
    }

    /// What is said, in one form or the other; the header says which.
    static byte[] body(HeaderMap headers, boolean isPage, int status, String type, String title) {
        headers.put(Headers.CACHE_CONTROL, "no-store")
                .add(Headers.VARY, "Accept")
                .put(Headers.CONTENT_TYPE, isPage ? Page.TYPE : "application/problem+json");
        return isPage
                ? html(title).getBytes(StandardCharsets.UTF_8)
                : ResponseJson.problem(TYPES + type, title, status);
    }

    @SuppressWarnings("NullAway") // the generated code, which says nothing of nulls, takes null for "no interceptor"
    private static String html(String title) {
        StringOutput html = new StringOutput();
        JteproblemGenerated.render(new OwaspHtmlTemplateOutput(html), null, title);
        return html.toString();
    }
}
