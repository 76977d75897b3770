package dev.anchorage.search;

import dev.anchorage.index.ArchiveFacts;
import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.Measures;
import dev.anchorage.index.SectionField;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The posts of a commit, numbered in the order of the index, with what ranking needs of each, and the mean lengths of
/// texts. Twenty bytes a post, eight a section. Immutable.
final class PostTable {
    private static final SectionField[] PARTS = SectionField.values();

    private final int[] firstSections;
    private final int[] documents;
    private final float[] lengths;
    private final long[] days;
    private final PostEnds ends;
    private final long[] measures;
    private final int[] firstOfSegment;
    private final float[] meanLengths = new float[PARTS.length];
    private final float meanLengthOfSections;
    private final int archivePosts;
    private int size;
    private long words;

    /// @param facts  of all posts, of which these are a few; null: these are all
    PostTable(IndexReader reader, @Nullable ArchiveFacts facts) throws IOException {
        List<LeafReaderContext> segments = reader.leaves();
        int most = most(reader);
        firstSections = new int[most];
        documents = new int[most];
        lengths = new float[most];
        days = new long[most];
        measures = new long[reader.maxDoc()];
        FixedBitSet posts = new FixedBitSet(Math.max(1, reader.maxDoc()));
        firstOfSegment = new int[segments.size() + 1];
        Lengths sum = new Lengths();
        for (LeafReaderContext segment : segments) {
            firstOfSegment[segment.ord] = size;
            read(segment, sum, posts);
        }
        ends = new PostEnds(posts);
        firstOfSegment[segments.size()] = size;
        if (facts != null) {
            sum = Lengths.of(facts);
            words = facts.words();
        } else {
            sum.addCounted();
        }
        archivePosts = facts == null ? size : facts.posts();
        float meanLength = mean(words, archivePosts);
        for (int post = 0; post < size; post++) {
            lengths[post] /= meanLength;
        }
        for (int part = 0; part < PARTS.length; part++) {
            meanLengths[part] = mean(sum.words[part], sum.sectionsWith[part]);
        }
        meanLengthOfSections = mean(Arrays.stream(sum.words).sum(), sum.sections);
    }

    /// No fewer posts than there are.
    private static int most(IndexReader reader) throws IOException {
        int most = 0;
        for (LeafReaderContext segment : reader.leaves()) {
            most += segment.reader().docFreq(IndexSchema.ANY_POST);
        }
        return most;
    }

    /// At least 1.
    private static float mean(long words, long texts) {
        return Math.max(1, (float) words / Math.max(1, texts));
    }

    private void read(LeafReaderContext segment, Lengths sum, FixedBitSet posts) throws IOException {
        NumericDocValues values = DocValues.getNumeric(segment.reader(), IndexSchema.MEASURES);
        Bits live = segment.reader().getLiveDocs();
        int first = -1;
        for (int at = values.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = values.nextDoc()) {
            if (live != null && !live.get(at)) {
                continue;
            }
            int document = segment.docBase + at;
            first = first < 0 ? document : first;
            long own = values.longValue();
            if (Measures.areOfPost(own)) {
                posts.set(document);
                addPost(first, document, own);
                first = -1;
            } else {
                measures[document] = own;
                sum.add(own);
            }
        }
    }

    private void addPost(int firstSection, int document, long own) {
        firstSections[size] = firstSection;
        documents[size] = document;
        lengths[size] = Measures.wordsOfPost(own);
        days[size] = Measures.day(own);
        words += Measures.wordsOfPost(own);
        size++;
    }

    /// Number of posts at hand.
    int size() {
        return size;
    }

    /// Number of posts in the archive.
    int archivePosts() {
        return archivePosts;
    }

    /// The document of a post, behind those of its sections.
    int document(int post) {
        return documents[post];
    }

    /// The first document of a post's block, in the numbers of the whole index. Before it there may be deleted ones.
    int firstSection(int post) {
        return firstSections[post];
    }

    /// How long the parts of a section are.
    ///
    /// @param document  in the numbers of the whole index
    /// @return what {@link Measures} says
    long lengthsOfParts(int document) {
        return measures[document];
    }

    /// How long a post is, against the mean of the archive: 1 for one as long as that. The words of its title are
    /// counted twice.
    float relativeLength(int post) {
        return lengths[post];
    }

    /// Day of publication as days since 1970, {@link Measures#NO_DAY} when there is none.
    long day(int post) {
        return days[post];
    }

    /// Days of publication of the posts that have one, in no order.
    long[] knownDays() {
        long[] known = new long[size];
        int count = 0;
        for (int post = 0; post < size; post++) {
            if (days[post] != Measures.NO_DAY) {
                known[count++] = days[post];
            }
        }
        return Arrays.copyOf(known, count);
    }

    /// The first post of a segment; of the number of segments, the number of posts.
    int firstPost(int segment) {
        return firstOfSegment[segment];
    }

    /// The day of the post that a document is, or is a section of; {@link Measures#NO_DAY} when there is none.
    long dayOf(int document) {
        return day(postOf(document));
    }

    /// The post that a document is, or is a section of.
    ///
    /// @param document  in the numbers of the whole index
    int postOf(int document) {
        return ends.postOf(document);
    }

    /// The posts that some documents are, or are sections of.
    ///
    /// @param documents  in the numbers of the whole index, none that is deleted
    FixedBitSet postsOf(FixedBitSet documents) {
        return ends.postsOf(documents);
    }

    /// Mean length of a part in the sections that have it, at least 1.
    float meanLength(SectionField part) {
        return meanLengths[part.number()];
    }

    /// Mean length of a section with its context, at least 1.
    float meanLengthOfSections() {
        return meanLengthOfSections;
    }

    /// Adds up how long texts are, part by part.
    private static final class Lengths {
        private final long[] words = new long[PARTS.length];
        private final long[] sectionsWith = new long[PARTS.length];
        private long sections;

        /// Sections by each byte of their lengths. A process that answers once reads all sections while its code is
        /// slow, and counting is less code than reading numbers.
        private final int[] counted = new int[Long.BYTES << Byte.SIZE];

        static Lengths of(ArchiveFacts facts) {
            Lengths sum = new Lengths();
            sum.sections = facts.sections();
            for (SectionField part : PARTS) {
                sum.words[part.number()] = facts.wordsIn(part);
                sum.sectionsWith[part.number()] = facts.sectionsWith(part);
            }
            return sum;
        }

        /// Counts the parts that a section has, for {@link #addCounted}.
        ///
        /// @param lengths  what {@link Measures} says
        void add(long lengths) {
            sections++;
            int place = 0;
            for (long left = lengths; left != 0; left <<= Byte.SIZE) {
                int coded = (int) (left >>> (Long.SIZE - Byte.SIZE));
                if (coded != 0) {
                    counted[place + coded]++;
                }
                place += 1 << Byte.SIZE;
            }
        }

        void addCounted() {
            for (SectionField part : PARTS) {
                int number = part.number();
                for (int coded = 1; coded <= 0xFF; coded++) {
                    int having = counted[(number << Byte.SIZE) + coded];
                    words[number] += (long) Measures.words((byte) coded) * having;
                    sectionsWith[number] += having;
                }
            }
        }
    }
}
