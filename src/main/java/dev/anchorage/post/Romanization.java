package dev.anchorage.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Spells letters in ASCII the way Unidecode does: Latin, Greek and Cyrillic. Other scripts are dropped, for their
/// tables are large; where such a title decides about a URL, the permalink has to be given.
final class Romanization {
    private static final Map<Character, String> LETTERS = letters();

    private Romanization() {}

    static String of(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String spelled = LETTERS.get(Character.toLowerCase(c));
            if (spelled == null) {
                out.append(c);
            } else if (Character.isUpperCase(c) && !spelled.isEmpty()) {
                out.append(Character.toUpperCase(spelled.charAt(0))).append(spelled.substring(1));
            } else {
                out.append(spelled);
            }
        }
        return PathSlug.withoutAccents(out.toString()).replaceAll("[^\\x00-\\x7F]", "");
    }

    private static Map<Character, String> letters() {
        List<String> rows = List.of(
                "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
                "a b v g d e io zh z i i k l m n o p r s t u f kh ts ch sh shch ' y ' e iu ia i i ie g",
                "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώ",
                "a b g d e z e th i k l m n x o p r s t u ph kh ps o s a e e i o u o",
                "ßæœøđðþłħŧıŋ‘’“”–—",
                "ss ae oe o d d th l h t i ng ' ' \" \" - --");
        Map<Character, String> letters = new HashMap<>();
        for (int row = 0; row < rows.size(); row += 2) {
            String[] spelled = rows.get(row + 1).split(" ", -1);
            for (int i = 0; i < spelled.length; i++) {
                letters.put(rows.get(row).charAt(i), spelled[i]);
            }
        }
        return Map.copyOf(letters);
    }
}
