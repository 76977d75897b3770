package dev.anchorage.search;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.SearchResponse.FacetValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    private final Map<Facet, Dimension> dimensions = new EnumMap<>(Facet.class);

    FacetTable(IndexReader reader, PostTable posts) throws IOException {
        Map<Facet, Gathering> gathered = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            gathered.put(facet, new Gathering(posts.size()));
        }
        for (LeafReaderContext segment : reader.leaves()) {
            SortedSetDocValues values = DocValues.getSortedSet(segment.reader(), FacetsConfig.DEFAULT_INDEX_FIELD_NAME);
            for (int post = posts.firstPost(segment.ord); post < posts.firstPost(segment.ord + 1); post++) {
                if (values.advanceExact(posts.document(post) - segment.docBase)) {
                    for (int i = values.docValueCount(); i > 0; i--) {
                        add(
                                gathered,
                                post,
                                FacetsConfig.stringToPath(
                                        values.lookupOrd(values.nextOrd()).utf8ToString()));
                    }
                }
            }
        }
        gathered.forEach((facet, values) -> dimensions.put(facet, values.gathered()));
    }

    /// @param path  key of the facet, value
    private static void add(Map<Facet, Gathering> gathered, int post, String[] path) {
        for (Map.Entry<Facet, Gathering> facet : gathered.entrySet()) {
            if (facet.getKey().key().equals(path[0])) {
                facet.getValue().add(post, path[1]);
            }
        }
    }

    /// The values of a facet that a post has, places that its own lie in among them.
    List<String> of(Facet facet, int post) {
        return dimensions.getOrDefault(facet, Dimension.NONE).of(post);
    }

    /// The values of a facet in some posts, spellings that differ only in case taken together; the most frequent of
    /// these spellings is shown. A value that is selected stands there even when no post has it, so that it can be
    /// given up.
    ///
    /// @param posts  by their numbers
    List<FacetValue> count(Facet facet, int[] posts, Filters filters) {
        Dimension dimension = dimensions.getOrDefault(facet, Dimension.NONE);
        int[] counts = dimension.count(posts);
        List<FacetValue> values = new ArrayList<>();
        for (int[] spellings : dimension.groups) {
            int sum = 0;
            int most = spellings[0];
            for (int spelling : spellings) {
                sum += counts[spelling];
                most = counts[spelling] > counts[most] ? spelling : most;
            }
            String shown = dimension.spellings.get(most);
            boolean isSelected = filters.isSelected(facet, shown);
            if (sum > 0 || isSelected) {
                values.add(new FacetValue(shown, sum, isSelected));
            }
        }
        return shown(facet, values);
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

    /// The values of one facet, numbered: `groups` has the numbers of those that differ only in case, in the order of
    /// their spellings; the numbers of a post's values stand side by side, from `starts` on.
    private static final class Dimension {
        static final Dimension NONE = new Dimension(List.of(), List.of(), new int[0], new int[0]);

        private final List<String> spellings;
        private final List<int[]> groups;
        private final int[] starts;
        private final int[] values;

        Dimension(List<String> spellings, List<int[]> groups, int[] starts, int[] values) {
            this.spellings = List.copyOf(spellings);
            this.groups = List.copyOf(groups);
            this.starts = starts;
            this.values = values;
        }

        List<String> of(int post) {
            List<String> ofPost = new ArrayList<>();
            for (int i = starts[post]; i < starts[post + 1]; i++) {
                ofPost.add(spellings.get(values[i]));
            }
            return ofPost;
        }

        int[] count(int[] posts) {
            int[] counts = new int[spellings.size()];
            if (counts.length == 0) {
                return counts;
            }
            for (int post : posts) {
                for (int i = starts[post]; i < starts[post + 1]; i++) {
                    counts[values[i]]++;
                }
            }
            return counts;
        }
    }

    /// The values of one facet while they are read, post by post.
    private static final class Gathering {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final int[] starts;
        private int[] values = new int[16];
        private int size;
        private int lastPost;

        Gathering(int posts) {
            starts = new int[posts + 1];
        }

        void add(int post, String value) {
            startPost(post);
            values = ArrayUtil.grow(values, size + 1);
            values[size++] = numbers.computeIfAbsent(value, first -> numbers.size());
        }

        private void startPost(int post) {
            while (lastPost < post) {
                starts[++lastPost] = size;
            }
        }

        Dimension gathered() {
            startPost(starts.length - 1);
            List<String> spellings = List.copyOf(numbers.keySet());
            Map<String, List<Integer>> folded = new HashMap<>();
            numbers.forEach((value, number) -> folded.computeIfAbsent(Facet.fold(value), first -> new ArrayList<>())
                    .add(number));
            List<int[]> groups = new ArrayList<>();
            for (List<Integer> group : folded.values()) {
                group.sort(Comparator.comparing(spellings::get));
                groups.add(group.stream().mapToInt(Integer::intValue).toArray());
            }
            return new Dimension(spellings, groups, starts, ArrayUtil.copyOfSubArray(values, 0, size));
        }
    }
}
