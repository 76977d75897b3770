package dev.anchorage.web;

import dev.anchorage.search.BadParameterException;
import dev.anchorage.search.Recent;
import dev.anchorage.search.SearchRequest.Order;
import dev.anchorage.search.Searcher;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// The HTTP service. Thread-safe.
public final class WebServer implements AutoCloseable {
    private static final long SHUTDOWN_MILLIS = 4_000;

    /// What the owner and probes ask.
    private static final Map<String, String> OWNERS = Map.of(
            "/health/live",
            "GET",
            "/health/ready",
            "GET",
            ReindexHandler.PATH,
            "POST",
            ReindexHandler.PATH + "/{id}",
            "GET",
            GitHookHandler.PATH,
            "POST");

    private final Workers workers;
    private final Addresses addresses;
    private final GracefulShutdownHandler running;
    private final Listener listener;

    /// Binds the address and begins to answer.
    ///
    /// @throws UncheckedIOException when the address can't be bound; the cause is a `BindException`
    public WebServer(WebOptions options, Searcher searcher) {
        this(options, searcher, Backstage.empty());
    }

    /// Binds the address and begins to answer.
    ///
    /// @param backstage  what the owner of the service may do and see
    /// @throws UncheckedIOException when the address can't be bound; the cause is a `BindException`
    public WebServer(WebOptions options, Searcher searcher, Backstage backstage) {
        this(options, Sites.only(opened(Site.only(options, backstage), searcher)), backstage);
    }

    /// Binds the address and begins to answer.
    ///
    /// @param backstage  what the owner of the service may do and see
    /// @throws UncheckedIOException when the address can't be bound; the cause is a `BindException`
    public WebServer(WebOptions options, Sites sites, Backstage backstage) {
        this(options, sites, sites.each(StatusHandler::new), WhyHandler::new, backstage);
    }

    /// Answers by hand for the only blog.
    ///
    /// @param status  what answers `/api/v1/status`
    /// @param why  what answers `/api/v1/why` to the owner
    WebServer(WebOptions options, Answers answers, HttpHandler status, HttpHandler why, Backstage backstage) {
        this(options, Sites.only(Site.only(options, backstage), answers), status, site -> why, backstage);
    }

    private WebServer(
            WebOptions options, Sites sites, HttpHandler status, Function<Site, HttpHandler> why, Backstage backstage) {
        HttpLimits limits = options.limits();
        workers = new Workers(limits.requests());
        AnswerCache cache = new AnswerCache(limits.cacheBytes());
        cache.addTo(backstage.metrics());
        addresses = new Addresses(workers);
        addresses
                .get("/api/v1/status", status)
                .get(
                        WhyHandler.PATH,
                        sites.each(site -> new KeyHandler(site.owner().key(), why.apply(site))))
                .rest(ownersPaths(sites), OWNERS);
        if (sites.all().stream().anyMatch(site -> site.owner().runs() != null)) {
            addresses.post(GitHookHandler.PATH, sites.each(Owner::hook));
        }
        addSearch(options, sites, cache);
        boolean isLogging = sites.all().stream().anyMatch(site -> site.queries() != null);
        Assets.addTo(addresses, options.stylesheet(), isLogging);
        HttpHandler gate = new Gate(
                addresses,
                Hosts.of(options),
                new Clients(options.access().proxies()),
                new ClientRates(limits, System::nanoTime),
                limits,
                sites.origins(),
                new Recent<>());
        running = new GracefulShutdownHandler(new FaultHandler(gate));
        listener = listener(options, sites, backstage);
    }

    private static Site opened(Site site, Searcher searcher) {
        site.open(searcher);
        return site;
    }

    private static PathHandler ownersPaths(Sites sites) {
        PathHandler paths = new PathHandler(new ProblemHandler(404, "not-found", "There is nothing at this address."));
        Health.addTo(paths, sites);
        paths.addPrefixPath(ReindexHandler.PATH, sites.each(Owner::reindexing));
        return paths;
    }

    private Listener listener(WebOptions options, Sites sites, Backstage backstage) {
        HttpHandler root = new ObservedHandler(new SafeHandler(running), backstage);
        try {
            InetSocketAddress address = new InetSocketAddress(options.host(), options.port());
            return new Listener(
                    address, options.limits(), new RefusalAnswers(sites.origins(), backstage::answered), root);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /// What is answered on the I/O thread when it can be: see [AnswerHandler].
    private void addSearch(WebOptions options, Sites sites, AnswerCache cache) {
        PublicUrl base = new PublicUrl(options.publicUrl());
        AnswerHandler.Shared shared = new AnswerHandler.Shared(
                sites, cache, new Recent<>(), workers, base, options.cacheControl(), version());
        HttpHandler json = new AnswerHandler(shared, new SearchJson());
        HttpHandler feed = new AnswerHandler(shared, new Feed("/search.atom", Order.RELEVANCE));
        HttpHandler results = new AnswerHandler(shared, new Page());
        HttpHandler page = new NegotiatedHandler(results, new CorsHandler(json, sites::origins), feed);
        HttpHandler description = sites.each(site ->
                exchange -> new Entity(OpenSearchDescription.TYPE, OpenSearchDescription.of(site, base.of(exchange)))
                        .send(exchange, "public, max-age=86400"));
        addresses
                .quick("/", page)
                .quick("/search", page)
                .quick("/api/v1/search", json, sites::origins)
                .quick("/search.json", json, sites::origins)
                .quick("/api/v1/suggest", suggestions(shared), sites::origins)
                .quick("/search.atom", feed)
                .quick("/feed.atom", new AnswerHandler(shared, new Feed("/feed.atom", Order.NEWEST)))
                .get("/opensearch.xml", description)
                .post(ChosenHandler.PATH, sites.each(site -> new ChosenHandler(site.notes())));
    }

    private static HttpHandler suggestions(AnswerHandler.Shared shared) {
        HttpHandler box = new AnswerHandler(shared, new Suggestions(false));
        HttpHandler browser = new AnswerHandler(shared, new Suggestions(true));
        return exchange -> {
            exchange.getResponseHeaders().add(Headers.VARY, "Accept");
            try {
                (Suggestions.isForBrowsers(exchange) ? browser : box).handleRequest(exchange);
            } catch (BadParameterException bad) {
                ProblemHandler.answer(exchange, 400, "bad-parameter", bad.sentence());
            }
        };
    }

    private static String version() {
        return Objects.requireNonNullElse(WebServer.class.getPackage().getImplementationVersion(), "");
    }

    /// The method of every path that is answered.
    Map<String, String> addresses() {
        return addresses.methods();
    }

    /// The address it listens on, with the port that was picked.
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.address();
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
        listener.close();
    }
}
