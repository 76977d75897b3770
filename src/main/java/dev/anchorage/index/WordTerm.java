package dev.anchorage.index;

import org.apache.lucene.util.BytesRef;

/// How a word is spelt in the index: its stem, then what makes the word of it. So all words with a stem follow each
/// other in the dictionary, each is found as it is written, and none stands there twice.
///
/// A word that begins with its stem is `stem NUL rest`, any other `stem SOH word`; no word has these two characters.
///
/// @param stem  without accents and endings
/// @param word  as it is written, but for its case
public record WordTerm(String stem, String word) {
    /// Stands behind the stem of a word that begins with it.
    static final char REST = '\0';

    /// Stands behind the stem of any other word.
    static final char WORD = '\1';

    /// Reads a term of the index.
    public static WordTerm of(BytesRef term) {
        return of(term.utf8ToString());
    }

    /// Reads a term of the index.
    public static WordTerm of(String term) {
        int end = 0;
        while (end < term.length() && term.charAt(end) > WORD) {
            end++;
        }
        String stem = term.substring(0, end);
        String rest = end == term.length() ? "" : term.substring(end + 1);
        boolean isRest = end == term.length() || term.charAt(end) == REST;
        return new WordTerm(stem, isRest ? stem + rest : rest);
    }

    /// The first term, in the order of the index, that a word with a stem may have.
    public static BytesRef first(String stem) {
        return new BytesRef(stem + REST);
    }

    /// The beginning of the terms of all words that begin in a way and have a stem that is a part of that beginning.
    public static BytesRef beginning(String stem, String start) {
        return new BytesRef(stem + REST + start.substring(stem.length()));
    }

    /// How many characters stand before the number in the name of a version, or in the beginning of one: 1 in `v6.9.2`,
    /// whose stem is `6.9.2`; 0 in what is no version or has no sign.
    ///
    /// @param name  in lower case, not empty
    public static int versionSign(CharSequence name) {
        if (name.charAt(0) != 'v') {
            return 0;
        }
        int end = 1;
        while (isDigit(name, end)) {
            end++;
        }
        boolean isAtEnd = end == name.length() || (name.charAt(end) == '.' && end + 1 == name.length());
        boolean isVersion = isAtEnd || (name.charAt(end) == '.' && isDigit(name, end + 1));
        return end > 1 && isVersion ? 1 : 0;
    }

    private static boolean isDigit(CharSequence name, int at) {
        return at < name.length() && name.charAt(at) >= '0' && name.charAt(at) <= '9';
    }

    /// Whether a term is that of a word with a stem.
    ///
    /// @param first  what {@link #first} says of the stem
    public static boolean hasStem(BytesRef term, BytesRef first) {
        int end = first.length - 1;
        if (term.length <= end || isLetter(term.bytes[term.offset + end])) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            if (term.bytes[term.offset + i] != first.bytes[first.offset + i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether the word of a term begins in a way.
    public static boolean begins(BytesRef term, BytesRef start) {
        int end = 0;
        while (end < term.length && isLetter(term.bytes[term.offset + end])) {
            end++;
        }
        boolean isWord = end < term.length && term.bytes[term.offset + end] == WORD;
        int matched = 0;
        for (int i = isWord ? end + 1 : 0; i < term.length && matched < start.length; i++) {
            if (isWord || i != end) {
                if (term.bytes[term.offset + i] != start.bytes[start.offset + matched]) {
                    return false;
                }
                matched++;
            }
        }
        return matched == start.length;
    }

    /// Bytes of letters beyond ASCII are negative.
    private static boolean isLetter(byte of) {
        return of < REST || of > WORD;
    }
}
