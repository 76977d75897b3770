package dev.anchorage.web;

import java.util.Set;

/// The names under which requests are counted: few, whatever clients ask for.
final class Routes {
    private static final Set<String> EXACT = Set.of(
            "/",
            "/search",
            "/search.json",
            "/search.atom",
            "/feed.atom",
            "/opensearch.xml",
            "/api/openapi.json",
            "/api/v1/search",
            "/api/v1/suggest",
            "/api/v1/status",
            ChosenHandler.PATH,
            WhyHandler.PATH,
            ReindexHandler.PATH,
            GitHookHandler.PATH,
            "/anchorage-search.js",
            "/anchorage-page.js",
            "/anchorage.css",
            "/anchorage.svg",
            "/health/live",
            "/health/ready");

    private Routes() {}

    static String of(String path) {
        if (EXACT.contains(path)) {
            return path;
        }
        if (path.startsWith(ReindexHandler.PATH + "/")) {
            return ReindexHandler.PATH + "/{id}";
        }
        return path.startsWith("/strings/") ? "/strings/{language}" : "other";
    }
}
