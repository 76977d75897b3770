package dev.anchorage.web;

import dev.anchorage.search.SearchResponse;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// `GET /` and `GET /search` as a page that is complete without script and style.
record Page() implements Answerer {
    static final String TYPE = "text/html; charset=utf-8";

    @Override
    public String name() {
        return "page";
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean isCounted() {
        return true;
    }

    @Override
    public Made answer(Scope scope, Question question) throws IOException {
        SearchResponse response = scope.answers().to(question.request());
        ResultsPage page = ResultsPage.of(scope.blog(), new PageLinks(question.parameters()), response);
        return new Made(html(page).getBytes(StandardCharsets.UTF_8), response);
    }

    @Override
    public void refuse(HttpServerExchange exchange, Scope scope, String sentence) {
        exchange.putAttachment(ProblemHandler.REASON, "bad-parameter");
        PageLinks links = new PageLinks(Parameters.of(exchange));
        exchange.setStatusCode(StatusCodes.BAD_REQUEST);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, TYPE).put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(html(ResultsPage.ofProblem(scope.blog(), links, sentence)));
    }

    /// jte turns each template into a class when the project is built, so a template's mistake is a compiler's error.
    @SuppressWarnings("NullAway") // the generated code, which says nothing of nulls, takes null for "no interceptor"
    static String html(ResultsPage page) {
        StringOutput html = new StringOutput();
        JteresultsGenerated.render(new OwaspHtmlTemplateOutput(html), null, page);
        return html.toString();
    }
}
