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
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/// What the posts of one commit are about, for completions; gathered when first asked for, then kept. Thread-safe.
final class PostPhrases {
    private static final int MAX_QUERIES = 8;
    private static final int MAX_POSTS = 5;

    /// More words are not told apart by what they begin with.
    private static final int MAX_WORDS = 8;

    private static final Pattern SPACE = Pattern.compile(" ");

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

    /// What a reader may be about to ask of a commit: phrases that go on from what was typed; else those that have its
    /// words in another order, else those that have them in another spelling, else words of the text.
    ///
    /// @return empty while another thread gathers the phrases
    Optional<Completions> completions(String typed, IndexSnapshot snapshot) throws IOException {
        Phrasebook all = of(snapshot);
        if (all == null) {
            return Optional.empty();
        }
        List<Phrase> phrases = all.completions(typed, MAX_QUERIES);
        List<String> words = words(typed);
        if (phrases.isEmpty() && !words.isEmpty()) {
            phrases = all.having(words, MAX_QUERIES);
        }
        if (phrases.isEmpty() && !words.isEmpty()) {
            phrases = all.having(respelled(words, all, snapshot.vocabulary()), MAX_QUERIES);
        }
        return Optional.of(phrases.isEmpty() ? inText(words, snapshot.vocabulary()) : read(phrases, snapshot));
    }

    private static List<String> words(String typed) {
        return SPACE.splitAsStream(Phrasebook.fold(typed))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .toList();
    }

    /// The words, those that no phrase has as the archive spells them.
    private static List<String> respelled(List<String> words, Phrasebook all, Vocabulary vocabulary)
            throws IOException {
        List<String> respelled = new ArrayList<>();
        for (String word : words) {
            List<String> spellings = all.count(word) > 0 ? List.of() : vocabulary.spellings(word);
            respelled.add(spellings.isEmpty() ? word : Phrasebook.fold(spellings.getFirst()));
        }
        return respelled;
    }

    /// A word that begins so and stands only in the text of posts. Of several words nobody knows whether they stand
    /// together.
    private static Completions inText(List<String> words, Vocabulary vocabulary) {
        return words.size() == 1
                ? new Completions(
                        vocabulary.completions(words.getFirst()).stream()
                                .limit(MAX_QUERIES)
                                .toList(),
                        List.of())
                : Completions.NONE;
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
