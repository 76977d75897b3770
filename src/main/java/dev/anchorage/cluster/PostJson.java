package dev.anchorage.cluster;

import dev.anchorage.archive.Fingerprint;
import dev.anchorage.index.BlockCodec;
import dev.anchorage.index.BlockField;
import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.PostBlock;
import dev.anchorage.index.PostBlock.Occurrence;
import dev.anchorage.index.SectionField;
import dev.anchorage.index.WordTerm;
import dev.anchorage.section.LinkAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.facet.FacetsConfig;

/// Writes a post as the document that {@link ClusterSchema} describes.
final class PostJson {
    /// The title and the labels of a post stand with each of its sections; as text of the post they count so often.
    private static final int CONTEXT = 2;

    private PostJson() {}

    /// The document of a post, in one line.
    ///
    /// @param place  which filling it belongs to
    static String of(PostBlock post, String site, String place) {
        byte[] block = BlockCodec.write(post).bytes;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(ClusterSchema.SITE, site);
        document.put(ClusterSchema.PLACE, place);
        document.put(ClusterSchema.PATH, post.path());
        String day = post.value(IndexSchema.DATE);
        if (day != null) {
            document.put(ClusterSchema.DATE, Long.valueOf(day));
        }
        document.put(
                ClusterSchema.ADDRESSES,
                List.copyOf(LinkAddress.of(
                        post.path(), Objects.requireNonNullElse(post.value(IndexSchema.PERMALINK), ""))));
        document.put("key", keys(post));
        document.put("value", values(post));
        document.put(ClusterSchema.STEMS, stems(post));
        document.put(ClusterSchema.SECTIONS, sections(post));
        document.put(ClusterSchema.HASH, Fingerprint.hash(block));
        document.put(ClusterSchema.BLOCK, Base64.getEncoder().encodeToString(block));
        return Answers.line(document);
    }

    private static Map<String, Object> keys(PostBlock post) {
        Map<String, Object> keys = new TreeMap<>();
        for (Facet facet : Facet.values()) {
            keys.put(facet.key(), post.values(facet.filterField()));
        }
        return keys;
    }

    private static Map<String, Object> values(PostBlock post) {
        Map<String, List<String>> values = new TreeMap<>();
        for (BlockField field : post.fields()) {
            if (field.kind() == BlockField.Kind.SORTED_SET) {
                String[] path = FacetsConfig.stringToPath(field.text());
                values.computeIfAbsent(path[0], first -> new ArrayList<>()).add(path[1]);
            }
        }
        return new TreeMap<>(values);
    }

    /// Each stem with how often it stands in the post.
    private static String stems(PostBlock post) {
        Map<String, Map<Integer, Integer>> stems = new TreeMap<>();
        for (int i = 0; i < post.words().size(); i++) {
            String stem = WordTerm.of(post.words().term(i)).stem();
            post.words()
                    .forEachPlace(
                            i,
                            (section, position, start, end) -> stems.computeIfAbsent(
                                            ClusterTokens.stem(
                                                    post.sections().get(section).language(), stem),
                                            first -> new TreeMap<>())
                                    .merge(section, 1, Integer::sum));
        }
        StringBuilder text = new StringBuilder();
        stems.forEach((stem, counts) -> text.append(stem)
                .append(ClusterTokens.TIMES)
                .append(inPost(counts.values(), post.sections().size()))
                .append(' '));
        return text.toString();
    }

    private static List<Map<String, Object>> sections(PostBlock post) {
        List<List<Occurrence>> words = post.words().bySection(post.sections().size());
        List<Map<String, Object>> sections = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            sections.add(parts(words.get(i), post.sections().get(i).language()));
        }
        return sections;
    }

    private static Map<String, Object> parts(List<Occurrence> words, String language) {
        Map<String, List<String>> parts = new TreeMap<>();
        int from = 0;
        while (from < words.size()) {
            SectionField part = SectionField.at(words.get(from).position());
            int end = from;
            while (end < words.size() && SectionField.at(words.get(end).position()) == part) {
                end++;
            }
            parts.computeIfAbsent(ClusterSchema.name(part), first -> new ArrayList<>())
                    .add(text(words.subList(from, end), language));
            from = end;
        }
        return new TreeMap<>(parts);
    }

    /// Words at the same place stand together, places where no word stands are kept.
    private static String text(List<Occurrence> words, String language) {
        StringBuilder text = new StringBuilder();
        int position = words.getFirst().position() - 1;
        for (Occurrence word : words) {
            if (word.position() == position) {
                text.append(ClusterTokens.OR);
            }
            for (; position < word.position(); position++) {
                text.append(text.isEmpty() ? "" : " ");
                text.append(position + 1 < word.position() ? ClusterTokens.NOTHING : "");
            }
            text.append(ClusterTokens.word(language, word.term()));
        }
        return text.toString();
    }

    /// How often a stem stands in a post: what all sections have is their context.
    ///
    /// @param counts  in each section that has it
    private static int inPost(Collection<Integer> counts, int sections) {
        int all = counts.stream().mapToInt(Integer::intValue).sum();
        return counts.size() == sections && sections > 1 ? all - Collections.min(counts) * (sections - CONTEXT) : all;
    }
}
