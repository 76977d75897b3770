package dev.anchorage.anchor;

import java.text.Normalizer;
import java.util.Locale;

/// The crate `slug` 0.1: deunicode, lower case, runs of anything but ASCII letters and digits become one hyphen.
final class ZolaSlug implements Slug {
    @Override
    public String of(String text) {
        String ascii = CodePoints.replace(text, ZolaSlug::spelled);
        return Hyphens.between(
                ascii.toLowerCase(Locale.ROOT), c -> !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')));
    }

    private static String spelled(int c) {
        if (c < 128) {
            return Character.toString(c);
        }
        if (Character.getType(c) == Character.OTHER_SYMBOL && Character.isEmoji(c)) {
            return " " + Character.getName(c) + " ";
        }
        return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD).replaceAll("[^\\x00-\\x7f]", "");
    }
}
