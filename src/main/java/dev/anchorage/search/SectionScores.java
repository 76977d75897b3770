package dev.anchorage.search;

import dev.anchorage.index.Measures;
import dev.anchorage.index.SectionField;
import dev.anchorage.search.StemWeights.WeighedStem;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/// Adds up the scores of the sections of some posts, word by word; of a word's forms the best one counts. Sections are
/// numbered from 0, those of one post side by side. Used again and again; not thread-safe.
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
    private final float exact;
    private final @Nullable Trace trace;
    private final SectionChoice choice = new SectionChoice();
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
    private final Touched ofCurrentStem = new Touched();
    private final Touched ofCurrentForm = new Touched();
    private final Touched ofCurrentWord = new Touched();

    /// @param exact  weight of words that stand there exactly as typed
    /// @param trace  is told what the score of its section is made of; null: nobody is
    SectionScores(PostTable table, float exact, @Nullable Trace trace) {
        this.table = table;
        this.exact = exact;
        this.trace = trace;
    }

    /// Starts with other posts.
    ///
    /// @param sections  of all of them
    void startPosts(int sections) {
        choice.startPosts(sections);
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
            List.of(ofCurrentStem, ofCurrentForm, ofCurrentWord).forEach(sectionsOf -> sectionsOf.makeRoom(capacity));
        }
        Arrays.fill(total, 0, sections, 0);
        Arrays.fill(heading, 0, sections, 0);
        Arrays.fill(words, 0, sections, 0);
        Arrays.fill(headingWords, 0, sections, 0);
    }

    /// Says of a section how long its parts are, as {@link Measures} do.
    ///
    /// @param first  section of its post
    void setSection(int section, int first, long lengthsOfParts) {
        choice.setFirst(section, first);
        lengths[section] = lengthsOfParts;
        wholeLengths[section] = 0;
    }

    void startWord() {
        choice.startWord();
        if (trace != null) {
            trace.startWord();
        }
    }

    void startForm() {
        if (trace != null) {
            trace.startForm();
        }
    }

    /// Says that the stem that {@link #endStem} will name stands in a section, before its places are counted.
    ///
    /// @param exactly  how often it stands there as it was typed
    void found(int section, int exactly) {
        ofCurrentStem.add(section);
        exactCounts[section] += exactly;
    }

    /// Counts an occurrence of the stem.
    void count(int section, SectionField part) {
        counts[section * PARTS.length + part.number()]++;
    }

    /// Scores what was counted as occurrences of a stem.
    void endStem(WeighedStem stem) {
        for (int i = 0; i < ofCurrentStem.size; i++) {
            int section = ofCurrentStem.sections[i];
            begin(section);
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
        ofCurrentStem.clear();
    }

    /// Makes room for the scores of a form, and of its word, that a section has.
    private void begin(int section) {
        if (ofCurrentWord.add(section)) {
            choice.startWord(section);
            ofWord[section] = 0;
            rarityInHeading[section] = 0;
        }
        if (ofCurrentForm.add(section)) {
            choice.startForm(section);
            ofForm[section] = 0;
            rarityOfForm[section] = 0;
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
        float weight = stem.weight() * exact;
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
        return Measures.words(part, lengths[section]);
    }

    void endForm() {
        for (int i = 0; i < ofCurrentForm.size; i++) {
            int section = ofCurrentForm.sections[i];
            choice.endForm(section);
            ofWord[section] = Math.max(ofWord[section], ofForm[section]);
            rarityInHeading[section] = Math.max(rarityInHeading[section], rarityOfForm[section]);
        }
        ofCurrentForm.clear();
        if (trace != null) {
            trace.endForm();
        }
    }

    void endWord() {
        for (int i = 0; i < ofCurrentWord.size; i++) {
            int section = ofCurrentWord.sections[i];
            choice.endWord(section);
            if (ofWord[section] > 0) {
                total[section] += ofWord[section];
                words[section]++;
            }
            if (rarityInHeading[section] > 0) {
                heading[section] += rarityInHeading[section];
                headingWords[section]++;
            }
        }
        ofCurrentWord.clear();
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
        addTogether(section, score);
    }

    /// Adds what it is worth that the parts of a name stand one behind the other: as much as a word that stands once in
    /// the text, exactly as typed.
    ///
    /// @param rarity  of the name
    void addName(int section, float rarity) {
        SectionField part = SectionField.BODY;
        float relativeLength = length(section, part) / table.meanLength(part);
        addTogether(
                section,
                (Ranking.weightOf(part) + exact)
                        * rarity
                        * Ranking.saturated(1, Ranking.SATURATION, Ranking.lengthSlope(part), relativeLength));
    }

    private void addTogether(int section, float score) {
        total[section] += score;
        choice.addBonus(section, score);
        if (trace != null && trace.isOf(section)) {
            trace.addPair(score);
        }
    }

    float of(int section) {
        return total[section];
    }

    /// The score against the other sections of the post.
    ///
    /// @param wanted  number of the query's words that count
    float chosen(int section, int wanted) {
        return choice.of(section, total[section], wanted);
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

    /// Sections that something was found in, each once.
    private static final class Touched {
        private boolean[] isThere = new boolean[0];
        private int[] sections = new int[0];
        private int size;

        void makeRoom(int capacity) {
            isThere = new boolean[capacity];
            sections = new int[capacity];
        }

        /// Whether the section wasn't there.
        boolean add(int section) {
            if (isThere[section]) {
                return false;
            }
            isThere[section] = true;
            sections[size++] = section;
            return true;
        }

        void clear() {
            for (int i = 0; i < size; i++) {
                isThere[sections[i]] = false;
            }
            size = 0;
        }
    }
}
