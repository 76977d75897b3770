package dev.anchorage.index;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/// Tells a text's language from its letters, where they leave no doubt.
final class LanguageGuess {
    /// So many characters are enough to tell the script.
    private static final int LOOK_AT = 2_000;

    private LanguageGuess() {}

    /// The language of a text most of whose letters belong to a script that one language (or CJK) uses.
    ///
    /// @return a BCP 47 tag; null when the script doesn't tell
    static @Nullable String fromScript(String text) {
        int letters = 0;
        int cjk = 0;
        int end = Math.min(text.length(), LOOK_AT);
        for (int at = 0; at < end; ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (Character.isLetter(codePoint)) {
                letters++;
                cjk += isCjk(codePoint) ? 1 : 0;
            }
        }
        // An ideograph says as much as three Latin letters, so a third is already a text in Chinese with names in
        // Latin.
        return letters > 0 && cjk * 3 >= letters ? "zh" : null;
    }

    private static boolean isCjk(int codePoint) {
        if (codePoint < 0x1100) {
            return false;
        }
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
