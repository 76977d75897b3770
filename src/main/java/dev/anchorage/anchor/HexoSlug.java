package dev.anchorage.anchor;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// hexo-util 3 and 4, `slugize(stripHTML(unescapeHTML(text)))`: case is kept, curly quotes and dashes too.
final class HexoSlug implements Slug {
    private static final Pattern TAGS = Pattern.compile("<[^\\s<>][^<>]*>");
    private static final String SPECIAL = "~`!@#$%^&*()-_+=[]{}|\\;:\"'<>,.?/";
    private static final Map<Integer, String> BASES = bases();

    private static Map<Integer, String> bases() {
        Map<Integer, String> bases = new HashMap<>();
        for (LetterTable.Row row : LetterTable.read("hexo-letters.tsv")) {
            row.right().codePoints().forEach(letter -> bases.put(letter, row.left()));
        }
        return Map.copyOf(bases);
    }

    @Override
    public String of(String text) {
        String plain = CodePoints.replace(TAGS.matcher(text).replaceAll(""), HexoSlug::withoutDiacritic);
        return Hyphens.between(
                CodePoints.keep(plain, c -> c > 0x1f), c -> CodePoints.isJavaScriptSpace(c) || SPECIAL.indexOf(c) >= 0);
    }

    /// `escapeDiacritic`: precomposed Latin letters lose their marks; marks that stand alone stay.
    private static String withoutDiacritic(int c) {
        String whole = Character.toString(c);
        String base = BASES.get(c);
        if (base != null || c < 128) {
            return base == null ? whole : base;
        }
        String decomposed = Normalizer.normalize(whole, Normalizer.Form.NFD);
        boolean isMarkedLetter =
                decomposed.length() > 1 && decomposed.charAt(0) < 128 && Character.isLetter(decomposed.charAt(0));
        return isMarkedLetter ? decomposed.substring(0, 1) : whole;
    }
}
