package dev.anchorage.search;

import dev.anchorage.index.ArchiveFacts;
import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.SectionField;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// The posts of a commit, numbered in the order of the index, with what ranking needs of each, and the mean lengths of
/// texts. Twenty bytes a post, twelve a section. Immutable.
final class PostTable {
    /// The day of a post that has none: before all others.
    static final long NO_DAY = Long.MIN_VALUE;

    private static final SectionField[] PARTS = SectionField.values();

    private int[] firstSections = new int[0];
    private int[] documents = new int[0];
    private float[] lengths = new float[0];
    private long[] days = new long[0];
    private int size;
    private final int[] posts;
    private final long[] lengthsOfParts;
    private final int[] firstOfSegment;
    private final float[] meanLengths = new float[PARTS.length];
    private final float meanLengthOfSections;
    private final int archivePosts;
    private long words;

    /// @param facts  of all posts, of which these are a few; null: these are all
    PostTable(IndexReader reader, @Nullable ArchiveFacts facts) throws IOException {
        List<LeafReaderContext> segments = reader.leaves();
        firstOfSegment = new int[segments.size() + 1];
        lengthsOfParts = new long[reader.maxDoc()];
        Lengths sum = new Lengths();
        for (LeafReaderContext segment : segments) {
            firstOfSegment[segment.ord] = size;
            readPosts(segment);
            readSections(segment, sum);
        }
        firstOfSegment[segments.size()] = size;
        posts = new int[size == 0 ? 0 : documents[size - 1] + 1];
        for (int post = 0; post < size; post++) {
            Arrays.fill(posts, firstSection(post), documents[post] + 1, post);
        }
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

    /// At least 1.
    private static float mean(long words, long texts) {
        return Math.max(1, (float) words / Math.max(1, texts));
    }

    /// Every post has a length, so those are gone through.
    private void readPosts(LeafReaderContext segment) throws IOException {
        NumericDocValues length = DocValues.getNumeric(segment.reader(), IndexSchema.POST_LENGTH);
        NumericDocValues day = DocValues.getNumeric(segment.reader(), IndexSchema.DATE);
        int more = size + segment.reader().docFreq(IndexSchema.ANY_POST);
        firstSections = ArrayUtil.growExact(firstSections, more);
        documents = ArrayUtil.growExact(documents, more);
        lengths = ArrayUtil.growExact(lengths, more);
        days = ArrayUtil.growExact(days, more);
        Bits live = segment.reader().getLiveDocs();
        int first = 0;
        int dated = -1;
        for (int at = length.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = length.nextDoc()) {
            if (live != null && !live.get(at)) {
                continue;
            }
            while (live != null && !live.get(first)) {
                first++;
            }
            firstSections[size] = segment.docBase + first;
            first = at + 1;
            documents[size] = segment.docBase + at;
            int ofPost = (int) length.longValue();
            lengths[size] = ofPost;
            while (dated < at) {
                dated = day.nextDoc();
            }
            days[size] = dated == at ? day.longValue() : NO_DAY;
            words += ofPost;
            size++;
        }
    }

    private void readSections(LeafReaderContext segment, Lengths sum) throws IOException {
        NumericDocValues lengths = DocValues.getNumeric(segment.reader(), IndexSchema.LENGTHS);
        Bits live = segment.reader().getLiveDocs();
        for (int at = lengths.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = lengths.nextDoc()) {
            if (live == null || live.get(at)) {
                long own = lengths.longValue();
                lengthsOfParts[segment.docBase + at] = own;
                sum.add(own);
            }
        }
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

    /// How long the parts of a section are, as {@link IndexSchema#LENGTHS} say.
    ///
    /// @param document  in the numbers of the whole index
    long lengthsOfParts(int document) {
        return lengthsOfParts[document];
    }

    /// How long a post is, against the mean of the archive: 1 for one as long as that. The words of its title are
    /// counted twice.
    float relativeLength(int post) {
        return lengths[post];
    }

    /// Day of publication as days since 1970, {@link #NO_DAY} when there is none.
    long day(int post) {
        return days[post];
    }

    /// Days of publication of the posts that have one, in their order.
    long[] sortedDays() {
        long[] sorted = Arrays.copyOf(days, size);
        Arrays.sort(sorted);
        int without = 0;
        while (without < size && sorted[without] == NO_DAY) {
            without++;
        }
        return Arrays.copyOfRange(sorted, without, size);
    }

    /// The first post of a segment; of the number of segments, the number of posts.
    int firstPost(int segment) {
        return firstOfSegment[segment];
    }

    /// The day of the post that a document is, or is a section of; {@link #NO_DAY} when there is none.
    long dayOf(int document) {
        return day(postOf(document));
    }

    /// The post that a document is, or is a section of.
    ///
    /// @param document  in the numbers of the whole index
    int postOf(int document) {
        return posts[document];
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

        /// Counts a section, for {@link #addCounted}; parts behind the last that it has need not be.
        ///
        /// @param lengths  of its parts
        void add(long lengths) {
            sections++;
            int number = 0;
            for (long left = lengths; left != 0; left >>>= Byte.SIZE) {
                counted[place(number++, (int) left & 0xFF)]++;
            }
        }

        private static int place(int number, int coded) {
            return (number << Byte.SIZE) | coded;
        }

        void addCounted() {
            for (SectionField part : PARTS) {
                int number = part.number();
                for (long coded = 0; coded <= 0xFF; coded++) {
                    int length = IndexSchema.lengthOf(part, coded << (number * Byte.SIZE));
                    long having = counted[place(number, (int) coded)];
                    words[number] += length * having;
                    sectionsWith[number] += length > 0 ? having : 0;
                }
            }
        }
    }
}
