package dev.anchorage.index;

import java.time.LocalDate;
import java.util.Map;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/// What ranking needs of each document, in one number: {@link IndexSchema#MEASURES}. Sections and posts share the
/// field,
/// since in one that only posts have each takes several times as long to be found.
///
/// Of a section it has a byte for each part, from the highest on in the order of {@link SectionField}: how many words
/// the part has, above 24 only roughly. Of a post, whose number is negative, it has 31 bits for the day and 32 for how
/// many words the post has.
public final class Measures {
    /// The day of a post that has none: before all others.
    public static final long NO_DAY = Long.MIN_VALUE;

    /// What is kept for 1970-01-01, so that days before it are kept as well; 0 is for none.
    private static final int FIRST_DAY = 1 << 30;

    private Measures() {}

    /// Those of a section.
    static long ofSection(Map<SectionField, PartTokens> parts) {
        long measures = 0;
        for (Map.Entry<SectionField, PartTokens> part : parts.entrySet()) {
            long words = SmallFloat.intToByte4(part.getValue().words()) & 0xFF;
            // The sign is for posts: a title counts as one of 30,744 words at most.
            words = part.getKey() == SectionField.TITLE ? Math.min(words, Byte.MAX_VALUE) : words;
            measures |= words << shift(part.getKey());
        }
        return measures;
    }

    private static int shift(SectionField part) {
        return Long.SIZE - Byte.SIZE * (part.number() + 1);
    }

    /// Number of words in a part of a section.
    public static int words(SectionField part, long ofSection) {
        return words((byte) (ofSection >>> shift(part)));
    }

    /// Number of words that a byte of a section's number stands for, 0 only for 0.
    public static int words(byte ofPart) {
        return SmallFloat.byte4ToInt(ofPart);
    }

    /// Those of a post.
    ///
    /// @param words  the title's counted twice
    /// @param date  of publication; null: none
    static long ofPost(long words, @Nullable LocalDate date) {
        long day = date == null ? 0 : Math.clamp(FIRST_DAY + date.toEpochDay(), 1, Integer.MAX_VALUE);
        return Long.MIN_VALUE | (day << Integer.SIZE) | Math.min(words, Integer.MAX_VALUE);
    }

    /// Whether a document is a post, not a section.
    public static boolean areOfPost(long measures) {
        return measures < 0;
    }

    /// Number of words of a post, the title's counted twice.
    public static int wordsOfPost(long ofPost) {
        return (int) ofPost;
    }

    /// Day of publication of a post as days since 1970, {@link #NO_DAY} when there is none.
    public static long day(long ofPost) {
        long day = (ofPost >>> Integer.SIZE) & Integer.MAX_VALUE;
        return day == 0 ? NO_DAY : day - FIRST_DAY;
    }
}
