package dev.anchorage.web;

import dev.anchorage.querylog.QueryReport;
import dev.anchorage.querylog.QueryReportJson;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.PathHandler;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// `/report` and `/report.json` on the owner's listener.
final class ReportPage {
    private ReportPage() {}

    /// @param sites  each with a query log
    static void addTo(PathHandler paths, Sites sites) {
        paths.addExactPath("/report", sites.each(site -> exchange -> send(exchange, Page.TYPE, html(of(site)))))
                .addExactPath(
                        "/report.json",
                        sites.each(
                                site -> exchange -> send(exchange, "application/json", QueryReportJson.of(of(site)))))
                .addExactPath(
                        "/report.css",
                        exchange -> send(exchange, "text/css; charset=utf-8", Assets.resource("report.css")));
    }

    private static QueryReport of(Site site) throws Exception {
        return Objects.requireNonNull(site.queries()).report().call();
    }

    private static void send(HttpServerExchange exchange, String type, byte[] bytes) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type).put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(ByteBuffer.wrap(bytes));
    }

    @SuppressWarnings("NullAway") // the generated code, which says nothing of nulls, takes null for "no interceptor"
    static byte[] html(QueryReport report) {
        StringOutput html = new StringOutput();
        JtereportGenerated.render(new OwaspHtmlTemplateOutput(html), null, report);
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }
}
