package dev.anchorage.search;

import dev.anchorage.index.SectionField;

/// The weights of what makes a section a good answer.
///
/// A word's score in a section is the sum of its BM25 scores in the fields, each times the field's weight. What each
/// weight is worth, and what was tried and did not help, stands in `src/docs/adr/0021-ranking.md`.
final class Ranking {
    /// So many posts at a time, in the order of the first look, are ranked by their sections.
    static final int WINDOW = 100;

    /// BM25's k1: how soon more occurrences of a word stop to matter.
    static final float SATURATION = 1.4f;

    /// Weight of a match of the word exactly as typed, on top of the stemmed match.
    static final float EXACT = 0.3f;

    /// The same for a query of this word only, which has nothing else to tell sections apart by.
    static final float EXACT_ALONE = 1;

    /// BM25's b for words exactly as typed, wherever they stand.
    static final float EXACT_SLOPE = 0.75f;

    /// Weight of a part of a name such as `std::vec` against the name, when the archive knows the name.
    static final float PART_OF_NAME = 0.2f;

    /// Weight of a match in another language than the archive's own.
    static final float OTHER_LANGUAGE = 0.7f;

    /// The same where the query has Chinese, Japanese or Korean signs, which leave no doubt.
    static final float OTHER_SCRIPT = 0.3f;

    /// Weight of two neighbouring words of the query standing within {@link #PAIR_SLOP} of each other.
    static final float PAIR = 0.3f;

    /// How many other words may stand between the two words of a pair.
    static final int PAIR_SLOP = 2;

    /// Weight of a completion against the word as typed, when the reader is typing or the archive doesn't know the
    /// word.
    static final float COMPLETION = 0.8f;

    /// Weight of a completion of a last word that may well be finished.
    static final float POSSIBLE_COMPLETION = 0.5f;

    /// Weight of a near spelling against the word as typed.
    static final float SPELLING = 0.7f;

    /// Weight of a synonym of a phrase of which only some words are asked for.
    static final float PART_OF_SYNONYM = 0.1f;

    private static final float SYNONYM = 0.9f;

    /// Weight of the score of the post as a whole against its best section's.
    static final float WHOLE_POST = 1;

    /// By how much of its score a post gains with the logarithm of the number of posts that link to it.
    static final float LINKS = 0.1f;

    /// By how much of its score a section gains with the logarithm of the number of posts that link to it.
    static final float SECTION_LINKS = 0.1f;

    /// Weight, for the choice among a post's sections, of how much of the heading the query makes up.
    static final float HEADING_COVER = 0.5f;

    /// Weight, for the choice among a post's sections, of a word of the post's title where a section repeats it.
    static final float REPEATED_TITLE = 0.2f;

    /// A section is one of a post's hits when it has all words or at least this share of the best section's score.
    static final float HIT_SHARE = 0.5f;

    private static final double COVERAGE_EXPONENT = 0.3;

    /// What {@link #coverage} is for queries of fewer words than this, by the number of words and of those found.
    private static final float[][] COVERAGE = coverages(16);

    private Ranking() {}

    /// The weight of a part of a section.
    static float weightOf(SectionField part) {
        return switch (part) {
            case TITLE -> 2f;
            case HEADING -> 1.5f;
            case BODY -> 1f;
            case HEADING_PATH, SUMMARY -> 0.7f;
            case LABELS, CODE -> 0.5f;
            case FIGURES -> 0.3f;
        };
    }

    /// BM25's b: how much a text that is longer than others is worth less.
    ///
    static float lengthSlope(SectionField part) {
        return part == SectionField.BODY ? 0.6f : 0.9f;
    }

    /// Weight of each word of a synonym against one word as typed; all together weigh no more than one word.
    ///
    /// @param standsFor  number of words of the query that it stands for
    static float synonym(String words, int standsFor) {
        return SYNONYM / standsFor / words.split(" ", -1).length;
    }

    /// BM25's inverse document frequency.
    ///
    /// @param having  number of texts that have a word; taken for no more than there are
    /// @param all  number of texts
    static float rarity(int having, int all) {
        int frequency = Math.min(having, all);
        return (float) Math.log(1 + (all - frequency + 0.5) / (frequency + 0.5));
    }

    /// BM25's term frequency: what so many occurrences are worth, from 0 to 1.
    ///
    /// @param saturation  k1
    /// @param slope  b
    /// @param relativeLength  of the text, against that of all
    static float saturated(float count, float saturation, float slope, float relativeLength) {
        return count / (count + saturation * (1 - slope + slope * relativeLength));
    }

    /// What a score is multiplied by for the posts that link there.
    ///
    /// @param weight  of the logarithm of their number
    static float linked(float weight, int links) {
        return links == 0 ? 1 : 1 + weight * (float) Math.log1p(links);
    }

    /// What a section's score is multiplied by when it has only some of the words.
    static float coverage(int found, int wanted) {
        if (found >= wanted) {
            return 1;
        }
        return wanted < COVERAGE.length ? COVERAGE[wanted][found] : coverageOf(found, wanted);
    }

    private static float coverageOf(int found, int wanted) {
        return (float) Math.pow((double) found / wanted, COVERAGE_EXPONENT);
    }

    private static float[][] coverages(int words) {
        float[][] coverages = new float[words][words];
        for (int wanted = 1; wanted < words; wanted++) {
            for (int found = 0; found < wanted; found++) {
                coverages[wanted][found] = coverageOf(found, wanted);
            }
        }
        return coverages;
    }
}
