package dev.anchorage.web;

import dev.anchorage.search.BadParameterException;
import dev.anchorage.search.Recent;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The parameters of a request's URL.
final class Parameters {
    private static final AttachmentKey<Map<String, List<String>>> READ = AttachmentKey.create(Map.class);

    private Parameters() {}

    /// Those that {@link #read} found; not to be changed.
    static Map<String, List<String>> of(HttpServerExchange exchange) {
        Map<String, List<String>> read = exchange.getAttachment(READ);
        return read == null ? Map.of() : read;
    }

    /// Reads the address of a request, once.
    ///
    /// @param before  what was read lately
    /// @throws BadParameterException when there are too many, or what is percent-encoded is no text
    static void read(HttpServerExchange exchange, int most, Recent<String, Map<String, List<String>>> before)
            throws BadParameterException {
        String path = exchange.getRelativePath();
        if (path.indexOf('%') >= 0) {
            exchange.setRelativePath(PercentEncoding.decoded(path, false));
        }
        String query = exchange.getQueryString();
        if (query.isEmpty()) {
            return;
        }
        Map<String, List<String>> read = before.get(query);
        if (read == null) {
            read = parsed(query, most);
            if (query.length() <= AnswerHandler.LONGEST_KEPT) {
                before.put(query, read);
            }
        }
        exchange.putAttachment(READ, read);
    }

    /// The values of each name, in the order of the address; `name[]` is another way to write `name`.
    static Map<String, List<String>> parsed(String query, int most) throws BadParameterException {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        int count = 0;
        for (int start = 0; start <= query.length(); ) {
            int end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            if (end > start) {
                if (++count > most) {
                    throw BadParameterException.ofUrl("The address has more than " + most + " parameters.");
                }
                add(parameters, query.substring(start, end));
            }
            start = end + 1;
        }
        return parameters;
    }

    private static void add(Map<String, List<String>> parameters, String pair) throws BadParameterException {
        int equals = pair.indexOf('=');
        String name = PercentEncoding.decoded(equals < 0 ? pair : pair.substring(0, equals), true);
        String value = equals < 0 ? "" : PercentEncoding.decoded(pair.substring(equals + 1), true);
        String bare = name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
        parameters.computeIfAbsent(bare, key -> new ArrayList<>(1)).add(value);
    }

    /// A URL with parameters, those without a value left out.
    static String url(String path, Map<String, List<String>> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, values) -> values.stream()
                .filter(value -> !value.isEmpty())
                .forEach(value -> pairs.add(encode(name) + "=" + encode(value))));
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }

    /// The first value of a parameter; empty when there is none.
    static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// The same parameters with another value for one of them.
    static Map<String, List<String>> with(Map<String, List<String>> parameters, String name, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.put(name, values);
        return changed;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
