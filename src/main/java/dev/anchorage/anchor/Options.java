package dev.anchorage.anchor;

import dev.anchorage.post.Generator;
import java.util.Arrays;
import java.util.Locale;

/// The options of a generator, read with checks.
record Options(Generator generator) {

    String text(String key, String otherwise) {
        return generator.options().getOrDefault(key, otherwise);
    }

    boolean flag(String key, boolean otherwise) {
        return oneOf(key, Boolean.toString(otherwise), "true", "false").equals("true");
    }

    /// One of the values listed, in lower case.
    String oneOf(String key, String otherwise, String... allowed) {
        String value = text(key, otherwise).toLowerCase(Locale.ROOT);
        if (!Arrays.asList(allowed).contains(value)) {
            throw new IllegalArgumentException("generator " + generator.name() + ": " + key + " can't be \"" + value
                    + "\" (expected " + String.join(", ", allowed) + ")");
        }
        return value;
    }
}
