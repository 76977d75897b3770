package dev.anchorage.web;

import dev.anchorage.search.SearchRequest.Order;
import dev.anchorage.search.SectionSearcher;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.encoding.ContentEncodingRepository;
import io.undertow.server.handlers.encoding.EncodingHandler;
import io.undertow.server.handlers.encoding.GzipEncodingProvider;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;

/// The HTTP service. Thread-safe.
public final class WebServer implements AutoCloseable {
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int MAX_HEADERS = 64;
    private static final int MAX_PARAMETERS = 64;
    private static final int SLOW_HEADERS_MILLIS = 10_000;
    private static final int NO_REQUEST_MILLIS = 30_000;
    private static final int IDLE_MILLIS = 60_000;
    private static final long SHUTDOWN_MILLIS = 4_000;

    private final Undertow server;
    private final GracefulShutdownHandler running;

    /// Binds the address and begins to answer.
    ///
    /// @throws RuntimeException when the address can't be bound; the cause is a `BindException`
    public WebServer(WebOptions options, SectionSearcher searcher) {
        this(options, searcher, Backstage.empty());
    }

    /// Binds the address and begins to answer.
    ///
    /// @param backstage  what the owner of the service may do and see
    /// @throws RuntimeException when the address can't be bound; the cause is a `BindException`
    public WebServer(WebOptions options, SectionSearcher searcher, Backstage backstage) {
        this(options, searcher::search, new StatusHandler(searcher, backstage.owner()), backstage);
    }

    /// @param status  what answers `/api/v1/status`
    WebServer(WebOptions options, Answers answers, HttpHandler status, Backstage backstage) {
        PathHandler paths = new PathHandler(new ProblemHandler(404, "not-found", "There is nothing at this address."))
                .addExactPath("/api/v1/status", status);
        backstage.health().addTo(paths);
        backstage.owner().addTo(paths);
        addSearch(paths, options, answers);
        Assets.addTo(paths, options.stylesheet());
        running = new GracefulShutdownHandler(new SafeHandler(new BlockingHandler(paths)));
        server = Undertow.builder()
                .addHttpListener(options.port(), options.host())
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
                .setServerOption(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
                .setServerOption(UndertowOptions.MAX_PARAMETERS, MAX_PARAMETERS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, SLOW_HEADERS_MILLIS)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, NO_REQUEST_MILLIS)
                .setServerOption(UndertowOptions.IDLE_TIMEOUT, IDLE_MILLIS)
                .setHandler(new ObservedHandler(gzipped(running), backstage))
                .build();
        server.start();
    }

    private static void addSearch(PathHandler paths, WebOptions options, Answers answers) {
        PublicUrl base = new PublicUrl(options.publicUrl());
        HttpHandler json = new CorsHandler(new SearchHandler(answers), options.cors());
        HttpHandler feed = new FeedHandler(answers, options.blog(), base, Order.RELEVANCE);
        HttpHandler page = new NegotiatedHandler(new PageHandler(answers, options.blog()), json, feed);
        paths.addExactPath("/", page)
                .addExactPath("/search", page)
                .addExactPath("/api/v1/search", json)
                .addExactPath("/search.json", json)
                .addExactPath("/api/v1/suggest", new CorsHandler(new SuggestHandler(answers), options.cors()))
                .addExactPath("/search.atom", feed)
                .addExactPath("/feed.atom", new FeedHandler(answers, options.blog(), base, Order.NEWEST))
                .addExactPath("/opensearch.xml", exchange -> {
                    byte[] description = OpenSearchDescription.of(options.blog(), base.of(exchange));
                    new Entity(OpenSearchDescription.TYPE, description).send(exchange, "public, max-age=86400");
                });
    }

    private static HttpHandler gzipped(HttpHandler inner) {
        ContentEncodingRepository encodings =
                new ContentEncodingRepository().addEncodingHandler("gzip", new GzipEncodingProvider(), 50);
        return new EncodingHandler(
                exchange -> {
                    exchange.getResponseHeaders().add(Headers.VARY, "Accept-Encoding");
                    inner.handleRequest(exchange);
                },
                encodings);
    }

    /// The address it listens on, with the port that was picked.
    public InetSocketAddress address() {
        return (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
    }

    /// Finishes the answers in flight, for at most four seconds, and stops.
    @Override
    public void close() {
        running.shutdown();
        try {
            running.awaitShutdown(SHUTDOWN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }
}
