package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.WordTerm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/// The words of an archive as they are written: completions of unfinished ones, alternatives to unknown ones.
/// Thread-safe.
final class Vocabulary {
    /// More completions than these are not told apart by one reader.
    private static final int MAX_COMPLETIONS = 8;

    /// So many terms of a prefix are looked at; the rest of a very short prefix is left out.
    private static final int MAX_SCANNED = 10_000;

    private static final int MAX_SPELLINGS = 3;

    private static final int BYTES_OF_COMPLETIONS = 1_000;

    /// What it counts, in edits, that letters are doubled or not (`rustt`), which fingers do by themselves.
    private static final double DOUBLING = 0.5;

    private static final int MIN_SPELLED_CHARS = 4;
    private static final int MAX_SPELLED_CHARS = 64;

    /// So many letters at the end of a prefix may differ from the stems of its words: `librarie` begins a word
    /// whose stem is `library`, `usin` one whose stem is `use`.
    private static final int MAX_ENDING = 3;

    private final IndexReader reader;
    private final List<String> languages;
    private final Map<String, Query> stopWords = new ConcurrentHashMap<>();
    private final Recent<String, List<String>> completions;
    private @Nullable Spellings spellings;

    /// @param languages  keys of those that the archive has
    /// @param sharers  number of those who share the memory for what is kept
    Vocabulary(IndexReader reader, List<String> languages, int sharers) {
        completions = Recent.ofLarge(BYTES_OF_COMPLETIONS, sharers);
        this.reader = reader;
        this.languages = languages;
    }

    /// The most frequent words that begin with a prefix, the prefix itself included when it is a word.
    List<String> completions(String prefix) {
        String start = prefix.toLowerCase(Locale.ROOT);
        try {
            return start.isEmpty() ? List.of() : completions.of(start, () -> counted(start));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> counted(String start) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (String language : languages) {
            Terms terms = MultiTerms.getTerms(reader, IndexSchema.text(language));
            if (terms != null) {
                count(counts, terms.iterator(), start);
            }
        }
        return counts.entrySet().stream()
                .map(word -> new Counted(word.getKey(), word.getValue()))
                .sorted(Comparator.reverseOrder())
                .limit(MAX_COMPLETIONS)
                .map(Counted::word)
                .toList();
    }

    /// Words stand in the order of their stems, so those that begin alike stand in several places: where stems begin
    /// like them, and with each stem that is a part of the beginning.
    private static void count(Map<String, Integer> counts, TermsEnum terms, String start) throws IOException {
        int length = start.length();
        int common = Math.min(length, Math.max(2, length - MAX_ENDING));
        BytesRef wanted = new BytesRef(start);
        count(counts, terms, new BytesRef(Phrasebook.fold(start.substring(0, common))), wanted);
        if (WordTerm.versionSign(start) > 0) {
            count(counts, terms, new BytesRef(start.substring(WordTerm.versionSign(start))), wanted);
        }
        for (int end = Math.max(1, length - 2 * MAX_ENDING); end < common; end++) {
            count(counts, terms, WordTerm.beginning(start.substring(0, end), start), wanted);
        }
    }

    private static void count(Map<String, Integer> counts, TermsEnum terms, BytesRef first, BytesRef wanted)
            throws IOException {
        TermsEnum.SeekStatus status = terms.seekCeil(first);
        BytesRef term = status == TermsEnum.SeekStatus.END ? null : terms.term();
        for (int scanned = 0;
                scanned < MAX_SCANNED && term != null && StringHelper.startsWith(term, first);
                scanned++) {
            if (WordTerm.begins(term, wanted) || beginsWithoutAccents(term, wanted)) {
                counts.merge(WordTerm.of(term).word(), terms.docFreq(), Integer::sum);
            }
            term = terms.next();
        }
    }

    /// Who types `eco` may mean `école`.
    private static boolean beginsWithoutAccents(BytesRef term, BytesRef start) {
        boolean isAscii = true;
        for (int i = 0; i < term.length && isAscii; i++) {
            isAscii = term.bytes[term.offset + i] >= 0;
        }
        return !isAscii && Phrasebook.fold(WordTerm.of(term).word()).startsWith(start.utf8ToString());
    }

    /// All words of the archive, each with the number of sections it stands in, once for each language.
    void forEach(ObjIntConsumer<String> take) throws IOException {
        for (String language : languages) {
            Terms terms = MultiTerms.getTerms(reader, IndexSchema.text(language));
            TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
            for (BytesRef term = all.next(); term != null; term = all.next()) {
                take.accept(WordTerm.of(term).word(), all.docFreq());
            }
        }
    }

    /// Matches the words of a language that carry no meaning; asked for once.
    Query stopWords(String language, Function<String, Query> find) {
        return stopWords.computeIfAbsent(language, find);
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
        List<Likely> likely = new ArrayList<>();
        for (Spellings.Near near : spellings().of(folded, MAX_SPELLINGS)) {
            if (near.edits() == 0) {
                return List.of();
            }
            int shorter = Math.min(folded.length(), near.word().length());
            double edits = isDoubled(folded, near.word()) ? DOUBLING : near.edits();
            likely.add(new Likely(edits / shorter, new Counted(near.word(), near.frequency())));
        }
        return likely.stream()
                .sorted()
                .limit(MAX_SPELLINGS)
                .map(near -> near.counted().word())
                .toList();
    }

    /// Whether words differ only in how often a letter stands there before the next one does.
    private static boolean isDoubled(String one, String other) {
        return withoutDoubles(one).equals(withoutDoubles(other));
    }

    private static String withoutDoubles(String word) {
        StringBuilder single = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
                single.append(word.charAt(i));
            }
        }
        return single.toString();
    }

    /// Read when a reader first misspells something.
    private synchronized Spellings spellings() throws IOException {
        Spellings known = spellings;
        if (known == null) {
            known = Spellings.of(this::forEach, MAX_SPELLED_CHARS + 2);
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
        /// The rarer first. Comparators that Java puts together it links anew in each process.
        @Override
        public int compareTo(Counted other) {
            int rarer = Integer.compare(frequency, other.frequency);
            return rarer != 0 ? rarer : other.word.compareTo(word);
        }
    }
}
