package dev.anchorage.search;

import dev.anchorage.index.SectionField;

/// The weights of what makes a section a good answer.
///
/// A word's score is the sum of its BM25 scores in the fields, each times the field's weight. Words that stand as
/// typed,
/// and neighbouring words that stand close together, add a little.
final class Ranking {
    /// Weight of a match of the word exactly as typed, on top of the stemmed match.
    static final float EXACT = 0.3f;

    /// Weight of two neighbouring words of the query standing within {@link #PAIR_SLOP} of each other.
    static final float PAIR = 0.3f;

    /// How many places two words may be moved to count as a pair.
    static final int PAIR_SLOP = 2;

    /// Weight of a completion against the word as typed.
    static final float COMPLETION = 0.8f;

    /// Weight of a near spelling against the word as typed.
    static final float SPELLING = 0.7f;

    /// Weight of the best match of each word anywhere in the post, against the best section's score.
    static final float WHOLE_POST = 0.3f;

    /// Added to a post that has a section with all words. A tier of their own for such posts put the linked post lower
    /// (link texts: .482 against .510 in one archive, .638 against .653 in another); no bonus, too (.495, .660).
    static final float ALL_WORDS = 3;

    /// When fewer posts than these match all words, others that match some of them follow.
    static final int ENOUGH_POSTS = 10;

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
}
