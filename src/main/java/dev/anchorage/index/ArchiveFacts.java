package dev.anchorage.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/// What must be known of all posts of an archive to answer a query from a few of them as an index of all would:
/// how many have which word, how long they are, when they were written. Immutable.
///
/// @param terms  by Lucene field; of texts with the number of sections that have each, of all others with that of
/// posts;
///     besides the fields of {@link IndexSchema} those that {@link #stems} names
/// @param numbers  sums by name
public record ArchiveFacts(Map<String, CountedTerms> terms, Map<String, Long> numbers) {
    /// Of no posts.
    public static final ArchiveFacts NONE = new ArchiveFacts(Map.of(), Map.of());

    static final String POSTS = "posts";
    static final String SECTIONS = "sections";
    static final String WORDS = "words";

    public ArchiveFacts {
        terms = Map.copyOf(terms);
        numbers = Map.copyOf(numbers);
    }

    /// Of several archives together.
    public static ArchiveFacts of(List<ArchiveFacts> parts) {
        FactsSum sum = new FactsSum();
        parts.forEach(sum::add);
        return sum.facts();
    }

    /// The name under which the stems of a language are counted.
    static String stems(String language) {
        return "stems_" + language;
    }

    /// The name of the sum of words in a part of all sections.
    static String words(SectionField part) {
        return "words in " + part.key();
    }

    /// The name of the number of sections that have a part.
    static String having(SectionField part) {
        return "sections with " + part.key();
    }

    /// The name of the number of sections in a language.
    static String sections(String language) {
        return SECTIONS + " in " + language;
    }

    /// Terms of a field with their numbers of texts.
    public CountedTerms termsOf(String field) {
        return terms.getOrDefault(field, CountedTerms.NONE);
    }

    /// Number of posts.
    public int posts() {
        return (int) number(POSTS);
    }

    /// Number of sections.
    public int sections() {
        return (int) number(SECTIONS);
    }

    /// Number of sections in a language.
    public int sectionsIn(String language) {
        return (int) number(sections(language));
    }

    /// In how many posts a stem stands.
    public int postsWith(String language, String stem) {
        return termsOf(stems(language)).count(new BytesRef(stem));
    }

    /// Number of words of all posts, titles counted twice.
    public long words() {
        return number(WORDS);
    }

    /// Number of words in a part of all sections.
    public long wordsIn(SectionField part) {
        return number(words(part));
    }

    /// Number of sections that have a part.
    public long sectionsWith(SectionField part) {
        return number(having(part));
    }

    /// The days of publication of all posts that have one, as days since 1970.
    public long[] days() {
        CountedTerms days = termsOf(IndexSchema.DATE);
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            for (int posts = days.count(i); posts > 0; posts--) {
                all.add(Long.parseLong(days.term(i).utf8ToString()));
            }
        }
        return all.stream().mapToLong(Long::longValue).toArray();
    }

    /// The values of a facet as authors write them, with their numbers of posts.
    public Map<String, Integer> values(IndexSchema.Facet facet) {
        CountedTerms all = termsOf(FacetsConfig.DEFAULT_INDEX_FIELD_NAME);
        Map<String, Integer> values = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            String[] path = FacetsConfig.stringToPath(all.term(i).utf8ToString());
            if (path[0].equals(facet.key())) {
                values.put(path[1], all.count(i));
            }
        }
        return values;
    }

    private long number(String name) {
        return numbers.getOrDefault(name, 0L);
    }

    /// As bytes.
    public byte[] write() {
        try {
            ByteBuffersDataOutput output = new ByteBuffersDataOutput();
            output.writeVInt(numbers.size());
            for (Map.Entry<String, Long> number : new TreeMap<>(numbers).entrySet()) {
                output.writeString(number.getKey());
                output.writeZLong(number.getValue());
            }
            output.writeVInt(terms.size());
            for (Map.Entry<String, CountedTerms> field : new TreeMap<>(terms).entrySet()) {
                output.writeString(field.getKey());
                field.getValue().write(output);
            }
            return BlockCodec.deflated(output.toArrayCopy());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Reads what {@link #write} wrote.
    ///
    /// @throws IOException when the bytes are nothing of this version
    public static ArchiveFacts read(byte[] bytes) throws IOException {
        try {
            ByteArrayDataInput input = new ByteArrayDataInput(BlockCodec.inflated(bytes));
            Map<String, Long> numbers = new TreeMap<>();
            for (int count = input.readVInt(); count > 0; count--) {
                String name = input.readString();
                numbers.put(name, input.readZLong());
            }
            Map<String, CountedTerms> terms = new TreeMap<>();
            for (int count = input.readVInt(); count > 0; count--) {
                String field = input.readString();
                terms.put(field, CountedTerms.read(input));
            }
            return new ArchiveFacts(terms, numbers);
        } catch (RuntimeException | DataFormatException nonsense) {
            throw new IOException("what is kept of all posts can't be read", nonsense);
        }
    }
}
