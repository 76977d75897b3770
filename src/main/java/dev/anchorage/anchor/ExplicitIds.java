package dev.anchorage.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the id that an author wrote for a heading, in the notations that the generator honours.
@FunctionalInterface
interface ExplicitIds {
    /// Nothing is honoured.
    ExplicitIds NONE = heading -> new Claim(null, heading);

    Claim read(HeadingSource heading);

    /// What was found.
    ///
    /// @param id  the author's id, which may be empty; null for none
    /// @param rest  the heading without the notation
    record Claim(@Nullable String id, HeadingSource rest) {}

    /// An id that a pattern's first group finds in braces at the end of the heading's last text.
    ///
    /// @param notation  of the whole from `{` to the end
    static ExplicitIds atEnd(Pattern notation) {
        return heading -> {
            Braces braces = Braces.endOf(lastText(heading), notation);
            return braces == null
                    ? new Claim(null, heading)
                    : new Claim(braces.found().group(1).strip(), cut(heading, braces.start()));
        };
    }

    /// What a pattern found in the last braces of a text.
    ///
    /// @param start  where the blanks before the brace begin
    /// @param hasBlanks  whether there are any
    record Braces(int start, boolean hasBlanks, MatchResult found) {
        /// Longer ones are not looked at: patterns must not run wild over a heading of a megabyte.
        private static final int LONGEST = 1_000;

        /// The braces that end a text; null when they don't or the pattern rejects them.
        static @Nullable Braces endOf(String text, Pattern notation) {
            int brace = text.lastIndexOf('{');
            if (brace < 0 || text.length() - brace > LONGEST) {
                return null;
            }
            Matcher found = notation.matcher(text).region(brace, text.length());
            int start = brace;
            while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
                start--;
            }
            return found.matches() ? new Braces(start, start < brace, found.toMatchResult()) : null;
        }
    }

    /// The text that ends the heading; empty when something else does.
    static String lastText(HeadingSource heading) {
        List<Inline> content = heading.content();
        return !content.isEmpty() && content.getLast() instanceof Inline.Text last ? last.text() : "";
    }

    /// The heading with its last text cut short.
    static HeadingSource cut(HeadingSource heading, int length) {
        List<Inline> content = new ArrayList<>(heading.content());
        content.set(content.size() - 1, new Inline.Text(lastText(heading).substring(0, length)));
        return new HeadingSource(heading.level(), content, heading.source(), heading.form(), heading.around());
    }
}
