package dev.anchorage.post;

/// Emoji misread as Mac Roman begin with the Apple logo, a private character which editors and mail programs tend to
/// drop. What is left of 🔝 is `üîù`.
final class LeadlessEmoji {
    static final int LENGTH = 3;

    /// Letters that follow an ü in Turkish, Estonian or German, where `üçü` is a word.
    private static final String COMPANIONS = "çöüäõ";

    private LeadlessEmoji() {}

    /// The emoji whose last three bytes stand at `index` between characters that are no letters, or -1.
    static int codePointAt(String text, int index) {
        int end = index + LENGTH;
        if (text.charAt(index) != 'ü' || end > text.length() || isLetter(text, index - 1) || isLetter(text, end)) {
            return -1;
        }
        char second = text.charAt(index + 1);
        char third = text.charAt(index + 2);
        if (COMPANIONS.indexOf(second) >= 0 && COMPANIONS.indexOf(third) >= 0) {
            return -1;
        }
        int codePoint = Misreading.MAC_ROMAN.codePointAt("\uF8FF" + text.substring(index, end), 0);
        return codePoint >= 0x1F000 && Character.isEmoji(codePoint) ? codePoint : -1;
    }

    private static boolean isLetter(String text, int index) {
        return index >= 0
                && index < text.length()
                && text.charAt(index) != 'ü'
                && Character.isLetter(text.charAt(index));
    }
}
