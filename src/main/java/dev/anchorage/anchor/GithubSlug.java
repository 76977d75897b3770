package dev.anchorage.anchor;

import java.util.function.UnaryOperator;

/// Lower case, everything deleted but word characters and `-`, each blank made `-`. Neither trims nor collapses.
///
/// @param fold  how the text is lower-cased
/// @param blanks  the characters that become `-`
record GithubSlug(UnaryOperator<String> fold, String blanks) implements Slug {

    /// github-slugger 1 and 2; its table is made by `script/generate-slugger-regex.js`.
    static final Slug SLUGGER = new GithubSlug(Fold::withFinalSigma, " ");

    /// kramdown-parser-gfm 1.1, `generate_gfm_header_id`: `/[^\p{Word}\- \t]/`.
    static final Slug KRAMDOWN = new GithubSlug(Fold::withoutContext, " \t");

    @Override
    public String of(String text) {
        StringBuilder slug = new StringBuilder(text.length());
        fold.apply(text).codePoints().forEach(c -> {
            if (blanks.indexOf(c) >= 0) {
                slug.append('-');
            } else if (c == '-' || CodePoints.isWord(c)) {
                slug.appendCodePoint(c);
            }
        });
        return slug.toString();
    }
}
