package dev.anchorage.search;

import dev.anchorage.index.SectionField;
import dev.anchorage.search.Lexicon.IndexedWord;
import dev.anchorage.search.QueryTokens.Token;
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
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/// Finds what matches in the texts of sections, from the places that the index keeps of every word. For one answer;
/// thread-safe.
final class Marks {
    private final IndexReader reader;
    private final List<Marked> words;

    /// By text.
    private final Map<String, List<MarkedPhrase>> phrases = new HashMap<>();

    /// @param wanted  to mark
    Marks(IndexReader reader, QueryTokens tokens, List<Wanted> wanted) throws IOException {
        this.reader = reader;
        Map<Object, Marked> once = new LinkedHashMap<>();
        // What is asked for by itself, too, is marked wherever it stands; then what stands beside any other.
        List<Wanted> leastBoundFirst = new ArrayList<>(wanted);
        leastBoundFirst.sort((one, other) -> Integer.compare(one.bond(), other.bond()));
        for (Wanted each : leastBoundFirst) {
            for (IndexedWord word : each.stem().token().words()) {
                SectionField only = each.stem().only();
                Object key = List.of(word.field(), word.term(), only == null ? "" : only);
                once.putIfAbsent(
                        key, new Marked(word, only, each.isBound(), each.word().phrase()));
            }
            String phrase = each.word().phrase();
            if (phrase != null && !phrases.containsKey(phrase)) {
                phrases.put(
                        phrase,
                        MarkedPhrase.inEachLanguage(phrase, tokens, each.stem().only() != null));
            }
        }
        words = List.copyOf(once.values());
    }

