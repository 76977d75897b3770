package dev.anchorage.index;

/// The parts of a section's text that are searched. They stand in one Lucene field, one behind the other, in the order
/// of this enum; the position of a word tells its part.
public enum SectionField {
    /// The post's title.
    TITLE(0, "title", 0),
    /// The headings above the section's own.
    HEADING_PATH(1, "path", 1 << 7),
    /// The post's tags, categories, locations, authors and series.
    LABELS(2, "labels", 3 << 7),
    /// The post's own summary; only the section before the first heading has it.
    SUMMARY(3, "summary", 4 << 7),
    /// The section's heading.
    HEADING(4, "heading", 6 << 7),
    /// Alternative texts, titles, captions and file-name words of images.
    FIGURES(5, "figures", 7 << 7),
    /// The prose.
    BODY(6, "body", 1 << 11),
    /// Code blocks and code spans, split at identifier borders.
    CODE(7, "code", 1 << 20);

    /// Positions that no part uses at its end, so that its last word has no neighbour in the next part.
    private static final int BORDER = 8;

    /// Parts before the prose begin at multiples of 2 to this.
    private static final int STEP = 7;

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

    /// The position of the part's first word.
    public int firstPosition() {
        return firstPosition;
    }

    /// The position on which all words stand that the part has no place for: nobody looks for the thousandth word of a
    /// title.
    public int lastPosition() {
        return this == CODE ? Integer.MAX_VALUE / 2 : ALL[number + 1].firstPosition - BORDER;
    }

    /// Whether its text is shown to readers section by section, so that words in it can be marked.
    public boolean isShown() {
        return number >= HEADING.number;
    }

    /// The part in which a word stands.
    public static SectionField at(int position) {
        if (position >= BODY.firstPosition) {
            return position < CODE.firstPosition ? BODY : CODE;
        }
        return BEFORE_BODY[position >>> STEP];
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
}
