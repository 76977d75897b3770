package dev.anchorage.search;

/// Something that posts are about, in their authors' words.
///
/// @param text  as authored
/// @param posts  how many posts have it
/// @param newest  document of the newest of these posts; {@value #NO_POST}: it stands for no post of its own
/// @param worth  as a completion, before what was typed is looked at
record Phrase(String text, Kind kind, int posts, int newest, float worth) {
    static final int NO_POST = -1;

    /// What is newer comes first among what is worth about the same.
    private static final float RECENCY = 0.9f;

    /// @param age  of the newest post: 0 the newest of the archive, 1 the oldest
    static Phrase of(String text, Kind kind, int posts, int newest, float age) {
        float frequency = (float) (Math.log(posts) / Math.log(2));
        return new Phrase(text, kind, posts, newest, kind.worth + kind.frequency * frequency + RECENCY * (1 - age));
    }

    /// Where a phrase stands, and so how likely it is what a reader is about to type.
    enum Kind {
        /// A tag, place or category: short, and made to be asked for.
        LABEL(3, 1),
        /// The title of a post.
        TITLE(3, 0.5f),
        /// The heading of a section; one that many posts have says little about any.
        HEADING(2, 0.25f),
        /// Words that stand together in many titles and headings.
        WORDS(2.25f, 0.4f);

        private final float worth;
        private final float frequency;

        /// @param worth  of one that a single post has
        /// @param frequency  what it is worth that twice as many posts have it
        Kind(float worth, float frequency) {
            this.worth = worth;
            this.frequency = frequency;
        }
    }
}
