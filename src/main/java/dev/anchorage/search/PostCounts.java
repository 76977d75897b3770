package dev.anchorage.search;

import dev.anchorage.search.Lexicon.IndexedWord;
import dev.anchorage.search.QueryTokens.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/// In which posts any of some words stands, and how often, counted over the sections of each. Immutable.
final class PostCounts {
    private static final float SATURATION = 1.2f;
    private static final float SLOPE = 0.75f;

    /// Words in fewer sections are counted as quickly as they are looked up.
    private static final int COMMON = 256;

    /// It takes longer to count words in so many sections than to have another thread begin.
    private static final int MANY = 1 << 14;

    private final int[] posts;

    /// What the words are worth in each of the posts, which every query with a word that is kept asks for.
    private final float[] saturated;

    private PostCounts(int[] posts, float[] saturated) {
        this.posts = posts;
        this.saturated = saturated;
    }

    /// What the counts of a word take in memory, in bytes.
    static long bytes(String key, PostCounts counts) {
        return Kept.ENTRY_BYTES + 2L * key.length() + (long) (Integer.BYTES + Float.BYTES) * counts.posts.length;
    }

    /// Counts the words of the index that have some stems; those of common ones are remembered.
    static void count(List<Stem> stems, Lexicon lexicon, IndexSnapshot snapshot, TimeBudget budget) throws IOException {
        List<Stem> unknown = new ArrayList<>();
        long sections = 0;
        for (Stem stem : stems) {
            stem.counts = isCommon(stem.token) ? snapshot.counts().get(stem.key()) : null;
            if (stem.counts == null) {
                unknown.add(stem);
                sections += stem.token.sections();
            }
        }
        unknown.sort((one, other) -> Integer.compare(other.token.sections(), one.token.sections()));
        AtomicReference<@Nullable Lexicon> open = new AtomicReference<>(lexicon);
        Halves.each(unknown, sections >= MANY, () -> {
            Lexicon free = open.getAndSet(null);
            Lexicon own = free == null ? new Lexicon(snapshot.reader()) : free;
            return stem -> {
                PostCounts counted = of(stem.token.words(), own, snapshot, budget);
                stem.counts = counted;
                if (isCommon(stem.token) && !budget.isOver()) {
                    snapshot.counts().put(stem.key(), counted);
                }
            };
        });
    }

    private static boolean isCommon(Token token) {
        return token.sections() >= COMMON;
    }

    private static PostCounts of(List<IndexedWord> words, Lexicon lexicon, IndexSnapshot snapshot, TimeBudget budget)
            throws IOException {
        Counting all = new Counting(snapshot.postTable(), 0);
        for (IndexedWord word : words) {
            Counting one = new Counting(snapshot.postTable(), snapshot.isWhole() ? word.sections() : Integer.MAX_VALUE);
            WordSections sections =
                    new WordSections(word.sections(), snapshot.reader().maxDoc());
            for (LeafReaderContext segment : snapshot.reader().leaves()) {
                PostingsEnum postings = lexicon.counts(word, segment);
                if (postings != null && !budget.isOver()) {
                    one.count(postings, segment, budget, sections);
                }
            }
            if (!budget.isOver()) {
                snapshot.sectionsOfWords().put(new Term(word.field(), word.term()), sections);
            }
            all = all.size == 0 ? one : all.plus(one);
        }
        return all.counted();
    }

    /// Number of posts that have any of the words.
    int size() {
        return posts.length;
    }

    /// The i-th of them, ascending.
    int post(int i) {
        return posts[i];
    }

    /// What the words are worth in the i-th of them, by how often they stand there: from 0 to 1.
    float saturated(int i) {
        return saturated[i];
    }

    /// What a word is worth that stands in a post so often.
    static float saturated(PostTable table, int post, float count) {
        return Ranking.saturated(count, SATURATION, SLOPE, table.relativeLength(post));
    }

    /// A stem of a query in one language, with the posts that have it once they are counted.
    static final class Stem {
        private final String language;
        private final Token token;
        private @Nullable PostCounts counts;

        Stem(String language, Token token) {
            this.language = language;
            this.token = token;
        }

        private String key() {
            return language + ' ' + token.stem();
        }

        Token token() {
            return token;
        }

        /// @throws NullPointerException before they are counted
        PostCounts counts() {
            return Objects.requireNonNull(counts);
        }
    }

    /// Counts the posts of one word after the other.
    private static final class Counting {
        /// The title and the labels of a post stand with each of its sections; as text of the post they count so often.
        private static final int CONTEXT = 2;

        private static final int CHECKED_EVERY = 1 << 14;

        private final PostTable table;
        private final int[] posts;
        private final int[] counts;
        private int size;

        /// @param most  posts that may come
        private Counting(PostTable table, int most) {
            this.table = table;
            posts = new int[Math.min(most, table.size())];
            counts = new int[posts.length];
        }

        /// @param found  gets the sections
        private void count(PostingsEnum postings, LeafReaderContext segment, TimeBudget budget, WordSections found)
                throws IOException {
            DocAndFloatFeatureBuffer batch = new DocAndFloatFeatureBuffer();
            int looked = 0;
            int post = -1;
            int end = 0;
            int sections = 0;
            int count = 0;
            int least = 0;
            postings.nextDoc();
            postings.nextPostings(DocIdSetIterator.NO_MORE_DOCS, batch);
            while (batch.size > 0) {
                for (int i = 0; i < batch.size; i++) {
                    int section = segment.docBase + batch.docs[i];
                    int here = (int) batch.features[i];
                    if (section >= end) {
                        add(post, end, sections, count, least);
                        post = table.postOf(section);
                        end = table.document(post);
                        sections = 0;
                        count = 0;
                        least = Integer.MAX_VALUE;
                    }
                    sections++;
                    count += here;
                    least = Math.min(least, here);
                }
                found.add(batch.docs, batch.size, segment.docBase);
                looked += batch.size;
                if (looked > CHECKED_EVERY) {
                    looked = 0;
                    if (budget.shouldExit()) {
                        break;
                    }
                }
                postings.nextPostings(DocIdSetIterator.NO_MORE_DOCS, batch);
            }
            add(post, end, sections, count, least);
        }

        /// @param end  the post's document, which is behind its sections
        /// @param sections  of the post that have the words; 0: there is no post yet
        /// @param least  how often the section has them that has them least
        private void add(int post, int end, int sections, int count, int least) {
            if (sections > 0) {
                boolean areAll = sections > 1 && sections == end - table.firstSection(post);
                add(post, areAll ? count - least * (sections - CONTEXT) : count);
            }
        }

        private void add(int post, int count) {
            posts[size] = post;
            counts[size++] = count;
        }

        private Counting plus(Counting other) {
            Counting sum = new Counting(table, size + other.size);
            int i = 0;
            int j = 0;
            while (i < size || j < other.size) {
                int mine = i < size ? posts[i] : Integer.MAX_VALUE;
                int its = j < other.size ? other.posts[j] : Integer.MAX_VALUE;
                int post = Math.min(mine, its);
                int count = 0;
                if (mine == post) {
                    count += counts[i++];
                }
                if (its == post) {
                    count += other.counts[j++];
                }
                sum.add(post, count);
            }
            return sum;
        }

        private PostCounts counted() {
            float[] saturated = new float[size];
            for (int i = 0; i < size; i++) {
                saturated[i] = saturated(table, posts[i], counts[i]);
            }
            return new PostCounts(size == posts.length ? posts : Arrays.copyOf(posts, size), saturated);
        }
    }
}
