package dev.anchorage.anchor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Python-Markdown `extensions/toc.py`, function `unique`: `foo`, `foo_1`, `foo_2`; an empty slug becomes `_1`.
final class PythonIds implements UniqueIds {
    private static final Pattern NUMBERED = Pattern.compile("^(.*)_(\\d{1,9})$");

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    @Override
    public String allot(String slug) {
        if (!slug.isEmpty() && taken.add(slug)) {
            return slug;
        }
        Matcher numbered = NUMBERED.matcher(slug);
        if (numbered.matches()) {
            return numbered.group(1) + "_" + firstFree(numbered.group(1), Integer.parseInt(numbered.group(2)));
        }
        int number = firstFree(slug, last.getOrDefault(slug, 0));
        last.put(slug, number);
        return slug + "_" + number;
    }

    private int firstFree(String base, int after) {
        int number = after + 1;
        while (!taken.add(base + "_" + number)) {
            number++;
        }
        return number;
    }

    @Override
    public void claim(String id) {
        taken.add(id);
    }
}
