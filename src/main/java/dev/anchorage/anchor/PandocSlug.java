package dev.anchorage.anchor;

import java.text.Normalizer;

/// pandoc 2.17, `Text.Pandoc.Shared.inlineListToIdentifier`.
enum PandocSlug implements Slug {
    /// Begins with the first letter; words joined by one hyphen.
    MARKDOWN {
        @Override
        public String of(String text) {
            String kept = CodePoints.keep(
                    Fold.codePointByCodePoint(text),
                    c -> CodePoints.isLetterOrNumber(c) || isSpace(c) || c == '_' || c == '-' || c == '.');
            String joined = Hyphens.between(kept, PandocSlug::isSpace);
            int[] fromLetter =
                    joined.codePoints().dropWhile(c -> !Character.isLetter(c)).toArray();
            return new String(fromLetter, 0, fromLetter.length);
        }
    },
    /// `gfm_auto_identifiers`: like GitHub, over blanks already collapsed; numbers of all kinds stay.
    GFM {
        @Override
        public String of(String text) {
            String lower = Fold.withoutContext(Normalizer.normalize(text, Normalizer.Form.NFC));
            String kept = CodePoints.keep(
                    lower, c -> c == ' ' || c == '-' || CodePoints.isWord(c) || CodePoints.isLetterOrNumber(c));
            return kept.replace(' ', '-');
        }
    };

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
