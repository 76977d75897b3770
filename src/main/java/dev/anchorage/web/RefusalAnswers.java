package dev.anchorage.web;

import dev.anchorage.web.AccessLog.Access;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/// What the guards of a listener answer: the same as the handlers behind them would, as far as a head can be read.
///
/// @param origins  whose pages may read why they are refused
/// @param told  of each answer, with the last part of the problem's type
record RefusalAnswers(List<String> origins, BiConsumer<Access, String> told) {
    /// As HTTP writes it (RFC 9110), which is not quite RFC 1123 as Java does.
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /// The whole answer as it goes over the wire.
    byte[] to(Refusal refusal, FirstSight seen) {
        HeaderMap headers = new HeaderMap();
        SafeHandler.addTo(headers);
        CorsHandler.allow(headers, origins, seen.field("origin"), seen.method());
        boolean isPage = ProblemHandler.isPageWanted(seen.field("accept"), seen.path());
        byte[] body = ProblemHandler.body(headers, isPage, refusal.status(), refusal.type(), refusal.title());
        headers.put(Headers.DATE, DATE.format(Instant.now()))
                .put(Headers.CONTENT_LENGTH, body.length)
                .put(Headers.CONNECTION, "close");
        if (refusal.status() == 429 || refusal.status() == 503) {
            headers.put(Headers.RETRY_AFTER, "1");
        }
        int sent = seen.method().equals("HEAD") ? 0 : body.length;
        tell(refusal, seen, sent);
        ByteArrayOutputStream answer = new ByteArrayOutputStream(1_024);
        answer.writeBytes(head(refusal, headers).getBytes(StandardCharsets.ISO_8859_1));
        answer.write(body, 0, sent);
        return answer.toByteArray();
    }

    private static String head(Refusal refusal, HeaderMap headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + refusal.status() + " " + refusal.reason() + "\r\n");
        headers.forEach(values -> values.forEach(value ->
                head.append(values.getHeaderName()).append(": ").append(value).append("\r\n")));
        return head.append("\r\n").toString();
    }

    /// It is answered at once: the time that a head took to come is its client's.
    private void tell(Refusal refusal, FirstSight seen, int bytes) {
        Access access = new Access(
                Instant.now(),
                seen.method(),
                seen.path(),
                seen.query(),
                refusal.status(),
                bytes,
                Duration.ZERO,
                ObservedHandler.traceId(seen.field("traceparent")));
        told.accept(access, refusal.type());
    }
}
