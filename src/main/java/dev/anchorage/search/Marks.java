package dev.anchorage.search;

import dev.anchorage.index.SectionField;
import dev.anchorage.search.Lexicon.IndexedWord;
import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.StemWeights.WeighedStem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.jspecify.annotations.Nullable;

/// Finds what matches in the texts of sections, from the places that the index keeps of every word. For one answer; not
/// thread-safe.
final class Marks {
    private static final Comparator<Highlight> IN_ORDER =
            Comparator.comparingInt(Highlight::start).thenComparing(Highlight::end, Comparator.reverseOrder());

    private final IndexReader reader;
    private final Lexicon lexicon;
    private final List<Marked> words;

    /// @param stems  to mark
    Marks(IndexReader reader, Lexicon lexicon, List<WeighedStem> stems) {
        this.reader = reader;
        this.lexicon = lexicon;
        Map<Object, Marked> once = new LinkedHashMap<>();
        for (WeighedStem stem : stems) {
            for (IndexedWord word : stem.token().words()) {
                SectionField only = stem.only();
                once.putIfAbsent(List.of(word.field(), word.term(), only == null ? "" : only), new Marked(word, only));
            }
        }
        words = List.copyOf(once.values());
    }

    /// The ranges that match in some sections, part by part, in order, none overlapping. They count through all parts
    /// that are shown, as the index does.
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
            PostingsEnum used = null;
            for (Marked word : words) {
                PostingsEnum postings = lexicon.postings(word.word(), segment.getKey(), PostingsEnum.OFFSETS, used);
                if (postings != null) {
                    used = postings;
                    add(found, word.only(), postings, segment.getKey(), segment.getValue());
                }
            }
        }
        found.values().forEach(parts -> parts.replaceAll((part, ranges) -> merged(ranges)));
        return found;
    }

    private static void add(
            Map<Integer, Map<SectionField, List<Highlight>>> found,
            @Nullable SectionField only,
            PostingsEnum postings,
            LeafReaderContext segment,
            List<Integer> sections)
            throws IOException {
        for (int section : sections) {
            int wanted = section - segment.docBase;
            if (postings.docID() < wanted) {
                postings.advance(wanted);
            }
            for (int i = postings.docID() == wanted ? postings.freq() : 0; i > 0; i--) {
                SectionField part = SectionField.at(postings.nextPosition());
                if (part.isShown() && (only == null || only == part)) {
                    found.computeIfAbsent(section, first -> new EnumMap<>(SectionField.class))
                            .computeIfAbsent(part, first -> new ArrayList<>())
                            .add(new Highlight(postings.startOffset(), postings.endOffset()));
                }
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

    /// @param only  the part in which it is marked; null: all
    private record Marked(IndexedWord word, @Nullable SectionField only) {}
}
