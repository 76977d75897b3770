package dev.anchorage.anchor;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// pymdown-extensions 9, `pymdownx.slugs.slugify(case="lower")`: keeps Unicode, does not collapse.
///
/// @param separator  what stands for each blank
record PymdownSlug(String separator) implements Slug {
    private static final Pattern TAGS = Pattern.compile("</?[^<>]{0,1000}>");

    @Override
    public String of(String text) {
        String plain =
                TAGS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
        String kept =
                CodePoints.keep(Fold.withFinalSigma(plain.strip()), c -> c == '-' || c == ' ' || PythonSlug.isWord(c));
        return kept.replace(" ", separator);
    }
}
