package dev.anchorage.search;

import dev.anchorage.search.PostRanking.FoundPost;
import java.util.List;

/// Where the sections of some posts lie in a segment of the index, and how they are numbered one behind the other while
/// they are scored together. Immutable.
final class PostBlocks {
    /// So many sections at a time, or those of one post, since each takes some hundred bytes meanwhile.
    private static final int MOST_SECTIONS = 1 << 12;

    private final int[] posts;
    private final int[] firsts;
    private final int[] ends;
    private final int[] numbers;
    private int size;
    private int sections;

    private PostBlocks(int most) {
        posts = new int[most];
        firsts = new int[most];
        ends = new int[most];
        numbers = new int[most];
    }

    /// The first of some posts, one at least.
    ///
    /// @param posts  of one segment, in its order
    /// @param docBase  the segment's first document
    static PostBlocks of(List<FoundPost> posts, PostTable table, int docBase) {
        PostBlocks blocks = new PostBlocks(posts.size());
        while (blocks.size < posts.size() && blocks.sections < MOST_SECTIONS) {
            blocks.add(table.postOf(posts.get(blocks.size).document()), table, docBase);
        }
        return blocks;
    }

    private void add(int post, PostTable table, int docBase) {
        posts[size] = post;
        firsts[size] = table.firstSection(post) - docBase;
        ends[size] = table.document(post) - docBase;
        numbers[size] = sections;
        sections += ends[size] - firsts[size];
        size++;
    }

    /// Number of posts.
    int size() {
        return size;
    }

    /// Number of sections of all posts.
    int sections() {
        return sections;
    }

    /// The number of the i-th post in the {@link PostTable}.
    int post(int i) {
        return posts[i];
    }

    /// The first section of the i-th post, in the numbers of the segment.
    int first(int i) {
        return firsts[i];
    }

    /// The document behind the sections of the i-th post, which is the post.
    int end(int i) {
        return ends[i];
    }

    /// The number of a section of the i-th post among all sections.
    ///
    /// @param section  in the numbers of the segment
    int number(int i, int section) {
        return section - firsts[i] + numbers[i];
    }
}
