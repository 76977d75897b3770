package dev.anchorage.index;

import dev.anchorage.index.PostBlock.BlockSection;
import java.util.BitSet;
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
        post.sections().forEach(section -> count(section, by));
        Map<String, Set<BytesRef>> stems = new HashMap<>();
        for (int i = 0; i < post.words().size(); i++) {
            count(post.words().term(i), sectionsWith(i, post), post, stems, by);
        }
        stems.forEach((language, all) -> all.forEach(stem -> add(ArchiveFacts.stems(language), stem, by)));
        for (BlockField field : post.fields()) {
            switch (field.kind()) {
                case TERM -> {
                    if (!field.name().equals(IndexSchema.KIND) && !isFacetTerm(field)) {
                        add(field.name(), field.bytes(), by);
                    }
                }
                case SORTED_SET -> add(field.name(), field.bytes(), by);
                case NUMBER -> {
                    if (field.name().equals(IndexSchema.MEASURES)) {
                        add(ArchiveFacts.WORDS, (long) by * Measures.wordsOfPost(field.number()));
                    } else if (field.name().equals(IndexSchema.DATE)) {
                        add(field.name(), new BytesRef(field.text()), by);
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

    /// Counts a word.
    ///
    /// @param sections  that have it
    /// @param stems  of the post by language
    private void count(BytesRef term, BitSet sections, PostBlock post, Map<String, Set<BytesRef>> stems, int by) {
        BytesRef word = BytesRef.deepCopyOf(term);
        BytesRef stem = new BytesRef(WordTerm.of(term).stem());
        sections.stream().forEach(section -> {
            String language = post.sections().get(section).language();
            add(IndexSchema.text(language), word, by);
            stems.computeIfAbsent(language, first -> new HashSet<>()).add(stem);
        });
    }

    private static BitSet sectionsWith(int word, PostBlock post) {
        BitSet sections = new BitSet();
        post.words().forEachPlace(word, (section, position, start, end) -> sections.set(section));
        return sections;
    }

    private void count(BlockSection section, int by) {
        add(ArchiveFacts.SECTIONS, by);
        add(ArchiveFacts.sections(section.language()), by);
        for (SectionField part : SectionField.values()) {
            int length = Measures.words(part, section.lengths());
            add(ArchiveFacts.words(part), (long) by * length);
            add(ArchiveFacts.having(part), length > 0 ? by : 0);
        }
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
