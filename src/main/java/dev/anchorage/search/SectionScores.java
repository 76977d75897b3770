package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.SectionField;
import dev.anchorage.search.StemWeights.WeighedStem;
import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/// Adds up the scores of a post's sections, word by word; of a word's forms the best one counts. Sections are numbered
/// from 0. Used for one post after the other; not thread-safe.
final class SectionScores {
    private static final SectionField[] PARTS = SectionField.values();

    /// The order in which {@link SectionChoice} wants them.
    private static final SectionField[] HEADING_FIRST = {
        SectionField.TITLE,
        SectionField.HEADING,
        SectionField.HEADING_PATH,
        SectionField.LABELS,
        SectionField.SUMMARY,
        SectionField.FIGURES,
        SectionField.BODY,
        SectionField.CODE
    };

    private final PostTable table;
    private final @Nullable Trace trace;
    private final SectionChoice choice = new SectionChoice();
    private int size;
    private long[] lengths = new long[0];
    private int[] wholeLengths = new int[0];
    private float[] total = new float[0];
    private float[] heading = new float[0];
    private int[] words = new int[0];
    private float[] ofWord = new float[0];
    private float[] ofForm = new float[0];
    private float[] rarityInHeading = new float[0];
    private float[] rarityOfForm = new float[0];
    private int[] headingWords = new int[0];
    private int[] counts = new int[0];
    private int[] exactCounts = new int[0];
    private int[] touched = new int[0];
    private int touchedCount;
    private boolean hasForm;
    private boolean hasWord;

    /// @param trace  is told what the score of its section is made of; null: nobody is
    SectionScores(PostTable table, @Nullable Trace trace) {
        this.table = table;
        this.trace = trace;
    }

    /// Starts with the sections of another post.
    void startPost(int sections) {
        size = sections;
        choice.startPost(sections);
        if (total.length < sections) {
            int capacity = ArrayUtil.oversize(sections, Float.BYTES);
            lengths = new long[capacity];
            wholeLengths = new int[capacity];
            total = new float[capacity];
            heading = new float[capacity];
            words = new int[capacity];
            ofWord = new float[capacity];
            ofForm = new float[capacity];
            rarityInHeading = new float[capacity];
            rarityOfForm = new float[capacity];
            headingWords = new int[capacity];
            counts = new int[capacity * PARTS.length];
            exactCounts = new int[capacity];
            touched = new int[capacity];
        }
        Arrays.fill(total, 0, size, 0);
        Arrays.fill(heading, 0, size, 0);
        Arrays.fill(words, 0, size, 0);
        Arrays.fill(headingWords, 0, size, 0);
    }

    /// Says how long the parts of a section are, as {@link IndexSchema#LENGTHS} do.
    void setLengths(int section, long lengthsOfParts) {
        lengths[section] = lengthsOfParts;
        wholeLengths[section] = 0;
    }

    void startWord() {
        hasWord = false;
        if (trace != null) {
            trace.startWord();
        }
    }

    void startForm() {
        hasForm = false;
        if (trace != null) {
            trace.startForm();
        }
    }

    /// Counts an occurrence of the stem that {@link #endStem} will name.
    ///
    /// @param isExact  whether the word stands there as it was typed
    void count(int section, SectionField part, boolean isExact) {
        int first = section * PARTS.length;
        if (touchedCount == 0 || touched[touchedCount - 1] != section) {
            touched = ArrayUtil.grow(touched, touchedCount + 1);
            touched[touchedCount++] = section;
        }
        counts[first + part.number()]++;
        exactCounts[section] += isExact ? 1 : 0;
    }

    /// Scores what was counted as occurrences of a stem.
    void endStem(WeighedStem stem) {
        if (touchedCount > 0) {
            begin();
        }
        for (int i = 0; i < touchedCount; i++) {
            int section = touched[i];
            choice.startStem();
            for (SectionField part : HEADING_FIRST) {
                int at = section * PARTS.length + part.number();
                if (counts[at] > 0 && (stem.only() == null || stem.only() == part)) {
                    add(section, part, stem, counts[at]);
                }
                counts[at] = 0;
            }
            if (exactCounts[section] > 0 && stem.only() == null) {
                addExact(section, stem, exactCounts[section]);
            }
            exactCounts[section] = 0;
        }
        touchedCount = 0;
    }

