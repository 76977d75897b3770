package dev.anchorage.search;

import dev.anchorage.index.Measures;
import dev.anchorage.index.SectionField;
import dev.anchorage.index.StoredPost.StoredSection;
import dev.anchorage.search.PostRanking.RankedPost;
import dev.anchorage.search.PostRanking.RankedSection;
import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.SectionHit;
import dev.anchorage.search.SearchResponse.Snippet;
import dev.anchorage.search.Snippets.Stretch;
import dev.anchorage.search.StoredPosts.Stored;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads posts and their best sections from the index. For one answer; thread-safe.
final class HitReader {
    /// Sections of a post that are shown; the rest is a number.
    static final int MAX_SECTIONS = 3;

    private final IndexSnapshot snapshot;
    private final Marks marks;
    private final boolean hasTextFragments;

    /// @param ranking  knows what to mark
    /// @param hasTextFragments  whether hits get them, for which whole posts are read
    HitReader(IndexSnapshot snapshot, PostRanking ranking, boolean hasTextFragments) throws IOException {
        this.snapshot = snapshot;
        this.hasTextFragments = hasTextFragments;
        marks = new Marks(snapshot.reader(), ranking.tokens(), ranking.marked());
    }

    /// Posts with the sections that match best, in the order given.
    List<PostHit> read(List<RankedPost> posts) throws IOException {
        return Halves.of(posts, some -> new Part().read(some));
    }

    /// Reads some of the posts. Not thread-safe.
    private final class Part {
        private final StoredPosts.OneAnswer stored = snapshot.stored().forOneAnswer();
        private Map<Integer, Map<SectionField, List<Highlight>>> marked = Map.of();

        List<PostHit> read(List<RankedPost> posts) throws IOException {
            List<List<RankedSection>> sections =
                    posts.stream().map(RankedPost::hits).toList();
            marked = marks.in(sections.stream()
                    .flatMap(hits -> hits.stream().limit(MAX_SECTIONS))
                    .map(RankedSection::document)
                    .toList());
            List<PostHit> hits = new ArrayList<>();
            for (int i = 0; i < posts.size(); i++) {
                hits.add(read(posts.get(i).document(), sections.get(i)));
            }
            return hits;
        }

        /// @param sections  that are worth showing, best first
        private PostHit read(int document, List<RankedSection> sections) throws IOException {
            Stored post = stored.read(document);
            List<RankedSection> best = sections.subList(0, Math.min(MAX_SECTIONS, sections.size()));
            List<SectionHit> shown = new ArrayList<>();
            if (!best.isEmpty()) {
                PageText page = hasTextFragments ? PageText.of(post.title(), post.post()) : PageText.NONE;
                int first = PostLookup.firstSection(snapshot, document);
                for (RankedSection section : best) {
                    StoredSection read = post.post().sections().get(section.document() - first);
                    shown.add(section(post.permalink(), section, read, page));
                }
            }
            long day = snapshot.postTable().dayOf(document);
            return new PostHit(
                    post.title(),
                    post.permalink(),
                    post.path(),
                    day == Measures.NO_DAY ? null : LocalDate.ofEpochDay(day).toString(),
                    post.language(),
                    post.summary(),
                    post.labels(),
                    shown,
                    sections.size() - shown.size(),
                    snapshot.sites().nameOf(document));
        }

        private SectionHit section(String permalink, RankedSection scored, StoredSection section, PageText page) {
            Map<SectionField, List<Highlight>> ranges = new EnumMap<>(SectionField.class);
            marked.getOrDefault(scored.document(), Map.of())
                    .forEach((part, found) -> ranges.put(part, moved(found, section.start(part))));
            String fragment = section.fragment();
            Passage prose = Passage.of(section, SectionField.BODY, ranges);
            return new SectionHit(
                    section.text(SectionField.HEADING),
                    section.headingPath(),
                    section.anchor(),
                    fragment == null ? permalink : permalink + "#" + fragment,
                    section.anchorSource(),
                    textFragment(section, prose, page),
                    snippet(section, prose, ranges),
                    ranges.getOrDefault(SectionField.HEADING, List.of()),
                    scored.score());
        }
    }

    /// Ranges that count from the start of a part.
    private static List<Highlight> moved(List<Highlight> ranges, int start) {
        List<Highlight> moved = new ArrayList<>(ranges.size());
        for (Highlight range : ranges) {
            moved.add(new Highlight(range.start() - start, range.end() - start));
        }
        return moved;
    }

    /// Leads to the first match in the prose; for a heading without an anchor of its own, to the heading.
    private static @Nullable String textFragment(StoredSection section, Passage prose, PageText page) {
        String heading = section.text(SectionField.HEADING);
        if (section.anchor() == null && !heading.isEmpty()) {
            return TextFragment.from(heading, 0, page);
        }
        return prose.matches().isEmpty()
                ? null
                : TextFragment.from(prose.text(), prose.densest().start(), page);
    }

    /// From the prose unless the code, or else the figures, say more of the query; the beginning of what there is when
    /// nothing matches.
    private static @Nullable Snippet snippet(
            StoredSection section, Passage prose, Map<SectionField, List<Highlight>> ranges) {
        Passage most = prose;
        for (SectionField part : List.of(SectionField.CODE, SectionField.FIGURES)) {
            if (ranges.containsKey(part) || most.text().isBlank()) {
                Passage other = Passage.of(section, part, ranges);
                boolean saysMore = other.densest().worth() > most.densest().worth();
                most = saysMore || most.text().isBlank() ? other : most;
            }
        }
        return Snippets.cut(most.text(), most.matches(), most.densest());
    }

    /// The text of a part of a section.
    ///
    /// @param densest  the stretch of it that says most of the query
    private record Passage(String text, List<Highlight> matches, Stretch densest) {
        static Passage of(StoredSection section, SectionField part, Map<SectionField, List<Highlight>> ranges) {
            String text = section.text(part);
            List<Highlight> matches = ranges.getOrDefault(part, List.of());
            return new Passage(text, matches, Snippets.stretch(text, matches));
        }
    }
}
