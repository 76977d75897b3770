package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexState;
import dev.anchorage.index.Languages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.join.BitSetProducer;

/// One commit of the index, open for searching, with what is derived from it once. Thread-safe.
///
record IndexSnapshot(
        DirectoryReader reader,
        IndexSearcher searcher,
        IndexState state,
        List<String> languages,
        BitSetProducer posts,
        FacetsConfig facetsConfig,
        FacetOrdinals facetOrdinals,
        Vocabulary vocabulary,
        Inlinks inlinks,
        PostPhrases phrases,
        Recency recency) {

    static {
        // Queries are bounded by their words; each word has a clause for every field in every language of the archive.
        IndexSearcher.setMaxClauseCount(32_768);
    }

    static IndexSnapshot of(DirectoryReader reader, Path directory) throws IOException {
        return of(reader, IndexState.of(reader.getIndexCommit().getUserData(), directory));
    }

    /// A state that need not be committed.
    static IndexSnapshot of(DirectoryReader reader, IndexState state) throws IOException {
        FacetsConfig facets = IndexSchema.facets();
        return new IndexSnapshot(
                reader,
                new IndexSearcher(reader),
                state,
                IndexSchema.languages(reader),
                IndexSchema.posts(),
                facets,
                new FacetOrdinals(reader, facets),
                new Vocabulary(reader),
                new Inlinks(reader),
                new PostPhrases(),
                Recency.of(reader));
    }

    /// Names this commit, also among those of an index that was here before it.
    String version() {
        return state.generation() + "." + Long.toString(state.updated().toEpochMilli(), Character.MAX_RADIX);
    }

    /// Whether a word carries no meaning alone in one of the languages of the index.
    boolean isStopWord(String word) {
        String folded = word.toLowerCase(Locale.ROOT);
        for (String language : languages) {
            CharArraySet stopWords = Languages.stopWords(language);
            if (stopWords.contains(folded)) {
                return true;
            }
        }
        return false;
    }
}
