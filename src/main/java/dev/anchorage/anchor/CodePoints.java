package dev.anchorage.anchor;

import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/// Classes of code points that several generators share, and the loop over them.
final class CodePoints {
    private CodePoints() {}

    /// What regular expressions of Ruby and of github-slugger call a word character: Alphabetic, Mark,
    /// Decimal_Number, Connector_Punctuation.
    static boolean isWord(int c) {
        return Character.isAlphabetic(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.DECIMAL_DIGIT_NUMBER,
                            Character.CONNECTOR_PUNCTUATION -> true;
                    default -> false;
                };
    }

    /// Letters and numbers of any kind (general categories L and N).
    static boolean isLetterOrNumber(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.LETTER_NUMBER
                || Character.getType(c) == Character.OTHER_NUMBER;
    }

    /// White space as JavaScript's `\s` has it.
    static boolean isJavaScriptSpace(int c) {
        return (c >= '\t' && c <= '\r')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\ufeff'
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /// The text without the code points that a test rejects.
    static String keep(String text, IntPredicate test) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(test).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /// The text with each code point replaced by what a function gives for it.
    static String replace(String text, IntFunction<String> replacement) {
        StringBuilder replaced = new StringBuilder(text.length());
        text.codePoints().forEach(c -> replaced.append(replacement.apply(c)));
        return replaced.toString();
    }

    /// A map written as words: a code point, what stands for it, the next code point and so on.
    static Map<Integer, String> table(String words) {
        Map<Integer, String> table = new HashMap<>();
        Scanner pairs = new Scanner(words);
        while (pairs.hasNext()) {
            table.put(pairs.next().codePointAt(0), pairs.next());
        }
        return Map.copyOf(table);
    }
}
