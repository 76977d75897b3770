package dev.anchorage.search;

import dev.anchorage.index.SectionField;
import dev.anchorage.search.WordPostings.FieldTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.jspecify.annotations.Nullable;

/// What it is worth that two neighbouring words of the query stand close together in a section.
final class PairScores {
    private final List<Pair> pairs = new ArrayList<>();

    PairScores(List<List<List<FieldTerm>>> terms, List<RankedWord> words) {
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i - 1).text() != null && words.get(i).text() != null) {
                add(likely(words.get(i - 1), terms.get(i - 1)), likely(words.get(i), terms.get(i)));
            }
        }
    }

    /// The terms of the forms that the word probably stands for, each once.
    private static Collection<Likely> likely(RankedWord word, List<List<FieldTerm>> terms) {
        Map<String, Likely> likely = new LinkedHashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            float weight = word.forms().get(i).weight();
            for (FieldTerm term : weight > Ranking.POSSIBLE_COMPLETION ? terms.get(i) : List.<FieldTerm>of()) {
                if (isPaired(term.part())) {
                    likely.putIfAbsent(term.field() + ' ' + term.token(), new Likely(term, weight));
                }
            }
        }
        return likely.values();
    }

    private void add(Collection<Likely> first, Collection<Likely> second) {
        for (Likely one : first) {
            for (Likely other : second) {
                if (one.term().field().equals(other.term().field())
                        && !one.term().token().equals(other.term().token())) {
                    pairs.add(new Pair(one.term(), other.term(), other.formWeight()));
                }
            }
        }
    }

    private static boolean isPaired(@Nullable SectionField part) {
        return part == SectionField.TITLE
                || part == SectionField.HEADING
                || part == SectionField.BODY
                || part == SectionField.FIGURES;
    }

    InSegment in(LeafReaderContext segment) throws IOException {
        List<OpenPair> open = new ArrayList<>();
        for (Pair pair : pairs) {
            Occurrences first = pair.first().in(segment, PostingsEnum.POSITIONS);
            Occurrences second = pair.second().in(segment, PostingsEnum.POSITIONS);
            if (first != null && second != null) {
                open.add(new OpenPair(
                        first,
                        second,
                        pair.weight() * (pair.first().rarity() + pair.second().rarity())));
            }
        }
        return new InSegment(open);
    }

    /// @param formWeight  of the form that it belongs to
    private record Likely(FieldTerm term, float formWeight) {}

    /// @param weight  of the second one's form; the first term's own weight has that of its form
    private record Pair(FieldTerm first, FieldTerm second, float weight) {}

    private record OpenPair(Occurrences first, Occurrences second, float rarity) {
        void addTo(SectionScores scores, int start, int end) throws IOException {
            int one = first.from(start);
            int other = second.from(start);
            while (one < end && other < end) {
                if (one < other) {
                    one = first.from(other);
                } else if (other < one) {
                    other = second.from(one);
                } else {
                    int close = close(first.positions(), second.positions());
                    if (close > 0) {
                        scores.addBonus(one - start, Ranking.PAIR * first.score(close, rarity));
                    }
                    one = first.next();
                    other = second.next();
                }
            }
        }

        /// How often the second stands close to the first.
        private static int close(int[] firsts, int[] seconds) {
            int count = 0;
            int from = 0;
            for (int place : firsts) {
                while (from < seconds.length && seconds[from] < place - Ranking.PAIR_SLOP) {
                    from++;
                }
                count += from < seconds.length && seconds[from] <= place + 1 + Ranking.PAIR_SLOP ? 1 : 0;
            }
            return count;
        }
    }

    /// The pairs in one segment, gone through once.
    record InSegment(List<OpenPair> pairs) {
        void addTo(SectionScores scores, int start, int end) throws IOException {
            for (OpenPair pair : pairs) {
                pair.addTo(scores, start, end);
            }
        }
    }
}
