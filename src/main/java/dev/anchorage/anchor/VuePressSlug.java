package dev.anchorage.anchor;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// `@mdit-vue/shared` 2, `slugify`: used by VitePress and VuePress.
final class VuePressSlug implements Slug {
    private static final Pattern COMBINING = Pattern.compile("[\\u0300-\\u036F]");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f]");
    private static final String SPECIAL = "~`!@#$%^&*()-_+=[]{}|\\;:\"'“”‘’<>,.?/";

    @Override
    public String of(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKD);
        bare = CONTROL.matcher(COMBINING.matcher(bare).replaceAll("")).replaceAll("");
        String slug = Hyphens.between(bare, c -> CodePoints.isJavaScriptSpace(c) || SPECIAL.indexOf(c) >= 0);
        boolean startsWithDigit = !slug.isEmpty() && slug.charAt(0) >= '0' && slug.charAt(0) <= '9';
        return Fold.withFinalSigma(startsWithDigit ? "_" + slug : slug);
    }
}
