package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.index.SectionField;
import dev.anchorage.search.PostRanking.RankedPost;
import dev.anchorage.search.PostRanking.RankedSection;
import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.SectionHit;
import dev.anchorage.search.SearchResponse.Snippet;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Reads posts and their best sections from the index. For one answer; not thread-safe.
final class HitReader {
    /// Sections of a post that are shown; the rest is a number.
    static final int MAX_SECTIONS = 3;

    private final StoredFields stored;
    private final Snippets snippets;

    /// @param marked  the query whose words are marked
    HitReader(IndexSnapshot snapshot, SectionAnalyzer analyzer, Query marked) throws IOException {
        stored = snapshot.searcher().storedFields();
        snippets = new Snippets(analyzer, marked);
    }

    /// Posts with the sections that match best, in the order given.
    List<PostHit> read(List<RankedPost> posts) throws IOException {
        List<PostHit> hits = new ArrayList<>();
        for (RankedPost post : posts) {
            hits.add(read(post));
        }
        return hits;
    }

    private PostHit read(RankedPost ranked) throws IOException {
        Document post = stored.document(ranked.document());
        List<RankedSection> sections = ranked.hits();
        String permalink = post.get(IndexSchema.PERMALINK);
        List<SectionHit> shown = new ArrayList<>();
        for (RankedSection section : sections.subList(0, Math.min(MAX_SECTIONS, sections.size()))) {
            shown.add(section(permalink, section));
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
                sections.size() - shown.size());
    }

    private SectionHit section(String permalink, RankedSection scored) throws IOException {
        Document section = stored.document(scored.document());
        String language = section.get(IndexSchema.ANALYSED_AS);
        String headingField = SectionField.HEADING.in(language);
        String heading = textOf(section, headingField);
        String fragment = section.get(IndexSchema.FRAGMENT);
        return new SectionHit(
                heading,
                List.of(section.getValues(IndexSchema.HEADING_PATH)),
                section.get(IndexSchema.ANCHOR),
                fragment == null ? permalink : permalink + "#" + fragment,
                section.get(IndexSchema.ANCHOR_SOURCE),
                snippet(section, language),
                snippets.highlights(headingField, heading),
                scored.score());
    }

    /// From the prose when it matches, else from the code or the figures when they do, else the beginning of what there
    /// is.
    private @Nullable Snippet snippet(Document section, String language) throws IOException {
        Snippet first = null;
        for (SectionField part : List.of(SectionField.BODY, SectionField.CODE, SectionField.FIGURES)) {
            String text = textOf(section, part.in(language));
            List<Highlight> found = snippets.highlights(part.in(language), text);
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
