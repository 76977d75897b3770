package dev.anchorage.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers requests from the sections of a blog, wherever they are kept. This is what an engine implements to be asked;
/// what it implements to be written to is {@link dev.anchorage.index.SectionStore}. Thread-safe; each answer comes from
/// one state.
///
/// @see SectionSearcher
/// @see RemoteSearcher
public interface Searcher extends Closeable {
    /// The name of the site that it answers for; null: there is only one blog, or it answers for several.
    @Nullable
    String site();

    /// Goes over to the newest state, whoever made it; cheap when there is none newer.
    void refresh() throws IOException;

    /// The generation of the state that answers now.
    long generation() throws IOException;

    /// The numbers of the state that answers now.
    IndexStats stats() throws IOException;

    /// Names the state that answers now, also among those of an index that was here before it, and what answers depend
    /// on besides.
    String version() throws IOException;

    /// Answers a request.
    SearchResponse search(SearchRequest request) throws IOException;

    /// Answers a request without facets and text fragments, for whom they are not shown; all else is the same.
    SearchResponse searchBriefly(SearchRequest request) throws IOException;

    /// How many requests it has answered: who looks twice knows whether readers ask just now. 0 where that isn't known.
    default long answered() {
        return 0;
    }

    /// What a reader may be about to ask: titles, headings, labels and frequent phrases of the archive that have what
    /// was typed at the beginning of a word. The first call looks through the whole index; after that every {@link
    /// #refresh} does so before it lets a new state answer.
    ///
    /// @param typed  so far; a space at the end says that the last word is finished
    /// @return empty while another thread looks through the index
    Optional<Completions> completions(String typed) throws IOException;

    /// What the archive has for a query that found nothing; reads all its words, so not for readers to ask.
    Proposals proposals(String query) throws IOException;

    /// The pins that name what the index doesn't have: addresses by query.
    Map<String, String> absentPins() throws IOException;

    /// Says why a post or section ranks where it does among the answers to a request, or why it doesn't.
    ///
    /// @param url  of a post, or of a section with its fragment; the host doesn't matter; also a source file's path
    Explanation explain(SearchRequest request, String url) throws IOException;

    /// Answers for several sites as one index with the posts of all would, from the states that answer now.
    ///
    /// @param sites  this one and others of the same engine
    Searcher joined(List<Searcher> sites) throws IOException;

    /// Something to be asked.
    ///
    /// @param <T>  the answer
    interface Question<T> {
        /// Asks it.
        T ask(Searcher searcher) throws IOException;
    }
}
