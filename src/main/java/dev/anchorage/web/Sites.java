package dev.anchorage.web;

import dev.anchorage.search.JointSearchers;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The blogs that a service answers for. A service of one blog has one site without a name, and what requests say of
/// sites means nothing to it. Immutable.
public final class Sites {
    /// The parameter that names a site.
    static final String PARAMETER = "site";

    /// So many can be asked as one.
    static final int MOST_AT_ONCE = 16;

    private final Map<String, Site> byName = new LinkedHashMap<>();
    private final Map<String, Scope> scopes = new LinkedHashMap<>();
    private final JointSearchers joint = new JointSearchers();
    private final @Nullable Site only;
    private final @Nullable Scope onlyScope;
    private final List<String> origins;

    /// Several blogs, each with a name of its own.
    public Sites(Collection<Site> named) {
        only = null;
        onlyScope = null;
        for (Site site : named) {
            String name = Objects.requireNonNull(site.name());
            byName.put(name, site);
            scopes.put(name, Scope.of(site));
        }
        origins = named.stream()
                .flatMap(site -> site.origins().stream())
                .distinct()
                .toList();
    }

    private Sites(Site only, Scope scope) {
        this.only = only;
        onlyScope = scope;
        origins = only.origins();
    }

    /// The only blog.
    public static Sites only(Site site) {
        return new Sites(site, Scope.of(site));
    }

    /// The only blog, answered for by hand.
    static Sites only(Site site, Answers answers) {
        return new Sites(site, Scope.of(site, answers));
    }

    Collection<Site> all() {
        return only == null ? byName.values() : List.of(only);
    }

    /// What a request asks.
    ///
    /// @return null when that is unclear or not there, which has been answered then
    @Nullable
    Scope asked(HttpServerExchange exchange) {
        if (onlyScope != null) {
            return onlyScope;
        }
        List<String> names = names(Parameters.of(exchange));
        return isRefused(exchange, names, MOST_AT_ONCE) ? null : scope(names);
    }

    private Scope scope(List<String> names) {
        Scope one = scopes.get(names.getFirst());
        return one != null && names.size() == 1
                ? one
                : Scope.of(names.stream().map(byName::get).toList(), joint);
    }

    /// An address that answers for one site at a time.
    HttpHandler each(Function<Site, HttpHandler> maker) {
        if (only != null) {
            return maker.apply(only);
        }
        Map<String, HttpHandler> handlers = new LinkedHashMap<>();
        byName.forEach((name, site) -> handlers.put(name, maker.apply(site)));
        return exchange -> {
            List<String> names = names(Parameters.of(exchange));
            if (!isRefused(exchange, names, 1)) {
                Objects.requireNonNull(handlers.get(names.getFirst())).handleRequest(exchange);
            }
        };
    }

    /// Tells probes whether readers can be answered: those of the site that is named, else those of any.
    HttpHandler readiness() {
        HttpHandler each = each(site -> site.health().readiness());
        return only != null
                ? each
                : exchange -> (names(Parameters.of(exchange)).isEmpty() ? Health.readiness(all()) : each)
                        .handleRequest(exchange);
    }

    /// Whose pages may read what a request is answered. What is wrong with a request says nothing of a site, so that
    /// pages of all may read that.
    List<String> origins(HttpServerExchange exchange) {
        List<String> names = only == null ? names(Parameters.of(exchange)) : List.of();
        boolean isKnown = !names.isEmpty() && byName.keySet().containsAll(names);
        return isKnown ? scope(names).origins() : origins;
    }

    /// The origins whose pages may read answers of any of the blogs.
    List<String> origins() {
        return origins;
    }

    /// The names that a request has, in their order, so that the same sites are the same question.
    static List<String> names(Map<String, List<String>> parameters) {
        return parameters.getOrDefault(PARAMETER, List.of()).stream()
                .filter(name -> !name.isBlank())
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isRefused(HttpServerExchange exchange, List<String> names, int most) {
        if (names.isEmpty()) {
            ProblemHandler.answer(
                    exchange, 400, "site-needed", "This service answers for several sites; `site` says for which.");
        } else if (!byName.keySet().containsAll(names)) {
            ProblemHandler.answer(exchange, 404, "unknown-site", "This service has no site of that name.");
        } else if (names.size() > most) {
            ProblemHandler.answer(
                    exchange,
                    400,
                    "too-many-sites",
                    most == 1
                            ? "This address answers for one site at a time."
                            : "At most " + most + " sites can be asked as one.");
        } else {
            return false;
        }
        return true;
    }
}
