package dev.anchorage.web;

import java.net.URI;
import java.util.List;

/// A server over [SampleAnswers]; `main` keeps one running to look at.
final class SampleServer {
    static final WebOptions OPTIONS = new WebOptions("127.0.0.1", 0, null, List.of("*"), "Harbour Notes", null);

    private SampleServer() {}

    static WebServer start() {
        return start(OPTIONS);
    }

    static WebServer start(WebOptions options) {
        return start(options, new SampleAnswers());
    }

    static WebServer start(WebOptions options, Answers answers) {
        return start(options, answers, Backstage.empty());
    }

    static WebServer start(WebOptions options, Answers answers, Backstage backstage) {
        return new WebServer(
                options,
                answers,
                exchange -> exchange.getResponseSender().send("{}"),
                exchange -> exchange.getResponseSender().send("{}"),
                backstage);
    }

    static URI address(WebServer server) {
        return URI.create("http://127.0.0.1:" + server.address().getPort());
    }

    public static void main(String[] args) throws InterruptedException {
        try (WebServer server = start(new WebOptions("127.0.0.1", 8099, null, List.of("*"), "Harbour Notes", null))) {
            System.err.println(address(server));
            Thread.currentThread().join();
        }
    }
}
