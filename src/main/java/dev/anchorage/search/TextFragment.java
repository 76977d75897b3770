package dev.anchorage.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words by which a browser finds and marks a place on a page: the `text=` directive of a URL's text fragment (WICG
/// “URL Fragment Text Directives”).
final class TextFragment {
    private static final int MIN_WORDS = 3;
    private static final int MAX_WORDS = 12;

    /// Words that look the same on the page: quotes, dashes and dots in a row are changed by many generators.
    private static final Pattern SAFE_WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}][\\p{L}\\p{N}\\p{M}.,;:!?]*");

    private static final Pattern WORD = Pattern.compile("[^ \\n]+( ?)");

    private TextFragment() {}

    /// The shortest run of words from a place on that stands only once in the post.
    ///
    /// @param text  of a section
    /// @param at  where to begin: the word that holds this place
    /// @param page  all text of the post
    /// @return percent-encoded; null when the words may look different on the page or stand there more than once
    static @Nullable String from(String text, int at, PageText page) {
        int start = at;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        Matcher words = WORD.matcher(text).region(start, text.length());
        int end = start;
        for (int count = 1; count <= MAX_WORDS && words.lookingAt(); count++) {
            String word = words.group().strip();
            if (!SAFE_WORD.matcher(word).matches() || word.contains("..")) {
                break;
            }
            end = words.start() + word.length();
            String run = text.substring(start, end);
            boolean isLast = words.group(1).isEmpty();
            if ((count >= MIN_WORDS || isLast) && page.hasOnce(run)) {
                return encoded(run);
            }
            if (isLast) {
                break;
            }
            words.region(words.end(), text.length());
        }
        return null;
    }

    /// Everything but letters and digits is encoded: `-`, `,` and `&` have a meaning in the directive.
    private static String encoded(String run) {
        return URLEncoder.encode(run, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("-", "%2D");
    }
}
