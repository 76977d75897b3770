package dev.anchorage.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Where a name that is cut into parts stands in one piece, which then counts as a word of its own. For one answer.
///
/// @param sections  documents of the index
/// @param posts  that have such a section
/// @param rarityInSections  BM25's inverse document frequency of the name in sections
/// @param rarityInPosts  the same in posts
record NameSections(FixedBitSet sections, PostSet posts, float rarityInSections, float rarityInPosts) {

    /// Looks for each word of a query.
    ///
    /// @return null for one that is no such name
    static List<@Nullable NameSections> of(List<RankedWord> words, IndexSnapshot snapshot, TimeBudget budget)
            throws IOException {
        List<@Nullable NameSections> each = new ArrayList<>();
        for (RankedWord word : words) {
            Query inOnePiece = word.inOnePiece();
            each.add(inOnePiece == null ? null : of(inOnePiece, snapshot, budget));
        }
        return each;
    }

    private static NameSections of(Query inOnePiece, IndexSnapshot snapshot, TimeBudget budget) throws IOException {
        FixedBitSet sections = new MatchingSections(snapshot, snapshot.searcher(), budget).of(inOnePiece);
        PostTable table = snapshot.postTable();
        PostSet posts = PostSet.of(sections, table, snapshot.allPosts());
        return new NameSections(
                sections,
                posts,
                Ranking.rarity(sections.cardinality(), snapshot.sections()),
                Ranking.rarity(posts.size(), table.archivePosts()));
    }
}