    /// Makes room for the scores of a form, and of its word, that the post has.
    private void begin() {
        if (!hasWord) {
            choice.startWord();
            Arrays.fill(ofWord, 0, size, 0);
            Arrays.fill(rarityInHeading, 0, size, 0);
            hasWord = true;
        }
        if (!hasForm) {
            choice.startForm();
            Arrays.fill(ofForm, 0, size, 0);
            Arrays.fill(rarityOfForm, 0, size, 0);
            hasForm = true;
        }
    }

    private void add(int section, SectionField part, WeighedStem stem, int count) {
        int length = length(section, part);
        float weight = stem.weight() * Ranking.weightOf(part);
        float frequency = Ranking.saturated(
                count, Ranking.SATURATION, Ranking.lengthSlope(part), length / table.meanLength(part));
        float score = weight * stem.rarity() * frequency;
        ofForm[section] += score;
        choice.add(section, part, score);
        if (part == SectionField.HEADING) {
            rarityOfForm[section] += choice.weightInHeading(section) * stem.rarity() * stem.weight();
        }
        if (trace != null && trace.isOf(section)) {
            trace.add(part.key(), stem.token().stem(), count, weight, stem.rarity(), frequency);
        }
    }

    private void addExact(int section, WeighedStem stem, int count) {
        float weight = stem.weight() * Ranking.EXACT;
        float frequency = Ranking.saturated(
                count, Ranking.SATURATION, Ranking.EXACT_SLOPE, wholeLength(section) / table.meanLengthOfSections());
        float score = weight * stem.exactRarity() * frequency;
        ofForm[section] += score;
        choice.addExact(section, score);
        if (trace != null && trace.isOf(section)) {
            trace.add("exact", stem.token().word(), count, weight, stem.exactRarity(), frequency);
        }
    }

    private int wholeLength(int section) {
        if (wholeLengths[section] == 0) {
            for (SectionField part : PARTS) {
                wholeLengths[section] += length(section, part);
            }
        }
        return wholeLengths[section];
    }

    private int length(int section, SectionField part) {
        return IndexSchema.lengthOf(part, lengths[section]);
    }

    void endForm() {
        if (hasForm) {
            choice.endForm();
            for (int i = 0; i < size; i++) {
                ofWord[i] = Math.max(ofWord[i], ofForm[i]);
                rarityInHeading[i] = Math.max(rarityInHeading[i], rarityOfForm[i]);
            }
        }
        if (trace != null) {
            trace.endForm();
        }
    }

    void endWord() {
        if (!hasWord) {
            return;
        }
        choice.endWord();
        for (int i = 0; i < size; i++) {
            if (ofWord[i] > 0) {
                total[i] += ofWord[i];
                words[i]++;
            }
            if (rarityInHeading[i] > 0) {
                heading[i] += rarityInHeading[i];
                headingWords[i]++;
            }
        }
    }

    /// Adds what it is worth that two words of the query stand close together in a part of a section.
    ///
    /// @param weight  of the two, times their rarity
    /// @param count  how often they do
    void addPair(int section, SectionField part, float weight, int count) {
        float relativeLength = length(section, part) / table.meanLength(part);
        float score = Ranking.PAIR
                * Ranking.weightOf(part)
                * weight
                * Ranking.saturated(count, Ranking.SATURATION, Ranking.lengthSlope(part), relativeLength);
        total[section] += score;
        choice.addBonus(section, score);
        if (trace != null && trace.isOf(section)) {
            trace.addPair(score);
        }
    }

    int size() {
        return size;
    }

    float of(int section) {
        return total[section];
    }

    /// The score against the other sections of the post. A query that names the post is answered by its beginning.
    ///
    /// @param wanted  number of the query's words that count
    float chosen(int section, int wanted) {
        return section == 0 && choice.titleWords() >= wanted ? total[section] : choice.of(section);
    }

    /// Number of the query's words that the section or its context has.
    int words(int section) {
        return words[section];
    }

    /// How much of the query stands in the heading, times how much of the heading that is.
    float heading(int section) {
        int length = Math.max(1, length(section, SectionField.HEADING));
        return headingWords[section] == 0 ? 0 : heading[section] * Math.min(1, (float) headingWords[section] / length);
    }
}
