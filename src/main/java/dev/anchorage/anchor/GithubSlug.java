package dev.anchorage.anchor;

/// github-slugger 1 and 2: lower case, everything deleted but letters, marks, decimal digits, connector punctuation,
/// `-` and the space, which becomes `-`. Neither trims nor collapses.
final class GithubSlug implements Slug {

    @Override
    public String of(String text) {
        StringBuilder slug = new StringBuilder(text.length());
        Fold.likeJavaScript(text).codePoints().forEach(c -> {
            if (c == ' ') {
                slug.append('-');
            } else if (keeps(c)) {
                slug.appendCodePoint(c);
            }
        });
        return slug.toString();
    }

    /// github-slugger's `script/generate-slugger-regex.js`: Alphabetic, Mark, Decimal_Number, Connector_Punctuation.
    private static boolean keeps(int c) {
        return c == '-'
                || Character.isAlphabetic(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.DECIMAL_DIGIT_NUMBER,
                            Character.CONNECTOR_PUNCTUATION -> true;
                    default -> false;
                };
    }
}
