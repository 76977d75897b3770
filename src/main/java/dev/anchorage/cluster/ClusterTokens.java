package dev.anchorage.cluster;

import dev.anchorage.index.IndexSchema;
import org.apache.lucene.util.BytesRef;

/// How words that were cut here are spelt for the cluster, which splits what it gets at white space, then at
/// {@link #OR}, and does nothing else to it: language, colon, word. So one analysis serves both engines.
final class ClusterTokens {
    /// Between words that stand at the same place.
    static final char OR = '\uE002';

    /// Before the number of times that a stem stands in a post.
    static final char TIMES = '\uE003';

    /// Stands where no word does.
    static final String NOTHING = "\uE004";

    private static final char REST = '\uE000';
    private static final char WORD = '\uE001';
    private static final char SPACE = '\uE005';

    private ClusterTokens() {}

    /// A word of a section.
    ///
    /// @param language  a key of the language that it was analysed in
    /// @param term  as in an index of Lucene's
    static String word(String language, BytesRef term) {
        return plain(language + ":" + term.utf8ToString());
    }

    /// The word of a term in a Lucene field that {@link IndexSchema#text} names.
    static String ofField(String field, BytesRef term) {
        return word(IndexSchema.languageOf(field), term);
    }

    /// A stem of a post.
    static String stem(String language, String stem) {
        return plain(language + ":" + stem);
    }

    /// Private-use characters, which no word has, in place of those that need six letters in JSON or would split the
    /// word.
    private static String plain(String text) {
        StringBuilder plain = null;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            char other = sign == '\0' ? REST : sign == '\1' ? WORD : Character.isWhitespace(sign) ? SPACE : sign;
            if (other != sign) {
                plain = plain == null ? new StringBuilder(text) : plain;
                plain.setCharAt(i, other);
            }
        }
        return plain == null ? text : plain.toString();
    }
}
