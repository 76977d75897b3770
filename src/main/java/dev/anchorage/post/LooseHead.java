package dev.anchorage.post;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Metadata at the head of a post in a form that nobody reads (`#+draft: true`, `.. status: draft` in a comment, a
/// fence behind an invisible character). Only what hides the post is looked for.
final class LooseHead {
    private static final int CHARS_LOOKED_AT = 2000;
    private static final Pattern BREAK = Pattern.compile("[\\n\\u000B\\f\\u0085\\u2028\\u2029]");
    private static final Pattern LINE = Pattern.compile(
            "[^\\p{L}\\p{N}]{0,8}(draft|private|hidden|unlisted|noindex|password|published|status|visibility|robots)[\"']?\\s{0,4}[:=]\\s{0,4}(\\S.{0,60})",
            Pattern.CASE_INSENSITIVE);

    private LooseHead() {}

    /// The line that hides a post without front matter.
    static Optional<String> hidingLine(String text) {
        String head = head(text.substring(0, Math.min(CHARS_LOOKED_AT, text.length())));
        return BREAK.splitAsStream(head).filter(LooseHead::hides).findFirst();
    }

    /// Up to the first empty line; where a comment comes first, up to the one after.
    private static String head(String text) {
        String from = text.replaceFirst("^[\\s\\uFEFF\\u200B-\\u200D\\u2060]{1,200}", "");
        int end = from.indexOf("\n\n");
        if (end >= 0 && from.startsWith("<!--")) {
            end = from.indexOf("\n\n", end + 2);
        }
        boolean isCode = from.startsWith("```") || from.startsWith("~~~");
        return isCode ? "" : end < 0 ? from : from.substring(0, end);
    }

    private static boolean hides(String line) {
        Matcher m = LINE.matcher(line.strip());
        if (!m.matches()) {
            return false;
        }
        String value = m.group(2).replaceAll("[\"',;}>\\s-]+$", "").replaceAll("^[\"']", "");
        return switch (m.group(1).toLowerCase(Locale.ROOT)) {
            case "published" -> Truth.isNo(value);
            case "status", "visibility" -> HidingRules.isHidingStatus(value);
            case "robots" -> value.toLowerCase(Locale.ROOT).contains("noindex");
            default -> value.split("\\s+", -1).length == 1 && !Truth.isNo(value);
        };
    }
}
