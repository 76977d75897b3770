package dev.anchorage.index;

import dev.anchorage.index.PostBlock.BlockSection;
import dev.anchorage.index.PostBlock.Occurrence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.util.BytesRef;

/// Adds posts up to {@link ArchiveFacts}, and takes them off again. Thread-safe.
public final class FactsSum {
    private final Map<String, Map<BytesRef, Integer>> terms = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();

    /// Adds what is known of an archive.
    public synchronized void add(ArchiveFacts facts) {
        facts.terms().forEach((field, counted) -> counted.addTo(of(field)));
        facts.numbers().forEach((name, number) -> numbers.merge(name, number, Long::sum));
    }

    /// Adds a post.
    public void add(PostBlock post) {
        count(post, 1);
    }

    /// Takes off a post that was added.
    public void remove(PostBlock post) {
        count(post, -1);
    }

    private synchronized void count(PostBlock post, int by) {
        add(ArchiveFacts.POSTS, by);
        Map<String, Set<BytesRef>> stems = new HashMap<>();
        for (BlockSection section : post.sections()) {
            count(section, post, by);
            Set<BytesRef> ofLanguage = stems.computeIfAbsent(section.language(), first -> new HashSet<>());
            section.words().forEach(word -> ofLanguage.add(stem(post.terms().get(word.term()))));
        }
        stems.forEach((language, all) -> all.forEach(stem -> add(ArchiveFacts.stems(language), stem, by)));
        for (BlockField field : post.post()) {
            switch (field.kind()) {
                case TERM -> {
                    if (!field.name().equals(IndexSchema.KIND) && !isFacetTerm(field)) {
                        add(field.name(), field.bytes(), by);
                    }
                }
                case SORTED_SET -> add(field.name(), field.bytes(), by);
                case DAY -> add(field.name(), new BytesRef(field.text()), by);
                case NUMBER -> {
                    if (field.name().equals(IndexSchema.POST_LENGTH)) {
                        add(field.name(), by * field.number());
                    }
                }
                default -> {
                    // What is only shown is not counted.
                }
            }
        }
    }

    /// Lucene's facets have each value as a term, too.
    private static boolean isFacetTerm(BlockField field) {
        return field.name().equals(FacetsConfig.DEFAULT_INDEX_FIELD_NAME);
    }

    private void count(BlockSection section, PostBlock post, int by) {
        add(ArchiveFacts.SECTIONS, by);
        add(ArchiveFacts.sections(section.language()), by);
        section.words().stream()
                .mapToInt(Occurrence::term)
                .distinct()
                .forEach(term ->
                        add(IndexSchema.text(section.language()), post.terms().get(term), by));
        for (SectionField part : SectionField.values()) {
            int length = IndexSchema.lengthOf(part, section.lengths());
            add(ArchiveFacts.words(part), (long) by * length);
            add(ArchiveFacts.having(part), length > 0 ? by : 0);
        }
    }

    private static BytesRef stem(BytesRef term) {
        return new BytesRef(WordTerm.of(term).stem());
    }

    private Map<BytesRef, Integer> of(String field) {
        return terms.computeIfAbsent(field, first -> new HashMap<>());
    }

    private void add(String field, BytesRef term, int by) {
        of(field).merge(term, by, (one, other) -> one + other == 0 ? null : one + other);
    }

    private void add(String name, long by) {
        numbers.merge(name, by, Long::sum);
    }

    /// What is known of all posts that are left.
    public synchronized ArchiveFacts facts() {
        Map<String, CountedTerms> counted = new HashMap<>();
        terms.forEach((field, counts) -> counted.put(field, CountedTerms.of(counts)));
        return new ArchiveFacts(counted, numbers);
    }
}
