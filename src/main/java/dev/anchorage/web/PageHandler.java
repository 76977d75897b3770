package dev.anchorage.web;

import dev.anchorage.search.BadParameterException;
import dev.anchorage.search.SearchRequest;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// `GET /` and `GET /search` as a page that is complete without script and style.
record PageHandler(Answers answers, String blog) implements HttpHandler {
    private static final String TYPE = "text/html; charset=utf-8";
    private static final String ASK_AGAIN = "public, max-age=0, must-revalidate";

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        Map<String, List<String>> parameters = Parameters.of(exchange);
        PageLinks links = new PageLinks(parameters);
        ResultsPage page;
        try {
            page = ResultsPage.of(blog, links, answers.to(SearchRequest.parse(parameters)));
        } catch (BadParameterException bad) {
            exchange.setStatusCode(StatusCodes.BAD_REQUEST);
            page = ResultsPage.ofProblem(blog, links, bad.sentence());
        }
        new Entity(TYPE, html(page)).send(exchange, ASK_AGAIN);
    }

    /// jte turns each template into a class when the project is built, so a template's mistake is a compiler's error.
    @SuppressWarnings("NullAway") // the generated code, which says nothing of nulls, takes null for "no interceptor"
    static String html(ResultsPage page) {
        StringOutput html = new StringOutput();
        JteresultsGenerated.render(new OwaspHtmlTemplateOutput(html), null, page);
        return html.toString();
    }
}
