package dev.anchorage.anchor;

import java.util.Locale;
import net.gcardone.junidecode.Junidecode;

/// The crate `slug` 0.1: deunicode, lower case, runs of anything but ASCII letters and digits become one hyphen.
///
/// deunicode 1 spells letters like Unidecode and emoji by name ([Emoji]).
final class ZolaSlug implements Slug {
    @Override
    public String of(String text) {
        String ascii = CodePoints.replace(text, ZolaSlug::spelled);
        return Hyphens.between(
                ascii.toLowerCase(Locale.ROOT), c -> !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')));
    }

    private static String spelled(int c) {
        String whole = Character.toString(c);
        if (c < 128) {
            return whole;
        }
        String name = Emoji.nameOf(c);
        return name.isEmpty() ? Junidecode.unidecode(whole) : " " + name.replace('_', ' ') + " ";
    }
}
