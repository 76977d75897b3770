package dev.anchorage.search;

import dev.anchorage.index.SectionField;

/// The weights of what makes a section a good answer.
///
/// A word's score is the sum of its BM25 scores in the fields, each times the field's weight; words that stand as
/// typed, and
/// neighbouring words that stand close together, add a little.
final class Ranking {
    /// Weight of a match of the word exactly as typed, on top of the stemmed match.
    static final float EXACT = W("exact", 0.3f);

    /// Weight of two neighbouring words of the query standing within {@link #PAIR_SLOP} of each other.
    static final float PAIR = W("pair", 0.3f);

    /// How many places two words may be moved to count as a pair.
    static final int PAIR_SLOP = (int) W("slop", 2);

    /// Weight of a completion against the word as typed.
    static final float COMPLETION = W("completion", 0.8f);

    /// Weight of a near spelling against the word as typed.
    static final float SPELLING = W("spelling", 0.7f);

    /// Weight of the best match of each word anywhere in the post, against the best section's score.
    static final float WHOLE_POST = W("post", 0.3f);

    static final float TIER = W("tier", 0);

    /// When fewer posts than these match all words, others that match some of them follow.
    static final int ENOUGH_POSTS = (int) W("enough", 10);

    static float W(String n, float d) {
        return Float.parseFloat(System.getProperty("w." + n, "" + d));
    }

    private Ranking() {}

    /// The weight of a part of a section.
    static float weightOf(SectionField part) {
        return switch (part) {
            case TITLE -> W("title", 2f);
            case HEADING -> W("heading", 1.5f);
            case BODY -> W("body", 1f);
            case HEADING_PATH -> W("path", 0.7f);
            case SUMMARY -> W("summary", 0.7f);
            case LABELS -> W("labels", 0.5f);
            case CODE -> W("code", 0.5f);
            case FIGURES -> W("figures", 0.3f);
        };
    }
}
