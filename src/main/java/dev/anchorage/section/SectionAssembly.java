package dev.anchorage.section;

import dev.anchorage.archive.Problem;
import dev.anchorage.post.Body;
import dev.anchorage.post.Post;
import dev.anchorage.post.TextRepair;
import dev.anchorage.section.Section.AnchorSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts together the sections of one post from its outline and the ids of its headings.
final class SectionAssembly {
    private static final Pattern DATE_PREFIX = Pattern.compile("^\\d{4}[-_.]?\\d{1,2}[-_.]?\\d{1,2}[-_. ]+(?=.)");

    private final Post post;
    private final Outline outline;
    private final List<@Nullable String> ids;
    private final boolean isMangled;
    private final String title;
    private final HeadingPath path;
    private final Set<String> taken = new HashSet<>();
    private @Nullable String lastGood;

    SectionAssembly(Post post, Outline outline, List<@Nullable String> ids) {
        this.post = post;
        this.outline = outline;
        this.ids = ids;
        isMangled = !TextRepair.repair(post.body().text()).equals(post.body().text());
        title = titleOf();
        path = new HeadingPath(title);
    }

    SectionedPost assemble(List<Problem> problems) {
        List<Section> sections = new ArrayList<>();
        int heading = 0;
        for (SectionDraft draft : outline.drafts) {
            if (draft.source == null) {
                sections.add(sectionOf(draft, 0, null));
            } else {
                sections.add(sectionOf(draft, draft.source.level(), ids.get(heading++)));
            }
        }
        if (sections.size() > 1 && isSilent(sections.getFirst())) {
            sections.removeFirst();
        }
        return new SectionedPost(post, title, sections, outline.otherIds, problems);
    }

    private static boolean isSilent(Section section) {
        return section.text().isEmpty()
                && section.code().isEmpty()
                && section.figures().isEmpty();
    }

    private Section sectionOf(SectionDraft draft, int level, @Nullable String id) {
        String anchor = id != null && !id.isEmpty() && taken.add(id) ? id : null;
        lastGood = anchor == null ? lastGood : anchor;
        String heading = repaired(draft.heading);
        int shift = post.body().firstLine() - 1;
        return new Section(
                heading,
                level,
                level == 0 ? List.of() : path.enter(level, heading),
                anchor,
                sourceOf(anchor),
                lastGood,
                draft.line + shift,
                repaired(draft.text()),
                repaired(draft.code()),
                repaired(draft.figures()),
                draft.links.stream()
                        .map(link -> new Link(link.target(), link.line() + shift))
                        .toList(),
                id);
    }

    /// Looking for damage costs time, so it is looked for once in the whole body.
    private String repaired(String text) {
        return isMangled ? TextRepair.repair(text) : text;
    }

    private AnchorSource sourceOf(@Nullable String anchor) {
        if (anchor == null) {
            return AnchorSource.FALLBACK;
        }
        return isBuiltPage() ? AnchorSource.VERIFIED : AnchorSource.PREDICTED;
    }

    private boolean isBuiltPage() {
        return post.body() instanceof Body.Page
                || (post.body() instanceof Body.Html html && html.text().contains("<html"));
    }

    private String titleOf() {
        if (post.title() != null && !post.title().isBlank()) {
            return post.title();
        }
        for (SectionDraft draft : outline.drafts) {
            if (draft.source != null && draft.source.level() == 1 && !draft.heading.isEmpty()) {
                return repaired(draft.heading);
            }
        }
        return wordsOfFileName();
    }

    private String wordsOfFileName() {
        String name = nameOf(post.path());
        if (name.equalsIgnoreCase("index") && post.path().contains("/")) {
            name = nameOf(post.path().substring(0, post.path().lastIndexOf('/')));
        }
        String words = DATE_PREFIX
                .matcher(name)
                .replaceFirst("")
                .replaceAll("[-_]+", " ")
                .strip();
        return words.isEmpty() ? name : words;
    }

    private static String nameOf(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
