package dev.anchorage.search;

import dev.anchorage.search.Lexicon.IndexedWord;
import dev.anchorage.search.QueryTokens.Token;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;

/// How often any of some words stands in each post, counted over its sections. Immutable once it is counted.
final class PostCounts {
    /// The title and the labels of a post stand with each of its sections; as text of the post they count so often.
    private static final int CONTEXT = 2;

    private static final int CHECKED_EVERY = 1 << 14;

    /// Words in fewer sections are counted as quickly as they are looked up.
    private static final int COMMON = 256;

    private final PostTable table;
    private int[] posts;
    private int[] counts;
    private int size;

    /// @param most  posts that may come
    private PostCounts(PostTable table, int most) {
        this.table = table;
        posts = new int[Math.min(most, table.size())];
        counts = new int[posts.length];
    }

    /// What the counts of a word take in memory, in bytes.
    static long bytes(String key, PostCounts counts) {
        return Kept.ENTRY_BYTES + 2L * key.length() + 2L * Integer.BYTES * counts.posts.length;
    }

    /// Counts the words of a language that have a stem. Those of common words are remembered.
    static PostCounts of(String language, Token token, Lexicon lexicon, IndexSnapshot snapshot, TimeBudget budget)
            throws IOException {
        if (token.sections() < COMMON) {
            return of(token.words(), lexicon, snapshot, budget);
        }
        String key = language + ' ' + token.stem();
        PostCounts known = snapshot.counts().get(key);
        if (known == null) {
            known = of(token.words(), lexicon, snapshot, budget);
            if (!budget.isOver()) {
                known.trim();
                snapshot.counts().put(key, known);
            }
        }
        return known;
    }

    private static PostCounts of(List<IndexedWord> words, Lexicon lexicon, IndexSnapshot snapshot, TimeBudget budget)
            throws IOException {
        PostCounts all = new PostCounts(snapshot.postTable(), 0);
        for (IndexedWord word : words) {
            PostCounts one =
                    new PostCounts(snapshot.postTable(), snapshot.isWhole() ? word.sections() : Integer.MAX_VALUE);
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
        return all;
    }

    private void trim() {
        posts = Arrays.copyOf(posts, size);
        counts = Arrays.copyOf(counts, size);
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
                    add(post, sections, count, least);
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
        add(post, sections, count, least);
    }

    /// @param sections  of the post that have the words; 0: there is no post yet
    /// @param least  how often the section has them that has them least
    private void add(int post, int sections, int count, int least) {
        if (sections > 0) {
            int all = table.document(post) - table.firstSection(post);
            add(post, sections == all && all > 1 ? count - least * (sections - CONTEXT) : count);
        }
    }

    private void add(int post, int count) {
        posts[size] = post;
        counts[size++] = count;
    }

    private PostCounts plus(PostCounts other) {
        PostCounts sum = new PostCounts(table, size + other.size);
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

    /// Number of posts that have any of the words.
    int size() {
        return size;
    }

    /// The i-th of them, ascending.
    int post(int i) {
        return posts[i];
    }

    /// How often the words stand in the i-th of them.
    int count(int i) {
        return counts[i];
    }
}
