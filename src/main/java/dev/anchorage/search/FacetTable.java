package dev.anchorage.search;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.SearchResponse.FacetValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.ArrayUtil;

/// The facet values of all posts of a commit in memory: four bytes for each value of each post. Immutable.
final class FacetTable {
    /// Values beyond the most frequent ones are not given, unless they are selected.
    private static final int MAX_VALUES = 50;

    private static final Comparator<FacetValue> MOST_FIRST =
            Comparator.comparingInt(FacetValue::posts).reversed().thenComparing(FacetValue::value);
    private static final Comparator<FacetValue> LATEST_FIRST =
            Comparator.comparing(FacetValue::value).reversed();

    /// All values as authored, by their numbers.
    private final List<String> spellings;

    /// The facets of values, by their numbers.
    private final List<Facet> facets;

    /// Of each facet the numbers of values that differ only in case, in the order of their spellings.
    private final Map<Facet, List<int[]>> groups = new EnumMap<>(Facet.class);

    /// The numbers of the values of all posts, those of one side by side, from its place in {@link #starts} on.
    private final int[] values;

    private final int[] starts;

    FacetTable(IndexReader reader, PostTable posts) throws IOException {
        starts = new int[posts.size() + 1];
        Gathering all = new Gathering();
        for (LeafReaderContext segment : reader.leaves()) {
            read(segment, posts, all);
        }
        spellings = List.copyOf(all.spellings);
        facets = List.copyOf(all.facets);
        values = ArrayUtil.copyOfSubArray(all.values, 0, all.size);
        all.numbers.forEach((facet, numbers) -> groups.put(facet, grouped(numbers)));
    }

    private void read(LeafReaderContext segment, PostTable posts, Gathering all) throws IOException {
        SortedSetDocValues labels = DocValues.getSortedSet(segment.reader(), FacetsConfig.DEFAULT_INDEX_FIELD_NAME);
        for (int post = posts.firstPost(segment.ord); post < posts.firstPost(segment.ord + 1); post++) {
            if (labels.advanceExact(posts.document(post) - segment.docBase)) {
                for (int i = labels.docValueCount(); i > 0; i--) {
                    String[] path = FacetsConfig.stringToPath(
                            labels.lookupOrd(labels.nextOrd()).utf8ToString());
                    all.add(path[0], path[1]);
                }
            }
            starts[post + 1] = all.size;
        }
    }

    private List<int[]> grouped(Map<String, Integer> numbers) {
        Map<String, List<Integer>> folded = new HashMap<>();
        numbers.forEach((value, number) -> folded.computeIfAbsent(Facet.fold(value), first -> new ArrayList<>())
                .add(number));
        List<int[]> grouped = new ArrayList<>();
        for (List<Integer> group : folded.values()) {
            group.sort(Comparator.comparing(spellings::get));
            grouped.add(group.stream().mapToInt(Integer::intValue).toArray());
        }
        return grouped;
    }

    /// The values of a facet that a post has, places that its own lie in among them.
    List<String> of(Facet facet, int post) {
        List<String> ofPost = new ArrayList<>();
        for (int i = starts[post]; i < starts[post + 1]; i++) {
            if (facets.get(values[i]) == facet) {
                ofPost.add(spellings.get(values[i]));
            }
        }
        return ofPost;
    }

    /// How many of some posts have each value of any facet, for {@link #values}.
    ///
    /// @param posts  by their numbers
    int[] count(int[] posts) {
        int[] counts = new int[spellings.size()];
        for (int post : posts) {
            for (int i = starts[post]; i < starts[post + 1]; i++) {
                counts[values[i]]++;
            }
        }
        return counts;
    }

    /// The values of a facet in posts that were counted, spellings that differ only in case taken together; the
    /// most frequent of these is shown. A value that is selected stands there even when no post has it, so that it
    /// can be given up.
    ///
    /// @param counts  what {@link #count} says of these posts
    List<FacetValue> values(Facet facet, int[] counts, Filters filters) {
        List<FacetValue> counted = new ArrayList<>();
        for (int[] group : groups.getOrDefault(facet, List.of())) {
            int sum = 0;
            int most = group[0];
            for (int spelling : group) {
                sum += counts[spelling];
                most = counts[spelling] > counts[most] ? spelling : most;
            }
            String shown = spellings.get(most);
            boolean isSelected = filters.isSelected(facet, shown);
            if (sum > 0 || isSelected) {
                counted.add(new FacetValue(shown, sum, isSelected));
            }
        }
        return shown(facet, counted);
    }

    /// The same from numbers of posts that were counted elsewhere.
    ///
    /// @param counts  by value as authored
    /// @param authored  all values of the archive
    static List<FacetValue> values(Facet facet, Map<String, Integer> counts, Set<String> authored, Filters filters) {
        Map<String, List<String>> folded = new TreeMap<>();
        Set<String> all = new TreeSet<>(authored);
        all.addAll(counts.keySet());
        all.forEach(value -> folded.computeIfAbsent(Facet.fold(value), first -> new ArrayList<>())
                .add(value));
        List<FacetValue> values = new ArrayList<>();
        for (List<String> spellings : folded.values()) {
            int sum = spellings.stream()
                    .mapToInt(value -> counts.getOrDefault(value, 0))
                    .sum();
            String most = spellings.getFirst();
            for (String spelling : spellings) {
                most = counts.getOrDefault(spelling, 0) > counts.getOrDefault(most, 0) ? spelling : most;
            }
            boolean isSelected = filters.isSelected(facet, most);
            if (sum > 0 || isSelected) {
                values.add(new FacetValue(most, sum, isSelected));
            }
        }
        return shown(facet, values);
    }

    private static List<FacetValue> shown(Facet facet, List<FacetValue> values) {
        values.sort(facet == Facet.YEAR ? LATEST_FIRST : MOST_FIRST);
        List<FacetValue> shown = new ArrayList<>(values.subList(0, Math.min(MAX_VALUES, values.size())));
        values.stream().skip(MAX_VALUES).filter(FacetValue::isSelected).forEach(shown::add);
        return shown;
    }

    /// The values of posts while they are read, post by post.
    private static final class Gathering {
        private final Map<Facet, Map<String, Integer>> numbers = new EnumMap<>(Facet.class);
        private final List<String> spellings = new ArrayList<>();
        private final List<Facet> facets = new ArrayList<>();
        private int[] values = new int[16];
        private int size;

        /// @param key  of the facet
        void add(String key, String value) {
            for (Facet facet : Facet.values()) {
                if (facet.key().equals(key)) {
                    values = ArrayUtil.grow(values, size + 1);
                    values[size++] = numberOf(facet, value);
                }
            }
        }

        private int numberOf(Facet facet, String value) {
            return numbers.computeIfAbsent(facet, first -> new HashMap<>()).computeIfAbsent(value, first -> {
                spellings.add(value);
                facets.add(facet);
                return spellings.size() - 1;
            });
        }
    }
}
