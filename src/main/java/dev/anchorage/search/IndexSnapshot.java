package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/// One commit of the index, or those of several sites as one, open for searching, with what is derived from it once.
/// Thread-safe.
///
/// @param sites  whose documents these are
/// @param postsIn  number of posts with sections in each language
/// @param sections  number of sections
/// @param facetTable  made when facets are first counted
record IndexSnapshot(
        IndexReader reader,
        IndexSearcher searcher,
        IndexState state,
        SiteParts sites,
        List<String> languages,
        Map<String, Integer> postsIn,
        int sections,
        PostTable postTable,
        PostSet allPosts,
        OnDemand<FacetTable> facetTable,
        StoredPosts stored,
        Vocabulary vocabulary,
        Inlinks inlinks,
        PostPhrases phrases,
        Recency recency) {

    static IndexSnapshot of(DirectoryReader reader, Path directory, SiteShare share) throws IOException {
        IndexState state = IndexState.of(reader.getIndexCommit().getUserData(), directory);
        return of(reader, state, SiteParts.of(share), share.sites());
    }

    /// A state that need not be committed.
    ///
    /// @param sharers  number of those who share the memory for what is kept
    static IndexSnapshot of(IndexReader reader, IndexState state, SiteParts sites, int sharers) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        List<String> languages = IndexSchema.languages(reader);
        Map<String, Integer> postsIn = new HashMap<>();
        int sections = 0;
        for (String language : languages) {
            postsIn.put(language, reader.docFreq(new Term(IndexSchema.ANALYSED_AS, language)));
            sections += reader.getDocCount(IndexSchema.text(language));
        }
        PostTable posts = new PostTable(reader);
        return new IndexSnapshot(
                reader,
                searcher,
                state,
                sites,
                languages,
                postsIn,
                sections,
                posts,
                PostSet.all(posts, reader),
                new OnDemand<>(() -> new FacetTable(reader, posts)),
                new StoredPosts(searcher, sharers),
                new Vocabulary(reader, languages),
                new Inlinks(reader, sites),
                new PostPhrases(),
                Recency.of(reader));
    }

    /// Number of posts with sections in a language.
    int postsIn(String language) {
        return postsIn.getOrDefault(language, 0);
    }

    /// Names this commit, also among those of an index that was here before it.
    String version() {
        return state.generation() + "." + Long.toString(state.updated().toEpochMilli(), Character.MAX_RADIX);
    }

    /// Whether a word carries no meaning alone in one of the languages of the index.
    boolean isStopWord(String word) {
        return QueryLanguages.isStopWord(word, languages);
    }
}
