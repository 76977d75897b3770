package dev.anchorage.bench;

import dev.anchorage.archive.Archive;
import dev.anchorage.archive.ArchiveOptions;
import dev.anchorage.post.Generator;
import dev.anchorage.post.GeneratorDetector;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;

/// The programs that are measured beside Anchorage, each run in a process of its own.
final class Programs {
    private Programs() {}

    /// Runs one of the programs.
    ///
    /// @param args  its name and what it takes
    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "cut" ->
                System.out.println(
                        CutSections.write(Path.of(args[1]), generator(Path.of(args[1]), args[2]), Path.of(args[3])));
            case "build" -> RawLucene.build(Path.of(args[1]), Path.of(args[2]));
            case "ask" -> {
                try (RawLucene lucene = RawLucene.open(Path.of(args[1]))) {
                    System.out.println(lucene.answer(args[2]));
                }
            }
            case "serve" -> serve(Integer.parseInt(args[2]), new BlockingHandler(raw(Path.of(args[1]))));
            case "bare" -> serve(Integer.parseInt(args[2]), fixed(Files.readAllBytes(Path.of(args[1]))));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /// @param name  empty: as the archive tells
    private static Generator generator(Path archive, String name) throws IOException {
        return name.isEmpty()
                ? GeneratorDetector.detect(
                                archive,
                                new Archive(archive, ArchiveOptions.defaults())
                                        .scan()
                                        .files())
                        .generator()
                : new Generator(name);
    }

    private static void serve(int port, HttpHandler handler) {
        Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setHandler(handler)
                .build()
                .start();
    }

    private static HttpHandler raw(Path index) throws Exception {
        RawLucene lucene = RawLucene.open(index);
        return exchange -> {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
            exchange.getResponseSender().send(lucene.answer(query(exchange)));
        };
    }

    private static String query(HttpServerExchange exchange) {
        Deque<String> values = exchange.getQueryParameters().get("q");
        return values == null ? "" : values.getFirst();
    }

    private static HttpHandler fixed(byte[] answer) {
        ByteBuffer bytes = ByteBuffer.wrap(answer).asReadOnlyBuffer();
        return exchange -> {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
            exchange.getResponseSender().send(bytes.duplicate());
        };
    }
}
