package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.search.Completions.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/// What the posts of one commit are about, for completions; gathered when first asked for, then kept. Thread-safe.
final class PostPhrases {
    private static final int MAX_QUERIES = 8;
    private static final int MAX_POSTS = 5;

    private static final Set<String> SHOWN = Set.of(IndexSchema.POST_TITLE, IndexSchema.PERMALINK);

    private final ReentrantLock gathering = new ReentrantLock();
    private volatile @Nullable Phrasebook gathered;

    /// Whether somebody has asked for completions.
    boolean areGathered() {
        return gathered != null;
    }

    /// All phrases of the commit.
    ///
    /// @param snapshot  the same at every call
    /// @return null while another thread gathers them
    @Nullable
    Phrasebook of(IndexSnapshot snapshot) throws IOException {
        if (gathered == null && gathering.tryLock()) {
            try {
                gathered = gathered == null ? PhraseGathering.phrases(snapshot) : gathered;
            } finally {
                gathering.unlock();
            }
        }
        return gathered;
    }

    /// What a reader may be about to ask of a commit.
    ///
    /// @return empty while another thread gathers the phrases
    Optional<Completions> completions(String typed, IndexSnapshot snapshot) throws IOException {
        Phrasebook all = of(snapshot);
        return all == null ? Optional.empty() : Optional.of(read(all.completions(typed, MAX_QUERIES), snapshot));
    }

    private static Completions read(List<Phrase> phrases, IndexSnapshot snapshot) throws IOException {
        Set<Integer> posts = new LinkedHashSet<>();
        phrases.stream()
                .map(Phrase::newest)
                .filter(post -> post != Phrase.NO_POST)
                .forEach(posts::add);
        StoredFields stored = snapshot.searcher().storedFields();
        List<Target> targets = new ArrayList<>();
        for (int post : posts.stream().limit(MAX_POSTS).toList()) {
            Document shown = stored.document(post, SHOWN);
            targets.add(new Target(shown.get(IndexSchema.POST_TITLE), shown.get(IndexSchema.PERMALINK)));
        }
        return new Completions(phrases.stream().map(Phrase::text).toList(), targets);
    }
}
