package dev.anchorage.section;

import java.util.regex.Pattern;

/// The words of a piece of Markdown, taken without a parser: markers, tags and link addresses are cut away.
/// Every pattern is free of nested repetition, so that the time is linear in the text.
final class PlainWords {
    private static final Pattern LINK_TARGET =
            Pattern.compile("\\]\\([^()\\s]{0,2000}+(?:\\s[^()\\n]{0,500}+)?\\)|\\]\\[[^\\[\\]\\n]{0,200}+\\]");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,2000}+>");
    private static final Pattern TEMPLATE = Pattern.compile("\\{[%{][^{}%]{0,2000}+[%}]\\}");
    private static final Pattern ADDRESS = Pattern.compile("\\b(?:https?://|data:)\\S{1,2000}+");
    private static final Pattern MARKERS = Pattern.compile(
            "(?m)^(?:[ \\t]*+[#>])++|^[ \\t]*+(?:[-*+](?=\\s)|\\d{1,9}[.)](?=\\s))|[*`~\\[\\]|]+|!(?=\\[)|(?<!\\w)_+|_+(?!\\w)");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00a0]{2,}");

    private PlainWords() {}

    static String of(String markdown) {
        if (isPlain(markdown)) {
            return markdown.strip();
        }
        String words = markdown;
        for (Pattern cut : new Pattern[] {LINK_TARGET, TAG, TEMPLATE, ADDRESS, MARKERS, BLANKS}) {
            words = cut.matcher(words).replaceAll(" ");
        }
        return words.strip();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLetter(text.charAt(i)) && text.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }
}
