package dev.anchorage.index;

import dev.anchorage.anchor.Fragments;
import dev.anchorage.section.Section;
import dev.anchorage.section.Section.AnchorSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.jspecify.annotations.Nullable;

/// Where a section stands in its post and what its link leads to. Written so that what the section before it and its
/// own heading say is not said again.
///
/// @param headingPath  as {@link Section#headingPath}
/// @param anchor  the section's own; null: none
/// @param fragment  percent-encoded, of the anchor that the section links to; null: it links to the post
record SectionOutline(
        List<String> headingPath,
        AnchorSource anchorSource,
        @Nullable String anchor,
        @Nullable String fragment) {
    /// Stands before the first section of a post.
    static final SectionOutline NONE = new SectionOutline(List.of(), AnchorSource.FALLBACK, null, null);

    private static final int ENDS_IN_HEADING = 1;
    private static final int HAS_ANCHOR = 2;
    private static final int HAS_FRAGMENT = 4;
    private static final int FRAGMENT_IS_ANCHOR = 8;
    private static final int IS_VERIFIED = 16;
    private static final int IS_PREDICTED = 32;

    SectionOutline {
        headingPath = List.copyOf(headingPath);
    }

    static SectionOutline of(Section section) {
        return new SectionOutline(
                section.headingPath(),
                section.anchorSource(),
                section.anchor(),
                section.linkAnchor() == null ? null : Fragments.encode(section.linkAnchor()));
    }

    /// @param before  of the section before
    /// @param heading  of the section
    void write(DataOutput output, SectionOutline before, String heading) throws IOException {
        boolean endsInHeading = !headingPath.isEmpty() && headingPath.getLast().equals(heading);
        boolean isFragmentAnchor = fragment != null && fragment.equals(anchor);
        output.writeByte((byte) ((endsInHeading ? ENDS_IN_HEADING : 0)
                | (anchor != null ? HAS_ANCHOR : 0)
                | (fragment != null ? HAS_FRAGMENT : 0)
                | (isFragmentAnchor ? FRAGMENT_IS_ANCHOR : 0)
                | (anchorSource == AnchorSource.VERIFIED ? IS_VERIFIED : 0)
                | (anchorSource == AnchorSource.PREDICTED ? IS_PREDICTED : 0)));
        List<String> own = endsInHeading ? headingPath.subList(0, headingPath.size() - 1) : headingPath;
        int same = 0;
        while (same < own.size()
                && same < before.headingPath.size()
                && own.get(same).equals(before.headingPath.get(same))) {
            same++;
        }
        output.writeVInt(same);
        output.writeVInt(own.size() - same);
        for (String other : own.subList(same, own.size())) {
            output.writeString(other);
        }
        if (anchor != null) {
            output.writeString(anchor);
        }
        if (fragment != null && !isFragmentAnchor) {
            output.writeString(fragment);
        }
    }

    /// @param before  of the section before
    /// @param heading  of the section
    static SectionOutline read(DataInput input, SectionOutline before, String heading) throws IOException {
        int flags = input.readByte();
        List<String> path = new ArrayList<>(before.headingPath.subList(0, input.readVInt()));
        for (int others = input.readVInt(); others > 0; others--) {
            path.add(input.readString());
        }
        if ((flags & ENDS_IN_HEADING) != 0) {
            path.add(heading);
        }
        String anchor = (flags & HAS_ANCHOR) == 0 ? null : input.readString();
        String fragment =
                (flags & HAS_FRAGMENT) == 0 ? null : (flags & FRAGMENT_IS_ANCHOR) == 0 ? input.readString() : anchor;
        AnchorSource source = (flags & IS_VERIFIED) != 0
                ? AnchorSource.VERIFIED
                : (flags & IS_PREDICTED) != 0 ? AnchorSource.PREDICTED : AnchorSource.FALLBACK;
        return new SectionOutline(path, source, anchor, fragment);
    }
}
