package dev.anchorage.search;

import dev.anchorage.index.StoredPost;

/// All that a post says, its title included, to tell what stands there only once, without regard to case. Immutable.
///
/// @param text  of all sections; empty, as the title is, when nothing is to be told of the post
record PageText(String title, String text) {
    static final PageText NONE = new PageText("", "");

    /// Letters by how often English texts have them; any other sign is rarer.
    private static final String COMMON_FIRST = " etaoinsrhldcumfpgwybv.,kxjqz";

    private static final char ASCII_END = 0x80;

    /// From here to {@link #CJK_END} stands what Chinese, Japanese and Yi are written in, which knows no case.
    static final char CJK_START = 0x2E80;

    static final char CJK_END = 0xA4D0;

    /// Longer posts are not looked through for one answer.
    private static final int MAX_CHARS = 200_000;

    static PageText of(String title, StoredPost post) {
        return post.text().length() > MAX_CHARS ? NONE : new PageText(title, post.text());
    }

    /// Whether words stand there only once.
    ///
    /// @param words  at least one character, no line end
    boolean hasOnce(String words) {
        int pivot = rarest(words);
        int inTitle = next(title, words, pivot, 0);
        if (inTitle >= 0) {
            return next(title, words, pivot, inTitle + 1) < 0 && next(text, words, pivot, 0) < 0;
        }
        int inText = next(text, words, pivot, 0);
        return inText >= 0 && next(text, words, pivot, inText + 1) < 0;
    }

    /// Changing the case of all of a long text would cost more than looking for the rarest letter in both.
    ///
    /// @param pivot  where that letter stands in the words
    private static int next(String all, String words, int pivot, int from) {
        char lower = Character.toLowerCase(words.charAt(pivot));
        char upper = Character.toUpperCase(words.charAt(pivot));
        int nextLower = all.indexOf(lower, from + pivot);
        int nextUpper = upper == lower ? -1 : all.indexOf(upper, from + pivot);
        int beside = pivot == 0 ? Math.min(1, words.length() - 1) : pivot - 1;
        char wanted = withoutCase(words.charAt(beside));
        while (nextLower >= 0 || nextUpper >= 0) {
            boolean isLower = nextUpper < 0 || (nextLower >= 0 && nextLower < nextUpper);
            int at = isLower ? nextLower : nextUpper;
            int start = at - pivot;
            // Most places are no match, which one sign tells quicker than the method that compares all.
            boolean mayMatch = start + beside < all.length() && withoutCase(all.charAt(start + beside)) == wanted;
            if (mayMatch && all.regionMatches(true, start, words, 0, words.length())) {
                return start;
            }
            nextLower = isLower ? all.indexOf(lower, at + 1) : nextLower;
            nextUpper = isLower ? nextUpper : all.indexOf(upper, at + 1);
        }
        return -1;
    }

    /// Two signs that are equal without regard to case give the same, as {@link String#regionMatches} has it.
    private static char withoutCase(char sign) {
        if (sign < ASCII_END) {
            return sign >= 'A' && sign <= 'Z' ? (char) (sign + 'a' - 'A') : sign;
        }
        return sign >= CJK_START && sign < CJK_END ? sign : Character.toLowerCase(Character.toUpperCase(sign));
    }

    private static int rarest(String words) {
        int rarest = 0;
        int best = -1;
        for (int i = 0; i < words.length(); i++) {
            int common = COMMON_FIRST.indexOf(Character.toLowerCase(words.charAt(i)));
            int rarity = common < 0 ? COMMON_FIRST.length() : common;
            if (rarity > best) {
                best = rarity;
                rarest = i;
            }
        }
        return rarest;
    }
}
