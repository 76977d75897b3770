package dev.anchorage.search;

import dev.anchorage.search.PostCounts.Stem;
import dev.anchorage.search.QueryTokens.Token;
import dev.anchorage.search.RankedWord.Form;
import dev.anchorage.search.RankedWord.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// A first look at whole posts: scores each as if it were one text, by BM25. For one answer; not thread-safe.
final class FirstLook {
    private final PostTable table;
    private final List<List<FormCounts>> counted = new ArrayList<>();
    private final List<@Nullable NameSections> names;
    private final Map<String, Float> languages;
    private final float[] scores;
    private final float[] ofWord;

    /// Made for the first word with parts.
    private float[] ofForm = new float[0];

    private int[] tokensOfForm = new int[0];

    /// @param words  of the query
    FirstLook(IndexSnapshot snapshot, QueryTokens tokens, List<RankedWord> words, TimeBudget budget)
            throws IOException {
        table = snapshot.postTable();
        List<Stem> stems = new ArrayList<>();
        List<List<CutForm>> cut = new ArrayList<>();
        for (RankedWord word : words) {
            List<CutForm> forms = new ArrayList<>();
            for (Form form : word.rankedForms()) {
                CutForm each = CutForm.of(form, tokens.of(word, form));
                each.stems().values().forEach(stems::addAll);
                forms.add(each);
            }
            cut.add(forms);
        }
        PostCounts.count(stems, tokens.lexicon(), snapshot, budget);
        for (List<CutForm> forms : cut) {
            counted.add(forms.stream().map(form -> form.counted(snapshot)).toList());
        }
        names = NameSections.of(words, snapshot, budget);
        languages = QueryLanguages.weights(snapshot, counted);
        scores = new float[table.size()];
        ofWord = new float[table.size()];
        for (int word = 0; word < counted.size(); word++) {
            addWord(counted.get(word), names.get(word));
        }
    }

    /// For each word where it stands in one piece; null for one that isn't cut.
    List<@Nullable NameSections> names() {
        return names;
    }

    /// What a match in each language of the archive weighs, as {@link QueryLanguages} finds it.
    Map<String, Float> languages() {
        return languages;
    }

    /// By what the score of a post is made, word by word, for who looks for it elsewhere.
    List<List<RemoteQuery.Form>> asked() {
        List<List<RemoteQuery.Form>> words = new ArrayList<>();
        for (List<FormCounts> forms : counted) {
            Map<Kind, Integer> together = together(forms);
            List<RemoteQuery.Form> asked = new ArrayList<>();
            for (FormCounts form : forms) {
                int least = least(form, together);
                form.byLanguage().forEach((language, tokens) -> asked.add(asked(form, tokens, language, least)));
            }
            words.add(asked);
        }
        return words;
    }

    private RemoteQuery.Form asked(FormCounts form, List<TokenCounts> tokens, String language, int least) {
        float weight = form.form().weight() * languages.getOrDefault(language, 1f);
        List<RemoteQuery.Stem> stems = new ArrayList<>();
        List<RemoteQuery.Stem> parts = new ArrayList<>();
        for (TokenCounts token : tokens) {
            boolean isPart = token.token().isPart();
            float rarity = rarity(isPart ? form.posts(token) : Math.max(least, form.posts(token)));
            (isPart ? parts : stems).add(new RemoteQuery.Stem(token.token().stem(), isPart ? rarity : weight * rarity));
        }
        return new RemoteQuery.Form(language, stems, parts, weight);
    }

    /// The score of a post as a whole; 0 when it has none of the words.
    float score(int post) {
        return scores[post];
    }

    /// The posts with any of the words.
    PostSet found() {
        int size = Math.max(1, scores.length);
        long[] found = new long[FixedBitSet.bits2words(size)];
        for (int first = 0; first < scores.length; first += Long.SIZE) {
            long bits = 0;
            for (int post = first; post < Math.min(first + Long.SIZE, scores.length); post++) {
                bits |= (scores[post] > 0 ? 1L : 0L) << post;
            }
            found[first / Long.SIZE] = bits;
        }
        return new PostSet(new FixedBitSet(found, size));
    }

    /// Of a word's forms the best one counts.
    private void addWord(List<FormCounts> forms, @Nullable NameSections name) {
        Map<Kind, Integer> together = together(forms);
        for (FormCounts form : forms) {
            int least = least(form, together);
            float weight = form.form().weight() * (name == null ? 1 : Ranking.PART_OF_NAME);
            form.byLanguage()
                    .forEach((language, tokens) ->
                            addForm(form, tokens, weight * languages.getOrDefault(language, 1f), least));
        }
        if (name != null) {
            keepBest(name);
        }
        for (FormCounts form : forms) {
            form.byLanguage().values().forEach(tokens -> tokens.forEach(token -> addBest(token.counts())));
        }
    }

    private void addBest(PostCounts counts) {
        for (int i = 0; i < counts.size(); i++) {
            int post = counts.post(i);
            scores[post] += ofWord[post];
            ofWord[post] = 0;
        }
    }

