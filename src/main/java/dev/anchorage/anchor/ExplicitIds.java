package dev.anchorage.anchor;

import java.util.ArrayList;
import java.util.List;
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

    /// An id that a pattern's first group finds at the end of the heading's last text.
    static ExplicitIds atEnd(Pattern notation) {
        return heading -> {
            Matcher found = notation.matcher(lastText(heading));
            return found.find()
                    ? new Claim(found.group(1).strip(), cut(heading, found.start()))
                    : new Claim(null, heading);
        };
    }

    /// The text that ends the heading; empty when something else does.
    static String lastText(HeadingSource heading) {
        List<Inline> content = heading.content();
        return !content.isEmpty() && content.getLast() instanceof Inline.Text last ? last.text() : "";
    }

    /// The heading with its last text cut short, and its source likewise at the last `{`.
    static HeadingSource cut(HeadingSource heading, int length) {
        List<Inline> content = new ArrayList<>(heading.content());
        content.set(content.size() - 1, new Inline.Text(lastText(heading).substring(0, length)));
        return new HeadingSource(heading.level(), content, heading.source(), heading.form(), heading.around());
    }
}
