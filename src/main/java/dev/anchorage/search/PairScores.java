package dev.anchorage.search;

import dev.anchorage.index.SectionField;
import dev.anchorage.search.WordPostings.FieldTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.jspecify.annotations.Nullable;

/// What it is worth that two neighbouring words of the query stand close together in a section.
final class PairScores {
    private final List<Pair> pairs = new ArrayList<>();

    PairScores(List<List<List<FieldTerm>>> terms, List<RankedWord> words) {
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i - 1).text() != null && words.get(i).text() != null) {
                add(terms.get(i - 1).getFirst(), terms.get(i).getFirst());
            }
        }
    }

    private void add(List<FieldTerm> first, List<FieldTerm> second) {
        for (FieldTerm one : first) {
            for (FieldTerm other : second) {
                if (one.field().equals(other.field())
                        && isPaired(one.part())
                        && !one.token().equals(other.token())) {
                    pairs.add(new Pair(one, other));
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
                        first, second, pair.first().rarity() + pair.second().rarity()));
            }
        }
        return new InSegment(open);
    }

    private record Pair(FieldTerm first, FieldTerm second) {}

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
