package dev.anchorage.index;

import java.util.List;

/// The parts of a section's text that are searched. They stand in one Lucene field, one behind the other, in the order
/// of this enum; the position of a word tells its part.
///
/// Small positions take little room, so prose and code of sections with more prose than most have stretches of their
/// own, behind all others.
public enum SectionField {
    /// The post's title.
    TITLE(0, "title", 0),
    /// The headings above the section's own.
    HEADING_PATH(1, "path", 1 << 6),
    /// The post's tags, categories, locations, authors and series.
    LABELS(2, "labels", 3 << 6),
    /// The post's own summary; only the section before the first heading has it.
    SUMMARY(3, "summary", 4 << 6),
    /// The section's heading.
    HEADING(4, "heading", 6 << 6),
    /// Alternative texts, titles, captions and file-name words of images.
    FIGURES(5, "figures", 7 << 6),
    /// The prose.
    BODY(6, "body", 1 << 9),
    /// Code blocks and code spans, split at identifier borders.
    CODE(7, "code", 1 << 13);

    /// Positions that no part uses at its end, so that its last word has no neighbour in the next part.
    private static final int BORDER = 8;

    /// Parts before the prose begin at multiples of 2 to this.
    private static final int STEP = 6;

    private static final int LONG_BODY = 1 << 20;
    private static final int LONG_CODE = 1 << 24;

    private static final SectionField[] ALL = values();
    private static final SectionField[] BEFORE_BODY = beforeBody();

    private final int number;
    private final String key;
    private final int firstPosition;

    SectionField(int number, String key, int firstPosition) {
        this.number = number;
        this.key = key;
        this.firstPosition = firstPosition;
    }

    /// From 0, in this order, without a gap.
    public int number() {
        return number;
    }

    /// The name in explanations, and of the Lucene field that stores the part when it is shown.
    public String key() {
        return key;
    }

    /// Where its words may stand: in most sections, then, when that is elsewhere, in those with much prose.
    public List<Stretch> stretches() {
        return switch (this) {
            case TITLE, HEADING_PATH, LABELS, SUMMARY, HEADING, FIGURES -> List.of(stretch(false));
            case BODY, CODE -> List.of(stretch(false), stretch(true));
        };
    }

    /// Where its words stand in a section.
    ///
    /// @param isLong  whether the section has more prose than {@link #isLong}
    Stretch stretch(boolean isLong) {
        return switch (this) {
            case BODY -> isLong ? new Stretch(LONG_BODY, LONG_CODE - BORDER) : upToNext();
            case CODE ->
                isLong ? new Stretch(LONG_CODE, Integer.MAX_VALUE / 2) : new Stretch(firstPosition, LONG_BODY - BORDER);
            case TITLE, HEADING_PATH, LABELS, SUMMARY, HEADING, FIGURES -> upToNext();
        };
    }

    private Stretch upToNext() {
        return new Stretch(firstPosition, ALL[number + 1].firstPosition - BORDER);
    }

    /// Whether prose needs the stretch behind all others.
    ///
    /// @param positions  that it takes
    static boolean isLong(int positions) {
        return positions > CODE.firstPosition - BORDER - BODY.firstPosition;
    }

    /// Whether its text is shown to readers section by section, so that words in it can be marked.
    public boolean isShown() {
        return number >= HEADING.number;
    }

    /// The part in which a word stands.
    public static SectionField at(int position) {
        if (position < BODY.firstPosition) {
            return BEFORE_BODY[position >>> STEP];
        }
        boolean isUsual = position < LONG_BODY;
        return position < (isUsual ? CODE.firstPosition : LONG_CODE) ? BODY : CODE;
    }

    /// The part of each stretch of positions before the prose.
    private static SectionField[] beforeBody() {
        SectionField[] parts = new SectionField[BODY.firstPosition >>> STEP];
        for (SectionField part : values()) {
            for (int i = part.firstPosition >>> STEP; i < parts.length; i++) {
                parts[i] = part;
            }
        }
        return parts;
    }

    /// Positions of words.
    ///
    /// @param last  all words stand on it that there is no place for: nobody looks for a title's hundredth word
    public record Stretch(int first, int last) {}
}
