package dev.anchorage.post;

import java.util.regex.Pattern;

/// Words of front matter by which authors keep readers out. Where they stand in front matter that can't be read, the
/// post is hidden.
final class SecrecyWords {
    private static final Pattern WORDS = Pattern.compile(
            "(?i)(?<![a-z])(?:drafts?|is_?draft|(?:un)?publish(?:ed|ing)?(?:_?(?:at|on|date))?|unlisted|no_?index|robots|"
                    + "password|private|hidden|hide|headless|members?(?:_?only)?|paid|premium|subscribers?|"
                    + "visibility|expir[a-z_]*|status|embargo(?:ed)?|_?build|in_search_index|"
                    + "(?:no|exclude_?from_?)search|search_?exclude|eleventyExcludeFromCollections)(?![a-z])");

    /// Lines whose value is prose, in which such a word says nothing.
    private static final Pattern PROSE =
            Pattern.compile("(?im)^[ \\t]*[\"']?(?:title|subtitle|description|summary|excerpt)[\"']?[ \\t]*[:=].*$");

    private SecrecyWords() {}

    static boolean mentionedIn(String frontMatter) {
        return WORDS.matcher(PROSE.matcher(frontMatter).replaceAll("")).find();
    }
}
