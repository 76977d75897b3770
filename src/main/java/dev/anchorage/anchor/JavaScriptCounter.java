package dev.anchorage.anchor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Ids counted for each slug in a plain JavaScript object, whose prototype shows through: a heading "constructor" gets
/// `constructor-NaN`. hexo-renderer-marked 7 (`renderer.js`), Eleventy 3 (`IdAttributePlugin.js`).
final class JavaScriptCounter implements UniqueIds {
    /// ECMA-262, 20.1.3 and B.2.2: what every object inherits.
    private static final Set<String> INHERITED = Set.of(
            "constructor",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "toLocaleString",
            "toString",
            "valueOf",
            "__defineGetter__",
            "__defineSetter__",
            "__lookupGetter__",
            "__lookupSetter__",
            "__proto__");

    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> spent = new HashSet<>();
    private final int firstRepeat;

    /// @param firstRepeat  the number that the second heading of a slug gets
    JavaScriptCounter(int firstRepeat) {
        this.firstRepeat = firstRepeat;
    }

    @Override
    public String allot(String slug) {
        if (INHERITED.contains(slug) && spent.add(slug)) {
            return slug + "-NaN";
        }
        int before = counts.merge(slug, 1, Integer::sum) - 1;
        return before == 0 ? slug : slug + "-" + (before - 1 + firstRepeat);
    }

    @Override
    public void claim(String id) {
        counts.merge(id, 1, Integer::sum);
    }
}
