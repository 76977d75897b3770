package dev.anchorage.index;

import java.util.List;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/// What a language made of the words that came by last. Each word has one place, by its letters, until another word
/// takes it, so that common words stay. Thread-safe; what one thread keeps another may miss.
final class KnownStems {
    /// Each word takes some hundred bytes; a small heap has room for fewer.
    private static final int OF_TEXTS =
            Integer.highestOneBit((int) Math.min(32_768, Runtime.getRuntime().maxMemory() >>> 14));

    /// Few words are asked for again, and each blog of a service has its own.
    private static final int OF_QUERIES = 1 << 6;

    private final @Nullable Word[] places;

    KnownStems(boolean isQuery) {
        places = new @Nullable Word[isQuery ? OF_QUERIES : OF_TEXTS];
    }

    /// What became of the word before; null when it isn't known, or no longer.
    @Nullable
    Word find(CharTermAttribute term) {
        char[] letters = term.buffer();
        int hash = 0;
        for (int i = 0; i < term.length(); i++) {
            hash = 31 * hash + letters[i]; // as String has it
        }
        Word word = places[place(hash)];
        return word != null && word.isSpelt(letters, term.length()) ? word : null;
    }

    void keep(Word word) {
        places[place(word.text().hashCode())] = word;
    }

    private int place(int hash) {
        return (hash ^ hash >>> 16) & (places.length - 1);
    }

    /// What became of a word.
    ///
    /// @param text  as it is written
    /// @param stems  none for a word that the language leaves out
    /// @param whole  the word in lower case, without what was elided in front of it; null when it isn't one stem
    record Word(
            String text,
            List<StemFilter.Stem> stems,
            @Nullable String whole) {
        private boolean isSpelt(char[] letters, int length) {
            if (text.length() != length) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (text.charAt(i) != letters[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
