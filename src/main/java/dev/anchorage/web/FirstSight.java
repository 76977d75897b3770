package dev.anchorage.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a head that is refused says at first sight, be it whole or not, well-formed or not: enough to answer in the
/// right form and to write it down, and nothing that anything else should depend on.
///
/// @param method  `-` when there is none
/// @param path  `-` when there is none; anything a client can think of, as is the query
/// @param fields  the first of each name, by its name in lower case
record FirstSight(String method, String path, String query, Map<String, String> fields) {
    private static final Pattern REQUEST =
            Pattern.compile("([A-Z]{1,16}) (?:(?i:http)://[^/? ]*)?([^? ]+)(?:\\?([^ ]*))?");

    /// @param head  perhaps with more behind it, or nothing at all
    static FirstSight of(byte[] head) {
        Iterator<String> lines =
                new String(head, StandardCharsets.ISO_8859_1).lines().iterator();
        Matcher request = REQUEST.matcher(lines.hasNext() ? lines.next() : "");
        if (!request.lookingAt()) {
            return new FirstSight("-", "-", "", fields(lines));
        }
        String query = request.group(3);
        return new FirstSight(request.group(1), request.group(2), query == null ? "" : query, fields(lines));
    }

    private static Map<String, String> fields(Iterator<String> lines) {
        Map<String, String> fields = new HashMap<>();
        for (String line = next(lines); !line.isEmpty(); line = next(lines)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                fields.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private static String next(Iterator<String> lines) {
        return lines.hasNext() ? lines.next() : "";
    }

    /// The value of a field; null when it isn't there.
    ///
    /// @param name  in lower case
    @Nullable
    String field(String name) {
        return fields.get(name);
    }
}
