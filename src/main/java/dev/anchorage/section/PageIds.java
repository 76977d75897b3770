package dev.anchorage.section;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The ids of one page, as far as they are known, and which fragments lead to them.
final class PageIds {
    /// Fragments that are no ids (HTML, "indicated part of the document"; text fragments), and ids that generators make
    /// for footnotes, figures' lines and the like, which we don't compute.
    private static final Pattern BEYOND_US = Pattern.compile(
            "|top|:~:text=.*|(?:user-content-)?(?:fn|fnref|footnote|footnote-ref|cite|eq|L)[-:_.]?\\w*(?:[-:]\\w+)?");

    private final Set<String> ids = new LinkedHashSet<>();

    PageIds(SectionedPost post) {
        for (Section section : post.sections()) {
            if (section.elementId() != null && !section.elementId().isEmpty()) {
                ids.add(section.elementId());
            }
        }
        ids.addAll(post.otherIds());
    }

    PageIds(List<@Nullable String> headingIds) {
        for (String id : headingIds) {
            if (id != null && !id.isEmpty()) {
                ids.add(id);
            }
        }
    }

    /// Whether we can say at all where a fragment leads.
    static boolean isOurs(String fragment) {
        return !BEYOND_US.matcher(fragment).matches();
    }

    /// A browser looks for the fragment as it stands, then for what it decodes to (HTML, 7.4.6.4).
    boolean has(String fragment) {
        return ids.contains(fragment) || ids.contains(decoded(fragment));
    }

    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return fragment;
        }
    }

    /// The id that an author may have meant: the nearest one by edits, if half of it is the same.
    Optional<String> nearest(String fragment) {
        String wanted = decoded(fragment).toLowerCase(Locale.ROOT);
        return ids.stream()
                .min(Comparator.comparingInt(id -> EditDistance.between(wanted, id.toLowerCase(Locale.ROOT))))
                .filter(id -> EditDistance.between(wanted, id.toLowerCase(Locale.ROOT))
                        <= Math.max(wanted.length(), id.length()) / 2);
    }
}
