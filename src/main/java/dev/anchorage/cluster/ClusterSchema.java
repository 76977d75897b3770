package dev.anchorage.cluster;

import dev.anchorage.archive.Fingerprint;
import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.SectionField;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The names and shapes of what a cluster keeps: an index with a document for each post, its sections nested in it, and
/// one with the states of all blogs. The number of fields does not grow with blogs, languages or posts.
final class ClusterSchema {
    /// Changes whenever what was written before can't be read or would answer differently.
    static final int FORMAT = 3;

    /// The name of the blog, by which posts are routed.
    static final String SITE = "site";

    /// Which filling of the index a post belongs to.
    static final String PLACE = "place";

    static final String PATH = "path";
    static final String DATE = "date";

    /// The addresses by which a post is found.
    static final String ADDRESSES = "addresses";

    /// The stems of a post with their numbers.
    static final String STEMS = "stems";

    /// All that is needed to make the post's block again.
    static final String BLOCK = "block";

    /// Names the bytes of the block.
    static final String HASH = "hash";

    static final String SECTIONS = "sections";

    /// The parts of a section that can be asked alone.
    private static final List<SectionField> ALONE =
            List.of(SectionField.TITLE, SectionField.HEADING, SectionField.CODE);

    private static final String OTHERS = "rest";

    /// As many posts as paging reaches, with those that are looked at besides.
    static final int MOST_CANDIDATES = 12_000;

    private static final int MOST_SECTIONS = 100_000;
    private static final int LONGEST_WORD = 1 << 20;

    /// BM25 without its rarity, which is that of the blog and comes with the query.
    private static final String LOOK =
            "double mean = Math.max(1.0, field.sumTotalTermFreq / (double) Math.max(1, field.docCount));"
                    + " double dampened = 1.2 * (0.25 + 0.75 * doc.length / mean);"
                    + " return query.boost * doc.freq / (doc.freq + dampened);";

    private ClusterSchema() {}

    /// The index of posts.
    static String posts(ClusterOptions options) {
        return options.prefix() + "-posts";
    }

    /// The index of states.
    static String states(ClusterOptions options) {
        return options.prefix() + "-states";
    }

    /// The field with the words of a part of sections; parts that can't be asked alone share one.
    static String field(SectionField part) {
        return SECTIONS + "." + name(part);
    }

    /// The same within a section.
    static String name(SectionField part) {
        return ALONE.contains(part) ? part.key() : OTHERS;
    }

    /// All fields with words of sections.
    static List<String> fields() {
        return List.of(
                field(SectionField.TITLE),
                field(SectionField.HEADING),
                field(SectionField.CODE),
                field(SectionField.BODY));
    }

    /// The field with the values of a facet as authored.
    static String values(Facet facet) {
        return "value." + facet.key();
    }

    /// The field with the folded values of a facet.
    static String keys(Facet facet) {
        return "key." + facet.key();
    }

    /// The index of posts as it is to be made.
    static String postsIndex(ClusterOptions options) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String keyword : List.of(SITE, PLACE, PATH, ADDRESSES, HASH)) {
            fields.put(keyword, Map.of("type", "keyword", "doc_values", !keyword.equals(ADDRESSES)));
        }
        fields.put(DATE, Map.of("type", "long"));
        fields.put(BLOCK, Map.of("type", "binary"));
        fields.put(STEMS, Map.of("type", "text", "analyzer", "stems", "index_options", "freqs", "similarity", "look"));
        fields.put("key", Map.of("properties", ofFacets(Map.of("type", "keyword", "doc_values", false))));
        fields.put("value", Map.of("properties", ofFacets(Map.of("type", "keyword", "index", false))));
        Map<String, Object> words = new LinkedHashMap<>();
        for (String field : fields()) {
            words.put(
                    field.substring(SECTIONS.length() + 1),
                    Map.of("type", "text", "analyzer", "words", "norms", false));
        }
        fields.put(SECTIONS, Map.of("type", "nested", "properties", words));
        return Answers.line(Map.of(
                "settings",
                settings(options),
                "mappings",
                Map.of(
                        "dynamic",
                        false,
                        "_routing",
                        Map.of("required", true),
                        "_source",
                        Map.of("excludes", List.of(SECTIONS, STEMS, ADDRESSES, "key", "value")),
                        "properties",
                        fields)));
    }

    private static Map<String, Object> ofFacets(Map<String, Object> mapping) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            fields.put(facet.key(), mapping);
        }
        return fields;
    }

    /// Nothing is seen before it is asked to be: a blog's update as a whole.
    private static Map<String, Object> settings(ClusterOptions options) {
        Map<String, Object> analysis = Map.of(
                "tokenizer",
                Map.of("places", Map.of("type", "whitespace", "max_token_length", LONGEST_WORD)),
                "filter",
                Map.of(
                        "forms",
                        Map.of(
                                "type",
                                "pattern_capture",
                                "preserve_original",
                                false,
                                "patterns",
                                List.of("([^" + ClusterTokens.OR + "]+)")),
                        "times",
                        Map.of("type", "delimited_term_freq", "delimiter", String.valueOf(ClusterTokens.TIMES))),
                "analyzer",
                Map.of(
                        "words",
                        Map.of("type", "custom", "tokenizer", "places", "filter", List.of("forms")),
                        "stems",
                        Map.of("type", "custom", "tokenizer", "places", "filter", List.of("times"))));
        return Map.of(
                "index",
                Map.of(
                        "number_of_shards",
                        options.shards(),
                        "number_of_replicas",
                        options.replicas(),
                        "refresh_interval",
                        "-1",
                        "max_result_window",
                        MOST_CANDIDATES,
                        "mapping.nested_objects.limit",
                        MOST_SECTIONS,
                        "similarity",
                        Map.of("look", Map.of("type", "scripted", "script", Map.of("source", LOOK)))),
                "analysis",
                analysis);
    }

    /// The index of states as it is to be made. What it holds is read by its name; by their blog, pieces of facts are
    /// found to be removed.
    static String statesIndex(ClusterOptions options) {
        return Answers.line(Map.of(
                "settings",
                Map.of("index", Map.of("number_of_shards", 1, "number_of_replicas", options.replicas())),
                "mappings",
                Map.of("dynamic", false, "properties", Map.of(SITE, Map.of("type", "keyword")))));
    }

    /// The id of a post. Ids have at most 512 bytes, paths may be longer.
    static String id(String place, String path) {
        return place + "/" + Fingerprint.hash(path.getBytes(StandardCharsets.UTF_8));
    }

    /// Names the version of this and of the words in it.
    static String format() {
        return FORMAT + "." + IndexSchema.FORMAT;
    }
}
