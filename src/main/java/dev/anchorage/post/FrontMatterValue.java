package dev.anchorage.post;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A value in front matter. Scalars keep their spelling, since `1.10` is a version and `2024` a tag more often than a
/// number; a null is left out.
public sealed interface FrontMatterValue {

    /// A scalar of any type, as it is spelled.
    ///
    /// @param text  without quotes, escapes resolved
    record Text(String text) implements FrontMatterValue {
        @Override
        public String toString() {
            return text;
        }
    }

    /// A list.
    record Items(List<FrontMatterValue> items) implements FrontMatterValue {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /// A map, in the order of the file; its keys are in lower case.
    record Fields(Map<String, FrontMatterValue> fields) implements FrontMatterValue {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String toString() {
            return fields.toString();
        }
    }
}
