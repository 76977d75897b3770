package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A reader's browser on a blog with the search box, in the strictest policy a blog may have.
final class Blog implements AutoCloseable {
    static final String HOME = ArchiveServer.BLOG + "/";
    static final String FORM = "<form action='{api}/search' role='search'>"
            + "<input type='search' name='q' aria-label='Search'><button>Search</button></form>";

    /// Milliseconds between two looks, and until a page that doesn't come to what is waited for is given up.
    private static final int STEP = 20;

    private static final int PATIENCE = 30_000;

    private static final String PAGE = """
            <!doctype html><html lang="{lang}" dir="{dir}"><title>A blog</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="/icon"><link rel="stylesheet" href="/style.css">
            <script type="module" src="{api}/anchorage-search.js"></script>
            <header><a id="before" href="/elsewhere">A link</a>
            <anchorage-search endpoint="{api}" {attributes}>{form}</anchorage-search></header>
            <main><h1>A blog</h1><textarea aria-label="Comment"></textarea></main></html>
            """;
    private static final String STYLE = """
            body { font: 17px/1.6 Georgia, serif; max-width: 46rem; margin: 1rem auto; padding: 0 1rem }
            :root { color-scheme: light dark; background: Canvas }
            header { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; align-items: center }
            anchorage-search { width: 22rem; max-width: 100% }
            """;

    private static final long HOUR_MILLIS = 3_600_000;

    private final String api;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();

    Blog(Browser browser, URI api, Consumer<Browser.NewContextOptions> options) {
        this.api = api.toString();
        Browser.NewContextOptions made = new Browser.NewContextOptions();
        options.accept(made);
        context = browser.newContext(made);
        context.setDefaultTimeout(Chromium.HANGS_MILLIS);
        page = context.newPage();
        page.onPageError(error -> complaints.add(error));
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onRequest(requests::add);
    }

    String api() {
        return api;
    }

    Page page() {
        return page;
    }

    /// What the browser's console complained about.
    List<String> complaints() {
        return complaints;
    }

    /// The searches that went out, in order.
    List<String> searches() {
        return requests.stream()
                .map(Request::url)
                .filter(url -> url.startsWith(api + "/api/v1/search"))
                .toList();
    }

    List<Request> requests() {
        return requests;
    }

    /// Opens the blog with these attributes of the element.
    Blog open(String attributes) {
        return open(attributes, "en", "ltr", FORM);
    }

    Blog open(String attributes, String language, String direction, String form) {
        serve(attributes, language, direction, form);
        waitUntil("() => !!document.querySelector('anchorage-search')?.panel", "");
        return this;
    }

    /// Opens the blog in a browser that runs no script.
    Blog openWithoutScript() {
        return serve("", "en", "ltr", FORM);
    }

    private Blog serve(String attributes, String language, String direction, String form) {
        context.route(ArchiveServer.BLOG + "/**", route -> {
            String path = URI.create(route.request().url()).getPath();
            switch (path) {
                case "/" -> html(route, page(language, direction, attributes, form));
                case "/style.css" -> route.fulfill(answer("text/css", STYLE));
                case "/icon" -> route.fulfill(answer("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>"));
                default -> html(route, "<!doctype html><title>A post</title>");
            }
        });
        page.navigate(HOME);
        return this;
    }

    private String page(String language, String direction, String attributes, String form) {
        return PAGE.replace("{lang}", language)
                .replace("{dir}", direction)
                .replace("{attributes}", attributes)
                .replace("{form}", form)
                .replace("{api}", api);
    }

    private void html(Route route, String html) {
        String policy = "default-src 'self'; script-src " + api + "; connect-src " + api + "; form-action " + api
                + "; require-trusted-types-for 'script'; trusted-types 'none'";
        route.fulfill(answer("text/html", html)
                .setHeaders(Map.of("Content-Security-Policy", policy, "Content-Type", "text/html")));
    }

    static Route.FulfillOptions answer(String type, String body) {
        return new Route.FulfillOptions().setContentType(type).setBody(body);
    }

    /// Answers searches in the service's place.
    void answerSearches(Consumer<Route> answer) {
        page.route(api + "/api/v1/search**", answer);
    }

    Locator box() {
        return page.getByRole(AriaRole.COMBOBOX);
    }

    Locator options() {
        return page.getByRole(AriaRole.OPTION);
    }

    Locator chosen() {
        return page.locator("[role=option][aria-selected=true]");
    }

    Locator part(String name) {
        return page.locator("anchorage-search [part~='" + name + "']");
    }

    /// From now on the page's timers have only the time that is passed by hand, however busy the machine is.
    Blog stopTheClock() {
        page.clock().install(new Clock.InstallOptions().setTime(0));
        page.clock().pauseAt(HOUR_MILLIS); // which it is not yet
        return this;
    }

    void pass(int millis) {
        page.clock().runFor(millis);
    }

    void goOn() {
        page.clock().resume();
    }

    /// Types a query and waits for its answer.
    Blog ask(String query) {
        box().fill(query);
        waitUntil("query => !!document.querySelector('[part=all]')?.textContent.includes(query)", query);
        return this;
    }

    Blog askInGerman(String query) {
        waitUntil("() => document.querySelector('[role=listbox]').ariaLabel === 'Suchergebnisse'", "");
        return ask(query);
    }

    /// Asks again and again from here: what Playwright asks from within the page, the page's own policy forbids as soon
    /// as the first answer is no.
    private void waitUntil(String predicate, String argument) {
        for (int waited = 0; !Boolean.TRUE.equals(page.evaluate(predicate, argument)); waited += STEP) {
            assertTrue(waited < PATIENCE, () -> "it never came to " + predicate);
            page.waitForTimeout(STEP);
        }
    }

    Blog press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
