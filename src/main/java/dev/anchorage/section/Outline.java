package dev.anchorage.section;

import dev.anchorage.anchor.HeadingSource;
import dev.anchorage.anchor.HeadingSource.IdTaker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A body cut at its headings, before ids are computed. Filled by one reader, in document order.
final class Outline {
    /// Far above what people write; a megabyte of nothing but `#` would need hundreds of megabytes of sections.
    static final int MOST_HEADINGS = 20_000;

    /// The first one is the text before the first heading; it is always there.
    final List<SectionDraft> drafts = new ArrayList<>();

    /// Ids that authors gave to other things than headings.
    final Set<String> otherIds = new HashSet<>();

    private boolean isCut;
    private final List<IdTaker> takers = new ArrayList<>();

    Outline() {
        drafts.add(new SectionDraft(null, "", 1));
    }

    /// Begins the section of a heading.
    void open(HeadingSource source, String heading, int line) {
        if (drafts.size() > MOST_HEADINGS) {
            isCut = true;
            current().addText(heading);
        } else {
            drafts.add(new SectionDraft(source, heading, line));
        }
    }

    /// Whether there were more headings, whose sections became part of the last one.
    boolean isCut() {
        return isCut;
    }

    /// Notes something between headings that takes an id of its own.
    void take(IdTaker taker) {
        takers.add(taker);
    }

    /// What was noted since the last call.
    List<IdTaker> passTakers() {
        List<IdTaker> passed = List.copyOf(takers);
        takers.clear();
        return passed;
    }

    /// The section that is being filled.
    SectionDraft current() {
        return drafts.getLast();
    }

    List<HeadingSource> headings() {
        List<HeadingSource> headings = new ArrayList<>();
        for (SectionDraft draft : drafts) {
            if (draft.source != null) {
                headings.add(draft.source);
            }
        }
        return headings;
    }
}
