package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Spellings spellings;

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
        if (reader.docFreq(new Term(IndexSchema.WORDS, folded)) > 0) {
            return List.of();
        }
        List<Likely> likely = new ArrayList<>();
        for (Spellings.Near near : spellings().of(folded, MAX_SPELLINGS)) {
            int shorter = Math.min(folded.length(), near.word().length());
            int frequency = reader.docFreq(new Term(IndexSchema.WORDS, near.word()));
            likely.add(new Likely((double) near.edits() / shorter, new Counted(near.word(), frequency)));
        }
        return likely.stream()
                .sorted()
                .limit(MAX_SPELLINGS)
                .map(near -> near.counted().word())
                .toList();
    }

    /// Read when a reader first misspells something.
    private synchronized Spellings spellings() throws IOException {
        Spellings known = spellings;
        if (known == null) {
            Terms terms = MultiTerms.getTerms(reader, IndexSchema.WORDS);
            known = Spellings.of(terms == null ? TermsEnum.EMPTY : terms.iterator(), MAX_SPELLED_CHARS + 2);
            spellings = known;
        }
        return known;
    }

    /// @param edited  the share of the word that is edited
    private record Likely(double edited, Counted counted) implements Comparable<Likely> {
        private static final Comparator<Likely> LIKELIER_FIRST = Comparator.<Likely>comparingDouble(Likely::edited)
                .thenComparing(Likely::counted, Comparator.reverseOrder());

        @Override
        public int compareTo(Likely other) {
            return LIKELIER_FIRST.compare(this, other);
        }
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
