package dev.anchorage.search;

import dev.anchorage.index.SectionField;
import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.WordPostings.FieldTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;

/// Finds what matches in the texts of sections, from the places that the index keeps of every word. For one answer; not
/// thread-safe.
final class Marks {
    private static final Comparator<Highlight> IN_ORDER =
            Comparator.comparingInt(Highlight::start).thenComparing(Highlight::end, Comparator.reverseOrder());

    private final IndexReader reader;
    private final List<FieldTerm> terms;

    /// @param terms  to mark
    Marks(IndexReader reader, List<FieldTerm> terms) {
        this.reader = reader;
        this.terms = terms.stream()
                .filter(term -> term.part() != null && isShown(term.part()))
                .toList();
    }

    private static boolean isShown(SectionField part) {
        return switch (part) {
            case HEADING, BODY, CODE, FIGURES -> true;
            case TITLE, HEADING_PATH, LABELS, SUMMARY -> false;
        };
    }

    /// The ranges that match in the parts of some sections, in order, none overlapping.
    Map<Integer, Map<SectionField, List<Highlight>>> in(List<Integer> sections) throws IOException {
        Map<Integer, Map<SectionField, List<Highlight>>> found = new HashMap<>();
        List<LeafReaderContext> segments = reader.leaves();
        Map<LeafReaderContext, List<Integer>> bySegment = new HashMap<>();
        for (int section : sections) {
            bySegment
                    .computeIfAbsent(segments.get(ReaderUtil.subIndex(section, segments)), first -> new ArrayList<>())
                    .add(section);
        }
        for (Map.Entry<LeafReaderContext, List<Integer>> segment : bySegment.entrySet()) {
            segment.getValue().sort(Comparator.naturalOrder());
            for (FieldTerm term : terms) {
                add(found, term, segment.getKey(), segment.getValue());
            }
        }
        found.values().forEach(parts -> parts.replaceAll((part, ranges) -> merged(ranges)));
        return found;
    }

    private static void add(
            Map<Integer, Map<SectionField, List<Highlight>>> found,
            FieldTerm term,
            LeafReaderContext segment,
            List<Integer> sections)
            throws IOException {
        Occurrences there = term.in(segment, PostingsEnum.OFFSETS);
        if (there == null || term.part() == null) {
            return;
        }
        for (int section : sections) {
            if (there.from(section - segment.docBase) == section - segment.docBase) {
                there.addRangesTo(found.computeIfAbsent(section, first -> new EnumMap<>(SectionField.class))
                        .computeIfAbsent(term.part(), first -> new ArrayList<>()));
            }
        }
    }

    /// Ranges that overlap become one.
    private static List<Highlight> merged(List<Highlight> ranges) {
        List<Highlight> merged = new ArrayList<>();
        for (Highlight range : ranges.stream().sorted(IN_ORDER).toList()) {
            if (merged.isEmpty() || range.start() >= merged.getLast().end()) {
                merged.add(range);
            } else if (range.end() > merged.getLast().end()) {
                merged.set(merged.size() - 1, new Highlight(merged.getLast().start(), range.end()));
            }
        }
        return List.copyOf(merged);
    }
}