    private static Map<Kind, Integer> together(List<FormCounts> forms) {
        Map<Kind, Integer> together = new EnumMap<>(Kind.class);
        forms.forEach(form -> together.merge(form.form().kind().together(), form.posts(), Integer::sum));
        return together;
    }

    private static int least(FormCounts form, Map<Kind, Integer> together) {
        Kind kind = form.form().kind();
        return kind.isCommonAsAll() ? together.getOrDefault(kind, 0) : 0;
    }

    private float rarity(int posts) {
        return Ranking.rarity(posts, table.archivePosts());
    }

    /// A name counts by itself and by all of its parts; by half of them, when the archive doesn't know it whole, it
    /// counts less.
    private void addForm(FormCounts form, List<TokenCounts> tokens, float weight, int least) {
        int parts = 0;
        for (TokenCounts token : tokens) {
            if (token.token().isPart()) {
                parts++;
                sumParts(token, rarity(form.posts(token)));
            } else {
                keepBest(token, weight, rarity(Math.max(least, form.posts(token))));
            }
        }
        for (TokenCounts token : parts == 0 ? List.<TokenCounts>of() : tokens) {
            if (token.token().isPart()) {
                keepBestOfParts(token.counts(), parts, weight);
            }
        }
    }

    private void sumParts(TokenCounts token, float rarity) {
        PostCounts counts = token.counts();
        if (ofForm.length < table.size()) {
            ofForm = new float[table.size()];
            tokensOfForm = new int[table.size()];
        }
        for (int i = 0; i < counts.size(); i++) {
            ofForm[counts.post(i)] += rarity * counts.saturated(i);
            tokensOfForm[counts.post(i)]++;
        }
    }

    private void keepBest(TokenCounts token, float weight, float rarity) {
        PostCounts counts = token.counts();
        float most = weight * rarity;
        for (int i = 0; i < counts.size(); i++) {
            int post = counts.post(i);
            ofWord[post] = Math.max(ofWord[post], most * counts.saturated(i));
        }
    }

    private void keepBestOfParts(PostCounts counts, int parts, float weight) {
        for (int i = 0; i < counts.size(); i++) {
            int post = counts.post(i);
            float share = tokensOfForm[post] == parts ? 1 : 2 * tokensOfForm[post] >= parts ? Ranking.PART_OF_NAME : 0;
            ofWord[post] = Math.max(ofWord[post], weight * share * ofForm[post]);
            ofForm[post] = 0;
            tokensOfForm[post] = 0;
        }
    }

    /// A name in one piece, which stands there at least once.
    private void keepBest(NameSections name) {
        PostSet posts = name.posts();
        for (int post = posts.next(0); post >= 0; post = posts.next(post + 1)) {
            ofWord[post] = Math.max(ofWord[post], name.rarityInPosts() * PostCounts.saturated(table, post, 1));
        }
    }

    /// A form of a word.
    ///
    /// @param stems  by language
    private record CutForm(Form form, Map<String, List<Stem>> stems) {
        static CutForm of(Form form, Map<String, List<Token>> tokens) {
            Map<String, List<Stem>> stems = new HashMap<>();
            tokens.forEach((language, cut) -> stems.put(
                    language,
                    cut.stream().map(token -> new Stem(language, token)).toList()));
            return new CutForm(form, stems);
        }

        FormCounts counted(IndexSnapshot snapshot) {
            Map<String, List<TokenCounts>> byLanguage = new HashMap<>();
            stems.forEach((language, cut) -> byLanguage.put(
                    language,
                    cut.stream()
                            .map(stem -> new TokenCounts(
                                    stem.token(),
                                    stem.counts(),
                                    snapshot.postsWith(language, stem.token(), stem.counts())))
                            .toList()));
            return new FormCounts(form, byLanguage);
        }
    }

    /// Where a form of a word stands.
    ///
    /// @param byLanguage  its tokens with their posts
    record FormCounts(Form form, Map<String, List<TokenCounts>> byLanguage) {
        List<TokenCounts> in(String language) {
            return byLanguage.getOrDefault(language, List.of());
        }

        /// In how many posts the form stands as a whole, as if none had two of its tokens.
        int posts() {
            int posts = 0;
            for (List<TokenCounts> tokens : byLanguage.values()) {
                for (TokenCounts token : tokens) {
                    posts += token.token().isPart() ? 0 : token.posts();
                }
            }
            return posts;
        }

        /// In how many posts a token stands, in any language.
        int posts(TokenCounts wanted) {
            int posts = 0;
            for (List<TokenCounts> tokens : byLanguage.values()) {
                for (TokenCounts token : tokens) {
                    boolean isSame = token.token().place() == wanted.token().place();
                    posts += isSame ? token.posts() : 0;
                }
            }
            return posts;
        }
    }

    /// @param counts  of all words with the token's stem, in the posts at hand
    /// @param posts  number of posts in the archive that have such a word
    record TokenCounts(Token token, PostCounts counts, int posts) {}
}
