package dev.anchorage.post;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// How generators turn titles and file names into parts of a URL. (Ids of headings follow other rules, often of the
/// same name.)
final class PathSlug {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_JEKYLL_PRETTY = Pattern.compile("[^\\p{M}\\p{L}\\p{Nd}._~!$&'()+,;=@]+");
    private static final Pattern NOT_JEKYLL_DEFAULT = Pattern.compile("[^\\p{M}\\p{L}\\p{Nd}]+");
    private static final Pattern NOT_GITHUB = Pattern.compile("[^\\p{IsAlphabetic}\\p{M}\\p{Nd}\\p{Pc}\\- ]");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");

    private PathSlug() {}

    /// Hugo's file names: lower case, spaces to hyphens, most punctuation gone, accents kept.
    static String hugo(String text) {
        var out = new StringBuilder();
        boolean hyphenDue = false;
        boolean wasHyphen = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || "./\\_#+~-@".indexOf(c) >= 0) {
                wasHyphen = c == '-';
                if (hyphenDue && !wasHyphen) {
                    out.append('-');
                }
                hyphenDue = false;
                out.appendCodePoint(c);
            } else if (!out.isEmpty() && !wasHyphen && Character.isWhitespace(c)) {
                hyphenDue = true;
            }
        }
        return out.toString();
    }

    /// Jekyll's `:title`: case and the punctuation that URLs allow are kept.
    static String jekyllTitle(String text) {
        return ENDS.matcher(NOT_JEKYLL_PRETTY.matcher(text).replaceAll("-")).replaceAll("");
    }

    /// Jekyll's `:slug`: letters and digits in lower case.
    static String jekyllSlug(String text) {
        String slug =
                ENDS.matcher(NOT_JEKYLL_DEFAULT.matcher(text).replaceAll("-")).replaceAll("");
        return slug.toLowerCase(Locale.ROOT);
    }

    /// github-slugger's rule, which Astro has for the paths of its collections.
    static String github(String text) {
        return NOT_GITHUB.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
    }

    /// Pelican's: ASCII letters, digits and `_`.
    static String pelican(String text) {
        String words = Romanization.of(text).replaceAll("[^\\w\\s-]", "").strip();
        return words.replaceAll("[-\\s]+", "-").toLowerCase(Locale.ROOT);
    }

    /// Zola's: runs of anything but ASCII letters and digits are one hyphen.
    static String zola(String text) {
        String slug = Romanization.of(text).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return ENDS.matcher(slug).replaceAll("");
    }

    /// sindresorhus' slugify, as Eleventy's filter `slugify` has it.
    static String eleventy(String text) {
        return zola(text.replace("&", " and ").replaceAll("['’]", ""));
    }

    static String withoutAccents(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }
}