    /// The ranges that match in some sections, part by part, in order, none overlapping. They count through all parts
    /// that are shown, as the index does.
    Map<Integer, Map<SectionField, List<Highlight>>> in(List<Integer> sections) throws IOException {
        Lexicon lexicon = new Lexicon(reader);
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

    private Map<SectionField, List<Highlight>> byPart(List<Place> places) {
        Map<SectionField, List<Highlight>> parts = new EnumMap<>(SectionField.class);
        for (Place place : besideOthers(inPhrases(places))) {
            parts.computeIfAbsent(SectionField.at(place.position()), first -> new ArrayList<>())
                    .add(place.range());
        }
        parts.replaceAll((part, ranges) -> merged(ranges));
        return parts;
    }

    /// Of a word that was asked for in a phrase only the places in there, where the section has the phrase.
    private List<Place> inPhrases(List<Place> places) {
        if (phrases.isEmpty()) {
            return places;
        }
        Map<Term, Set<Integer>> positions = new HashMap<>();
        places.forEach(place -> positions
                .computeIfAbsent(place.word().term(), first -> new HashSet<>())
                .add(place.position()));
        Map<String, Set<Integer>> covered = new HashMap<>();
        phrases.forEach((text, inLanguages) -> {
            Set<Integer> all = new HashSet<>();
            inLanguages.forEach(phrase -> phrase.addPlaces(positions, all));
            covered.put(text, all);
        });
        return places.stream()
                .filter(place -> {
                    Set<Integer> inPhrase = covered.getOrDefault(place.word().phrase(), Set.of());
                    return inPhrase.isEmpty() || inPhrase.contains(place.position());
                })
                .toList();
    }

    /// All places but those of bound words that stand beside no other.
    private static List<Place> besideOthers(List<Place> places) {
        if (places.stream().noneMatch(place -> place.word().isBound())) {
            return places;
        }
        List<Place> inOrder =
                places.stream().sorted(Comparator.comparingInt(Place::position)).toList();
        Set<Integer> marked = new HashSet<>();
        for (List<Place> each : List.of(inOrder, inOrder.reversed())) {
            for (Place place : each) {
                int at = place.position();
                if (!place.word().isBound() || marked.contains(at - 1) || marked.contains(at + 1)) {
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
                    found.computeIfAbsent(section, first -> new ArrayList<>()).add(new Place(position, range, word));
                }
            }
        }
    }

    /// The longer of two that begin at one place comes first.
    private static int compare(Highlight one, Highlight other) {
        return one.start() == other.start()
                ? Integer.compare(other.end(), one.end())
                : Integer.compare(one.start(), other.start());
    }

    /// Ranges that overlap become one.
    private static List<Highlight> merged(List<Highlight> ranges) {
        List<Highlight> merged = new ArrayList<>();
        List<Highlight> inOrder = new ArrayList<>(ranges);
        inOrder.sort(Marks::compare);
        for (Highlight range : inOrder) {
            if (merged.isEmpty() || range.start() >= merged.getLast().end()) {
                merged.add(range);
            } else if (range.end() > merged.getLast().end()) {
                merged.set(merged.size() - 1, new Highlight(merged.getLast().start(), range.end()));
            }
        }
        return List.copyOf(merged);
    }

    /// A stem of a word of the query.
    record Wanted(RankedWord word, WeighedStem stem) {
        /// Whether it is marked beside others only.
        boolean isBound() {
            return word.isBound();
        }

        /// How much is asked for besides.
        private int bond() {
            return isBound() ? 2 : word.phrase() == null ? 0 : 1;
        }
    }

    /// @param only  the part in which it is marked; null: all
    /// @param isBound  whether it is marked beside others only
    /// @param phrase  in which it was asked for; null: it was asked for by itself, too
    private record Marked(
            IndexedWord word,
            @Nullable SectionField only,
            boolean isBound,
            @Nullable String phrase) {
        Term term() {
            return MarkedPhrase.term(word);
        }
    }

    /// @param position  in the section
    private record Place(int position, Highlight range, Marked word) {}

    /// A phrase as one language cuts it.
    ///
    /// @param spots  in order, the first at 0
    private record MarkedPhrase(List<Spot> spots) {
        /// @param isInAnyForm  whether it matches words in any form, as it does in one part only, or as typed
        static List<MarkedPhrase> inEachLanguage(String text, QueryTokens tokens, boolean isInAnyForm)
                throws IOException {
            List<MarkedPhrase> phrases = new ArrayList<>();
            for (List<Token> cut : tokens.of(text).values()) {
                SortedMap<Integer, Set<Term>> words = new TreeMap<>();
                for (Token token : cut) {
                    IndexedWord asTyped = token.asTyped();
                    List<IndexedWord> any =
                            isInAnyForm ? token.words() : asTyped == null ? List.of() : List.of(asTyped);
                    words.computeIfAbsent(token.position(), first -> new HashSet<>())
                            .addAll(any.stream().map(MarkedPhrase::term).toList());
                }
                List<Spot> spots = new ArrayList<>();
                words.forEach((position, there) -> spots.add(new Spot(position - words.firstKey(), there)));
                phrases.add(new MarkedPhrase(spots));
            }
            return phrases;
        }

        static Term term(IndexedWord word) {
            return new Term(word.field(), word.term());
        }

        /// Adds the positions at which the whole phrase stands.
        ///
        /// @param positions  of words in a section
        void addPlaces(Map<Term, Set<Integer>> positions, Set<Integer> places) {
            for (Term word : spots.isEmpty() ? Set.<Term>of() : spots.getFirst().words()) {
                for (int start : positions.getOrDefault(word, Set.of())) {
                    if (spots.stream().allMatch(spot -> spot.isFilled(positions, start))) {
                        spots.forEach(spot -> places.add(start + spot.offset()));
                    }
                }
            }
        }
    }

    /// @param offset  from the beginning of the phrase
    /// @param words  any of which stands there
    private record Spot(int offset, Set<Term> words) {
        boolean isFilled(Map<Term, Set<Integer>> positions, int start) {
            return words.stream()
                    .anyMatch(word -> positions.getOrDefault(word, Set.of()).contains(start + offset));
        }
    }
}
