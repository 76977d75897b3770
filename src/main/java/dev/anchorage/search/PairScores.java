package dev.anchorage.search;

import dev.anchorage.index.SectionField;
import dev.anchorage.search.StemWeights.WeighedStem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.ArrayUtil;

/// What it is worth that two neighbouring words of the query stand close together in a section. Used again and
/// again; not thread-safe.
final class PairScores {
    private static final int SECTION_SHIFT = 40;
    private static final int POSITION_SHIFT = 12;
    private static final int POSITIONS = (1 << (SECTION_SHIFT - POSITION_SHIFT)) - 1;
    private static final int MAX_STEMS = 1 << POSITION_SHIFT;

    private final List<Places> places = new ArrayList<>();

    /// @param words  of the query
    PairScores(List<RankedWord> words) {
        for (int i = 0; i < words.size(); i++) {
            places.add(new Places(isPair(words, i) || isPair(words, i + 1)));
        }
    }

    /// Whether a word and the one before it are to stand together.
    private static boolean isPair(List<RankedWord> words, int second) {
        if (second == 0 || second >= words.size()) {
            return false;
        }
        String one = words.get(second - 1).text();
        String other = words.get(second).text();
        return one != null && other != null && !one.equalsIgnoreCase(other);
    }

    /// Whether the places of a stem are wanted: that of a form that the word probably stands for.
    boolean wants(int word, float formWeight) {
        return places.get(word).isWanted && formWeight > Ranking.POSSIBLE_COMPLETION;
    }

    /// Starts with other sections.
    void startPosts() {
        places.forEach(Places::clear);
    }

    /// Says which stem of a word the next places are of.
    void startStem(int word, WeighedStem stem) {
        places.get(word).stems.add(stem);
    }

    /// Remembers where the stem stands.
    void add(int word, int section, int position) {
        places.get(word).add(section, position);
    }

    /// Adds to the scores of the sections in which neighbours stand together.
    void addTo(SectionScores scores) {
        for (int i = 1; i < places.size(); i++) {
            if (places.get(i).size > 0 && places.get(i - 1).size > 0) {
                add(places.get(i - 1), places.get(i), scores);
            }
        }
    }

    private static void add(Places first, Places second, SectionScores scores) {
        first.sort();
        second.sort();
        int other = 0;
        int i = 0;
        while (i < first.size) {
            int section = first.section(i);
            SectionField part = SectionField.at(first.position(i));
            int count = 0;
            float weight = 0;
            int last = -1;
            for (; i < first.size && first.section(i) == section && SectionField.at(first.position(i)) == part; i++) {
                int position = first.position(i);
                other = second.from(other, section, position - Ranking.PAIR_SLOP);
                int near = second.first(other, section, position + 1 + Ranking.PAIR_SLOP);
                if (near >= 0) {
                    weight = Math.max(weight, weight(first.stem(i), second.stem(near)));
                    count += position == last ? 0 : 1;
                    last = position;
                }
            }
            if (count > 0 && isPaired(part)) {
                scores.addPair(section, part, weight, count);
            }
        }
    }

    private static float weight(WeighedStem one, WeighedStem other) {
        return one.weight() * other.weight() * (one.rarity() + other.rarity());
    }

    private static boolean isPaired(SectionField part) {
        return switch (part) {
            case TITLE, HEADING, BODY, FIGURES -> true;
            case HEADING_PATH, LABELS, SUMMARY, CODE -> false;
        };
    }

    /// Where a word stands in sections, in any form it probably has.
    private static final class Places {
        private final boolean isWanted;
        private final List<WeighedStem> stems = new ArrayList<>();
        private long[] places = new long[256];
        private int size;
        private boolean isSorted = true;

        Places(boolean isWanted) {
            this.isWanted = isWanted;
        }

        void clear() {
            size = 0;
            isSorted = true;
            stems.clear();
        }

        void add(int section, int position) {
            if (stems.size() < MAX_STEMS) {
                if (size == places.length) {
                    places = ArrayUtil.growExact(places, 2 * size);
                }
                long place = (long) section << SECTION_SHIFT | (long) position << POSITION_SHIFT | stems.size() - 1;
                isSorted = isSorted && (size == 0 || places[size - 1] <= place);
                places[size++] = place;
            }
        }

        /// Those of one stem are as they came.
        void sort() {
            if (!isSorted) {
                Arrays.sort(places, 0, size);
                isSorted = true;
            }
        }

        int section(int i) {
            return (int) (places[i] >>> SECTION_SHIFT);
        }

        int position(int i) {
            return (int) (places[i] >>> POSITION_SHIFT) & POSITIONS;
        }

        WeighedStem stem(int i) {
            return stems.get((int) places[i] & (MAX_STEMS - 1));
        }

        /// The first place, from one on, that isn't before a position.
        int from(int start, int section, int position) {
            long least = (long) section << SECTION_SHIFT | (long) Math.max(0, position) << POSITION_SHIFT;
            int i = start;
            while (i < size && places[i] < least) {
                i++;
            }
            return i;
        }

        /// The first, from one on up to a position, but of a name and its parts the name; -1 when there is none.
        int first(int start, int section, int lastPosition) {
            int first = -1;
            for (int i = start; i < size && section(i) == section && position(i) <= lastPosition; i++) {
                boolean isWhole = first >= 0
                        && stem(i).token().hasParts()
                        && stem(first).token().isPart();
                first = first < 0 || isWhole ? i : first;
            }
            return first;
        }
    }
}
