package dev.anchorage.search;

import dev.anchorage.index.StoredPost;

/// All that a post says, its title included, to tell what stands there only once, without regard to case. Immutable.
///
/// @param all  empty when nothing is to be told of the post
record PageText(String all) {
    static final PageText NONE = new PageText("");

    /// Longer posts are not looked through for one answer.
    private static final int MAX_CHARS = 200_000;

    static PageText of(String title, StoredPost post) {
        return post.text().length() > MAX_CHARS ? NONE : new PageText(title + "\n" + post.text());
    }

    /// Whether words stand there only once.
    ///
    /// @param words  at least one character
    boolean hasOnce(String words) {
        int first = next(words, 0);
        return first >= 0 && next(words, first + 1) < 0;
    }

    /// Changing the case of all of a long text would cost more than looking for the first letter in both.
    private int next(String words, int from) {
        char lower = Character.toLowerCase(words.charAt(0));
        char upper = Character.toUpperCase(words.charAt(0));
        int nextLower = all.indexOf(lower, from);
        int nextUpper = upper == lower ? -1 : all.indexOf(upper, from);
        while (nextLower >= 0 || nextUpper >= 0) {
            boolean isLower = nextUpper < 0 || (nextLower >= 0 && nextLower < nextUpper);
            int at = isLower ? nextLower : nextUpper;
            if (all.regionMatches(true, at, words, 0, words.length())) {
                return at;
            }
            nextLower = isLower ? all.indexOf(lower, at + 1) : nextLower;
            nextUpper = isLower ? nextUpper : all.indexOf(upper, at + 1);
        }
        return -1;
    }
}
