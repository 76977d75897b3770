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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /// @param bound  to mark where they stand beside what is marked
    Marks(IndexReader reader, Lexicon lexicon, List<WeighedStem> stems, List<WeighedStem> bound) {
        this.reader = reader;
        this.lexicon = lexicon;
        Map<Object, Marked> once = new LinkedHashMap<>();
        stems.forEach(stem -> addTo(once, stem, false));
        bound.forEach(stem -> addTo(once, stem, true));
        words = List.copyOf(once.values());
    }

    private static void addTo(Map<Object, Marked> once, WeighedStem stem, boolean isBound) {
        for (IndexedWord word : stem.token().words()) {
            SectionField only = stem.only();
            Object key = List.of(word.field(), word.term(), only == null ? "" : only);
            once.putIfAbsent(key, new Marked(word, only, isBound));
        }
    }

    /// The ranges that match in some sections, part by part, in order, none overlapping. They count through all parts
    /// that are shown, as the index does.
    Map<Integer, Map<SectionField, List<Highlight>>> in(List<Integer> sections) throws IOException {
        Map<Integer, List<Place>> found = new HashMap<>();
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
                    add(found, word, postings, segment.getKey(), segment.getValue());
                }
            }
        }
        Map<Integer, Map<SectionField, List<Highlight>>> marked = new HashMap<>();
        found.forEach((section, places) -> marked.put(section, byPart(places)));
        return marked;
    }

    private static Map<SectionField, List<Highlight>> byPart(List<Place> places) {
        Map<SectionField, List<Highlight>> parts = new EnumMap<>(SectionField.class);
        for (Place place : inPhrases(places)) {
            parts.computeIfAbsent(SectionField.at(place.position()), first -> new ArrayList<>())
                    .add(place.range());
        }
        parts.replaceAll((part, ranges) -> merged(ranges));
        return parts;
    }

    /// All places but those of bound words that stand beside no other.
    private static List<Place> inPhrases(List<Place> places) {
        if (places.stream().noneMatch(Place::isBound)) {
            return places;
        }
        List<Place> inOrder =
                places.stream().sorted(Comparator.comparingInt(Place::position)).toList();
        Set<Integer> marked = new HashSet<>();
        for (List<Place> each : List.of(inOrder, inOrder.reversed())) {
            for (Place place : each) {
                int at = place.position();
                if (!place.isBound() || marked.contains(at - 1) || marked.contains(at + 1)) {
                    marked.add(at);
                }
            }
        }
        return inOrder.stream()
                .filter(place -> marked.contains(place.position()))
                .toList();
    }

    private static void add(
            Map<Integer, List<Place>> found,
            Marked word,
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
                int position = postings.nextPosition();
                SectionField part = SectionField.at(position);
                if (part.isShown() && (word.only() == null || word.only() == part)) {
                    Highlight range = new Highlight(postings.startOffset(), postings.endOffset());
                    found.computeIfAbsent(section, first -> new ArrayList<>())
                            .add(new Place(position, range, word.isBound()));
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
    /// @param isBound  whether it is marked beside others only
    private record Marked(IndexedWord word, @Nullable SectionField only, boolean isBound) {}

    /// @param position  in the section
    private record Place(int position, Highlight range, boolean isBound) {}
}
