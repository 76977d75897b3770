package dev.anchorage.post;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words of front matter by which authors keep readers out. Where they stand in front matter that can't be read, the
/// post is hidden.
final class SecrecyWords {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]++(?:_[A-Za-z]++)*+");

    /// Lower case, without `_`.
    private static final Set<String> WORDS = Set.of(
            "draft",
            "drafts",
            "isdraft",
            "publish",
            "published",
            "unpublish",
            "unpublished",
            "publishing",
            "publishdate",
            "publisheddate",
            "publishedat",
            "publishon",
            "unpublishdate",
            "unlisted",
            "listed",
            "noindex",
            "robots",
            "password",
            "protected",
            "private",
            "hidden",
            "hide",
            "headless",
            "member",
            "members",
            "membersonly",
            "memberonly",
            "paid",
            "premium",
            "subscriber",
            "subscribers",
            "visibility",
            "access",
            "status",
            "embargo",
            "embargoed",
            "expiry",
            "expires",
            "expired",
            "expirydate",
            "expirationdate",
            "build",
            "insearchindex",
            "nosearch",
            "excludefromsearch",
            "searchexclude",
            "eleventyexcludefromcollections");

    /// Lines whose value is prose, in which such a word says nothing.
    private static final Pattern PROSE =
            Pattern.compile("(?im)^[ \\t]*[\"']?(?:title|subtitle|description|summary|excerpt)[\"']?[ \\t]*[:=].*$");

    private SecrecyWords() {}

    static boolean mentionedIn(String frontMatter) {
        Matcher word = WORD.matcher(PROSE.matcher(frontMatter).replaceAll(""));
        while (word.find()) {
            if (WORDS.contains(word.group().replace("_", "").toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
