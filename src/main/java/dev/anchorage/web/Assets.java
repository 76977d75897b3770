package dev.anchorage.web;

import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files a browser fetches: the search box with its strings, the page's script, style and icon.
final class Assets {
    /// Languages of the search box besides English, which it brings along.
    static final List<String> LANGUAGES = List.of("ar", "de", "es", "fr", "it", "ja", "nl", "pt", "zh");

    private static final String KEPT_AN_HOUR = "public, max-age=3600, stale-while-revalidate=86400";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private Assets() {}

    /// Adds every asset under its own address.
    ///
    /// @param isLogging  whether search box and results page are to tell which hit was chosen
    /// @param stylesheet  the owner's in place of `anchorage.css`; null for none
    /// @throws UncheckedIOException when the owner's style sheet can't be read
    static void addTo(Addresses addresses, @Nullable Path stylesheet, boolean isLogging) {
        add(addresses, "anchorage-search.js", script("anchorage-search.js", isLogging, "anchorage-chosen.js"));
        add(addresses, "anchorage-page.js", script("anchorage-page.js", isLogging, "anchorage-page-chosen.js"));
        add(addresses, "anchorage.svg", new Entity("image/svg+xml", resource("anchorage.svg")));
        add(addresses, "anchorage.css", new Entity("text/css; charset=utf-8", style(stylesheet)));
        Entity description = new Entity("application/json", resource("openapi.json"));
        addresses.quick(
                "/api/openapi.json",
                exchange -> description.send(exchange, KEPT_AN_HOUR),
                anybody -> CorsHandler.ANYONE);
        for (String language : LANGUAGES) {
            String name = "strings/" + language + ".json";
            add(addresses, name, new Entity("application/json", resource(name)));
        }
    }

    private static void add(Addresses addresses, String name, Entity entity) {
        HttpHandler answer = exchange -> entity.send(exchange, KEPT_AN_HOUR);
        addresses.quick("/" + name, answer, anybody -> CorsHandler.ANYONE);
    }

    /// A script, with another one after it when the service keeps a query log.
    private static Entity script(String name, boolean isLogging, String whenLogging) {
        String script = new String(resource(name), StandardCharsets.UTF_8);
        String more = isLogging ? new String(resource(whenLogging), StandardCharsets.UTF_8) : "";
        return new Entity(SCRIPT, CompactScript.of(script + more));
    }

    private static byte[] style(@Nullable Path stylesheet) {
        try {
            return stylesheet == null ? resource("anchorage.css") : Files.readAllBytes(stylesheet);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the style sheet " + stylesheet, e);
        }
    }

    static byte[] resource(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from this jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
