package dev.anchorage.anchor;

import java.text.Normalizer;

/// Python-Markdown 3.4 to 3.7, `extensions/toc.py`, functions `slugify` and `slugify_unicode`.
///
/// @param isUnicode  whether letters beyond ASCII stay
/// @param separator  what stands between words
record PythonSlug(boolean isUnicode, String separator) implements Slug {

    @Override
    public String of(String text) {
        String slug = CodePoints.keep(isUnicode ? text : ascii(text), c -> c == '-' || isSpace(c) || isWord(c));
        String words = Fold.withFinalSigma(stripped(slug));
        StringBuilder joined = new StringBuilder(words.length());
        boolean isAfterGap = false;
        for (int c : words.codePoints().toArray()) {
            boolean isGap = isSpace(c) || separator.indexOf(c) >= 0;
            if (!isGap || !isAfterGap) {
                joined.append(isGap ? separator : Character.toString(c));
            }
            isAfterGap = isGap;
        }
        return joined.toString();
    }

    private static String ascii(String text) {
        return CodePoints.keep(Normalizer.normalize(text, Normalizer.Form.NFKD), c -> c < 128);
    }

    /// Python's `\w` for strings: `str.isalnum()` or the underscore.
    static boolean isWord(int c) {
        return c == '_' || CodePoints.isLetterOrNumber(c);
    }

    /// Python's `\s` for strings: `str.isspace()`.
    static boolean isSpace(int c) {
        return (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f) || c == 0x85 || Character.isSpaceChar(c);
    }

    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
