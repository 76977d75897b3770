package dev.anchorage.anchor;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/// `@sindresorhus/slugify` 2.2 with `decamelize: false`, as Eleventy 3 calls it.
final class EleventySlug implements Slug {
    private static final List<LetterTable.Row> REPLACEMENTS = LetterTable.read("transliterate.tsv");
    private static final Pattern DIACRITIC = Pattern.compile("[\\p{Mn}\\p{Lm}\\p{Sk}^`´¨¯·¸]");
    private static final Pattern CONTRACTION = Pattern.compile("(?<=[a-z\\d])'([ts])(?=\\s|$)");

    @Override
    public String of(String text) {
        String lower = Fold.withFinalSigma(transliterated(text));
        String joined = CONTRACTION.matcher(lower).replaceAll("$1");
        return Hyphens.between(joined, c -> !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')));
    }

    private static String transliterated(String text) {
        String replaced = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (replaced.chars().anyMatch(c -> c > 127)) {
            for (LetterTable.Row row : REPLACEMENTS) {
                replaced = replaced.replace(row.left(), row.right());
            }
        }
        replaced = replaced.replace("&", " and ").replace("🦄", " unicorn ").replace("♥", " love ");
        return DIACRITIC
                .matcher(Normalizer.normalize(replaced, Normalizer.Form.NFD))
                .replaceAll("");
    }
}
