package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// The words of an archive as they are written: completions of unfinished ones, alternatives to unknown ones.
/// Thread-safe.
final class Vocabulary {
    /// More completions than these are not told apart by one reader.
    private static final int MAX_COMPLETIONS = 12;

    /// So many terms of a prefix are looked at; the rest of a very short prefix is left out.
    private static final int MAX_SCANNED = 4_000;

    private static final int MAX_SPELLINGS = 3;
    private static final int MIN_SPELLED_CHARS = 4;
    private static final int MAX_SPELLED_CHARS = 64;

    private final IndexReader reader;

    Vocabulary(IndexReader reader) {
        this.reader = reader;
    }

    /// The most frequent words that begin with a prefix, the prefix itself included when it is a word.
    List<String> completions(String prefix) {
        String start = prefix.toLowerCase(Locale.ROOT);
        try {
            Terms terms = MultiTerms.getTerms(reader, IndexSchema.WORDS);
            return terms == null || start.isEmpty() ? List.of() : mostFrequent(terms.iterator(), new BytesRef(start));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> mostFrequent(TermsEnum terms, BytesRef start) throws IOException {
        PriorityQueue<Counted> best = new PriorityQueue<>();
        TermsEnum.SeekStatus status = terms.seekCeil(start);
        for (int scanned = 0; status != TermsEnum.SeekStatus.END && scanned < MAX_SCANNED; scanned++) {
            BytesRef term = terms.term();
            if (!StringHelper.startsWith(term, start)) {
                break;
            }
            best.add(new Counted(term.utf8ToString(), terms.docFreq()));
            if (best.size() > MAX_COMPLETIONS) {
                best.poll();
            }
            if (terms.next() == null) {
                break;
            }
        }
        return best.stream()
                .sorted(Comparator.reverseOrder())
                .map(Counted::word)
                .toList();
    }

    /// Whether some section has the word as typed, but for its case.
    boolean isKnown(String word) throws IOException {
        return reader.docFreq(new Term(IndexSchema.WORDS, word.toLowerCase(Locale.ROOT))) > 0;
    }

    /// Words of the archive that a word could be a misspelling of, likeliest first; empty when the word is known.
    List<String> spellings(String word) throws IOException {
        String folded = word.toLowerCase(Locale.ROOT);
        int length = folded.codePointCount(0, folded.length());
        if (length < MIN_SPELLED_CHARS
                || length > MAX_SPELLED_CHARS
                || !folded.codePoints().allMatch(Character::isLetter)) {
            return List.of();
        }
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMinPrefix(1);
        checker.setMaxEdits(length < 6 ? 1 : 2);
        checker.setMinQueryLength(MIN_SPELLED_CHARS);
        SuggestWord[] found = checker.suggestSimilar(
                new Term(IndexSchema.WORDS, folded), MAX_SPELLINGS, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        return new ArrayList<>(
                Arrays.stream(found).map(suggestion -> suggestion.string).toList());
    }

    private record Counted(String word, int frequency) implements Comparable<Counted> {
        private static final Comparator<Counted> RARER_FIRST =
                Comparator.comparingInt(Counted::frequency).thenComparing(Counted::word, Comparator.reverseOrder());

        @Override
        public int compareTo(Counted other) {
            return RARER_FIRST.compare(this, other);
        }
    }
}
