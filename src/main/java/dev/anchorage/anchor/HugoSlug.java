package dev.anchorage.anchor;

import java.text.Normalizer;

/// Hugo 0.111 to 0.131, `markup/goldmark/autoid.go`: the three values of `autoHeadingIDType`.
enum HugoSlug implements Slug {
    /// Letters, decimal digits and `_` kept, blanks and hyphens become hyphens; marks are deleted.
    GITHUB {
        @Override
        public String of(String text) {
            return kept(text, false);
        }
    },
    /// Accents removed first, then everything that is not ASCII.
    GITHUB_ASCII {
        @Override
        public String of(String text) {
            String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
            String bare = CodePoints.keep(decomposed, c -> Character.getType(c) != Character.NON_SPACING_MARK);
            return kept(Normalizer.normalize(bare, Normalizer.Form.NFC), true);
        }
    },
    /// `blackfriday.SanitizedAnchorName`: runs of anything but letters and numbers become one hyphen.
    BLACKFRIDAY {
        @Override
        public String of(String text) {
            StringBuilder slug = new StringBuilder(text.length());
            boolean isAfterGap = false;
            for (int c : text.codePoints().toArray()) {
                if (CodePoints.isLetterOrNumber(c)) {
                    slug.append(isAfterGap && !slug.isEmpty() ? "-" : "").appendCodePoint(Character.toLowerCase(c));
                }
                isAfterGap = !CodePoints.isLetterOrNumber(c);
            }
            return slug.toString();
        }
    };

    private static String kept(String text, boolean onlyAscii) {
        StringBuilder slug = new StringBuilder(text.length());
        text.strip().codePoints().filter(c -> !onlyAscii || c < 128).forEach(c -> {
            if (c == ' ' || c == '-') {
                slug.append('-');
            } else if (c == '_' || Character.isLetterOrDigit(c)) {
                slug.appendCodePoint(Character.toLowerCase(c));
            }
        });
        return slug.toString();
    }
}
