package dev.anchorage.anchor;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// hexo-util 3 and 4, `slugize(stripHTML(unescapeHTML(text)))`: case is kept, curly quotes and dashes too.
///
/// The plain letters that it puts for Latin ones are read off their Unicode names: `LATIN SMALL LETTER O WITH STROKE`
/// ends in `O` before `WITH`.
final class HexoSlug implements Slug {
    private static final Pattern TAGS = Pattern.compile("<[^\\s<>][^<>]*>");
    private static final String SPECIAL = "~`!@#$%^&*()-_+=[]{}|\\;:\"'<>,.?/";
    private static final Pattern NAME =
            Pattern.compile("(?:CIRCLED |FULLWIDTH )?+LATIN (CAPITAL|SMALL) LETTER (?:\\S+ )*?(\\S{1,2})(?: WITH .*)?");

    /// Letters of which the name does not tell the base, or another than the one hexo-util has.
    private static final Map<Integer, String> UNTOLD =
            CodePoints.table("ß s ŉ n Œ OE œ oe Ʉ U ʉ u ẚ a Ꝛ R ꝛ r ſ l ǅ Dz ǈ Lj ǋ Nj ǲ Dz");

    @Override
    public String of(String text) {
        String plain = CodePoints.replace(TAGS.matcher(text).replaceAll(""), HexoSlug::withoutDiacritic);
        return Hyphens.between(
                CodePoints.keep(plain, c -> c > 0x1f), c -> CodePoints.isJavaScriptSpace(c) || SPECIAL.indexOf(c) >= 0);
    }

    /// `escapeDiacritic`: precomposed Latin letters lose their marks; marks that stand alone stay.
    private static String withoutDiacritic(int c) {
        String whole = Character.toString(c);
        if (c < 128) {
            return whole;
        }
        String untold = UNTOLD.get(c);
        if (untold != null) {
            return untold;
        }
        String decomposed = Normalizer.normalize(whole, Normalizer.Form.NFD);
        boolean isMarkedLetter =
                decomposed.length() > 1 && decomposed.charAt(0) < 128 && Character.isLetter(decomposed.charAt(0));
        return isMarkedLetter ? decomposed.substring(0, 1) : namedBase(c, whole);
    }

    /// hexo-util has letters of both cases only, and none that Unicode took in after version 6.0.
    private static String namedBase(int c, String otherwise) {
        int upper = Character.toUpperCase(c);
        int lower = Character.toLowerCase(c);
        String unicodeName = Character.getName(c);
        if (upper == lower || isLate(upper) || isLate(lower) || unicodeName == null) {
            return otherwise;
        }
        Matcher name = NAME.matcher(unicodeName);
        if (!name.matches()) {
            return otherwise;
        }
        return name.group(1).equals("SMALL") ? name.group(2).toLowerCase(Locale.ROOT) : name.group(2);
    }

    private static boolean isLate(int c) {
        return (c >= 0xa792 && c <= 0xa79f) || (c >= 0xa7aa && c <= 0xa7ff) || (c >= 0xab30 && c <= 0xabff);
    }
}
