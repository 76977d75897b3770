package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.Languages;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.search.RankedWord.Form;
import dev.anchorage.search.RankedWord.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// What a match weighs in each language of an archive.
///
/// A name that stands in every translation of a post leads to the language that most posts are in. A query with a word
/// of another language, one that is {@value #RARER} times as common there, is not held to that.
final class QueryLanguages {
    private static final int RARER = 10;
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final IndexReader reader;
    private final SectionAnalyzer analyzer;
    private final List<String> languages;
    private final Map<String, Integer> posts = new HashMap<>();

    private QueryLanguages(IndexSnapshot snapshot, SectionAnalyzer analyzer) throws IOException {
        this.analyzer = analyzer;
        reader = snapshot.reader();
        languages = snapshot.languages();
        for (String language : languages) {
            posts.put(language, Math.max(1, reader.getDocCount(IndexSchema.wholePost(language))));
        }
    }

    /// The weights of all languages of the archive.
    static Map<String, Float> weights(IndexSnapshot snapshot, SectionAnalyzer analyzer, List<RankedWord> words)
            throws IOException {
        return new QueryLanguages(snapshot, analyzer).weights(words);
    }

    private Map<String, Float> weights(List<RankedWord> words) throws IOException {
        String main = Languages.OTHER;
        for (String language : languages) {
            main = posts.getOrDefault(language, 0) > posts.getOrDefault(main, 0) ? language : main;
        }
        Map<String, Float> weights = new TreeMap<>();
        for (String language : languages) {
            boolean isFull =
                    language.equals(main) || language.equals(Languages.OTHER) || hasWordOf(language, main, words);
            weights.put(language, isFull ? 1 : Ranking.OTHER_LANGUAGE);
        }
        return weights;
    }

    private boolean hasWordOf(String language, String main, List<RankedWord> words) throws IOException {
        for (RankedWord word : words) {
            for (Form form : word.forms()) {
                for (String part : form.kind() == Kind.COMPLETION ? new String[0] : SIGNS.split(form.text(), -1)) {
                    if (share(part, language) > RARER * share(part, main)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// In how many of the language's posts a word stands, from 0 to 1.
    private double share(String word, String language) throws IOException {
        String field = IndexSchema.wholePost(language);
        int most = 0;
        try (TokenStream stream = analyzer.tokenStream(field, word)) {
            TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                most = Math.max(most, reader.docFreq(new Term(field, term.getBytesRef())));
            }
            stream.end();
        }
        return (double) most / posts.getOrDefault(language, 1);
    }
}
