package dev.anchorage.post;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// What authors write for a language: `de`, `pt_BR`, `en_US.UTF-8`, `German`, `Deutsch`.
final class LanguageNames {
    private static final Pattern TAG = Pattern.compile(
            "[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\\d{3}))?(?:[-_][A-Za-z0-9]{5,8})?");

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
        String name = text.toLowerCase(Locale.ROOT);
        String tag = InEnglish.TAGS.get(name);
        return Optional.ofNullable(tag != null ? tag : InTheirOwn.TAGS.get(name));
    }

    private static Map<String, String> tags(UnaryOperator<Locale> reader) {
        Map<String, String> tags = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            Locale locale = Locale.of(code);
            String name = locale.getDisplayLanguage(reader.apply(locale));
            tags.putIfAbsent(name.toLowerCase(Locale.ROOT), locale.toLanguageTag());
        }
        return Map.copyOf(tags);
    }

    private static final class InEnglish {
        private static final Map<String, String> TAGS = tags(locale -> Locale.ENGLISH);
    }

    /// The JDK reads all it knows in every language for this and holds on to it, 12 MB; so only when it is asked for.
    private static final class InTheirOwn {
        private static final Map<String, String> TAGS = tags(locale -> locale);
    }
}
