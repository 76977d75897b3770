package dev.anchorage.post;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What authors write for a language: `de`, `pt_BR`, `en_US.UTF-8`, `German`, `Deutsch`.
final class LanguageNames {
    private static final Pattern TAG = Pattern.compile(
            "[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\\d{3}))?(?:[-_][A-Za-z0-9]{5,8})?");
    private static final Map<String, String> TAGS_BY_NAME = tagsByName();

    private LanguageNames() {}

    /// A BCP 47 tag; empty when the text names no language that is known.
    static Optional<String> tagOf(String written) {
        String text = written.strip().replaceAll("\\..*", "");
        if (TAG.matcher(text).matches()) {
            Locale locale = Locale.forLanguageTag(text.replace('_', '-'));
            boolean isKnown = !locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage());
            return isKnown && !locale.toLanguageTag().equals("und")
                    ? Optional.of(locale.toLanguageTag())
                    : Optional.empty();
        }
        return Optional.ofNullable(TAGS_BY_NAME.get(text.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> tagsByName() {
        Map<String, String> tags = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            Locale locale = Locale.of(code);
            tags.putIfAbsent(
                    locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), locale.toLanguageTag());
            tags.putIfAbsent(locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT), locale.toLanguageTag());
        }
        return Map.copyOf(tags);
    }
}
