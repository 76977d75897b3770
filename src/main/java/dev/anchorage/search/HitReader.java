package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.SectionField;
import dev.anchorage.search.PostRanking.RankedPost;
import dev.anchorage.search.PostRanking.RankedSection;
import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.SectionHit;
import dev.anchorage.search.SearchResponse.Snippet;
import dev.anchorage.search.WordPostings.FieldTerm;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/// Reads posts and their best sections from the index. For one answer; not thread-safe.
final class HitReader {
    /// Sections of a post that are shown; the rest is a number.
    static final int MAX_SECTIONS = 3;

    /// A text fragment must stand only once in the post; longer posts are not looked through for that.
    private static final int MAX_SECTIONS_READ = 60;

    private static final List<SectionField> PARTS_OF_PAGE =
            List.of(SectionField.HEADING, SectionField.BODY, SectionField.CODE, SectionField.FIGURES);

    private final StoredFields stored;
    private final IndexSnapshot snapshot;
    private final Marks marks;
    private final boolean hasTextFragments;
    private Map<Integer, Map<SectionField, List<Highlight>>> marked = Map.of();

    /// @param terms  to mark
    /// @param hasTextFragments  whether hits get them, for which whole posts are read
    HitReader(IndexSnapshot snapshot, List<FieldTerm> terms, boolean hasTextFragments) throws IOException {
        this.snapshot = snapshot;
        this.hasTextFragments = hasTextFragments;
        stored = snapshot.searcher().storedFields();
        marks = new Marks(snapshot.reader(), terms);
    }

    /// Posts with the sections that match best, in the order given.
    List<PostHit> read(List<RankedPost> posts) throws IOException {
        marked = marks.in(posts.stream()
                .flatMap(post -> shown(post).stream())
                .map(RankedSection::document)
                .toList());
        List<PostHit> hits = new ArrayList<>();
        for (RankedPost post : posts) {
            hits.add(read(post));
        }
        return hits;
    }

    private PostHit read(RankedPost ranked) throws IOException {
        Document post = stored.document(ranked.document());
        String permalink = post.get(IndexSchema.PERMALINK);
        List<SectionHit> shown = new ArrayList<>();
        List<RankedSection> best = shown(ranked);
        String text = best.isEmpty() || !hasTextFragments ? "" : textOfPost(ranked.document());
        for (RankedSection section : best) {
            shown.add(section(permalink, section, text));
        }
        Map<Facet, List<String>> labels = new EnumMap<>(Facet.class);
        for (Facet facet : List.of(Facet.TAG, Facet.LOCATION, Facet.CATEGORY, Facet.AUTHOR)) {
            labels.put(facet, List.of(post.getValues(facet.key())));
        }
        String day = post.get(IndexSchema.DATE);
        return new PostHit(
                post.get(IndexSchema.POST_TITLE),
                permalink,
                post.get(IndexSchema.PATH),
                day == null ? null : LocalDate.ofEpochDay(Long.parseLong(day)).toString(),
                post.get(IndexSchema.POST_LANGUAGE),
                post.get(IndexSchema.POST_SUMMARY),
                labels,
                shown,
                ranked.hits().size() - shown.size());
    }

    private static List<RankedSection> shown(RankedPost post) {
        List<RankedSection> hits = post.hits();
        return hits.subList(0, Math.min(MAX_SECTIONS, hits.size()));
    }

    private SectionHit section(String permalink, RankedSection scored, String post) throws IOException {
        Document section = stored.document(scored.document());
        String language = section.get(IndexSchema.ANALYSED_AS);
        String heading = textOf(section, SectionField.HEADING.in(language));
        Map<SectionField, List<Highlight>> ranges = marked.getOrDefault(scored.document(), Map.of());
        String fragment = section.get(IndexSchema.FRAGMENT);
        return new SectionHit(
                heading,
                List.of(section.getValues(IndexSchema.HEADING_PATH)),
                section.get(IndexSchema.ANCHOR),
                fragment == null ? permalink : permalink + "#" + fragment,
                section.get(IndexSchema.ANCHOR_SOURCE),
                textFragment(section, heading, textOf(section, SectionField.BODY.in(language)), ranges, post),
                snippet(section, language, ranges),
                ranges.getOrDefault(SectionField.HEADING, List.of()),
                scored.score());
    }

    /// Leads to the first match in the prose; for a heading without an anchor of its own, to the heading.
    private static @Nullable String textFragment(
            Document section, String heading, String text, Map<SectionField, List<Highlight>> ranges, String post) {
        if (post.isEmpty()) {
            return null;
        }
        if (section.get(IndexSchema.ANCHOR) == null && !heading.isEmpty()) {
            return TextFragment.from(heading, 0, post);
        }
        List<Highlight> matches = ranges.getOrDefault(SectionField.BODY, List.of());
        return matches.isEmpty() ? null : TextFragment.from(text, Snippets.densest(text, matches), post);
    }

    /// All that a post says, its title included; empty when the post is too long to look through for one answer.
    private String textOfPost(int post) throws IOException {
        LeafReaderContext segment = snapshot.reader()
                .leaves()
                .get(ReaderUtil.subIndex(post, snapshot.reader().leaves()));
        int end = post - segment.docBase;
        int first = end == 0 ? 0 : snapshot.posts().getBitSet(segment).prevSetBit(end - 1) + 1;
        if (end - first > MAX_SECTIONS_READ) {
            return "";
        }
        StringBuilder text = new StringBuilder(textOf(stored.document(post), IndexSchema.POST_TITLE)).append('\n');
        for (int at = first; at < end; at++) {
            Document section = stored.document(segment.docBase + at);
            String language = section.get(IndexSchema.ANALYSED_AS);
            for (SectionField part : PARTS_OF_PAGE) {
                text.append(textOf(section, part.in(language))).append('\n');
            }
        }
        return text.toString();
    }

    /// From the prose when it matches, else from the code or the figures when they do, else the beginning of what there
    /// is.
    private static @Nullable Snippet snippet(
            Document section, String language, Map<SectionField, List<Highlight>> ranges) {
        Snippet first = null;
        for (SectionField part : List.of(SectionField.BODY, SectionField.CODE, SectionField.FIGURES)) {
            String text = textOf(section, part.in(language));
            List<Highlight> found = ranges.getOrDefault(part, List.of());
            if (!found.isEmpty()) {
                return Snippets.cut(text, found);
            }
            first = first == null ? Snippets.cut(text, found) : first;
        }
        return first;
    }

    private static String textOf(Document document, String field) {
        String text = document.get(field);
        return text == null ? "" : text;
    }
}
