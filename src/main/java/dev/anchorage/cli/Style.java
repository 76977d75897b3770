package dev.anchorage.cli;

/// Marks text for a terminal, or leaves it as it is. Control characters never get through.
///
/// @param isOn  whether escape sequences may be printed
record Style(boolean isOn) {
    private static final String ESC = "\u001B[";
    private static final String OSC = "\u001B]8;;";
    private static final String END = "\u001B\\";

    String bold(String text) {
        return wrap("1", text);
    }

    String dim(String text) {
        return wrap("2", text);
    }

    String match(String text) {
        return wrap("1;33", text);
    }

    /// A text that a terminal makes clickable (OSC 8).
    String link(String url, String text) {
        return isOn ? OSC + clean(url) + END + text + OSC + END : text;
    }

    private String wrap(String code, String text) {
        String clean = clean(text);
        return isOn && !clean.isEmpty() ? ESC + code + "m" + clean + ESC + "0m" : clean;
    }

    /// The text without control characters, which could move the cursor or recolour the terminal.
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
