package dev.anchorage.index;

import java.io.Reader;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// Words of a text, identifiers both whole and by their parts, then whatever a language makes of them.
final class TextAnalyzer extends Analyzer {
    private final UnaryOperator<TokenStream> before;
    private final BiFunction<TokenStream, WrittenWord, TokenStream> after;
    private final boolean cutsApostrophes;
    private final boolean isQuery;

    /// @param after  keeps each word as it is written and reduces it to its stem
    private TextAnalyzer(
            UnaryOperator<TokenStream> before,
            BiFunction<TokenStream, WrittenWord, TokenStream> after,
            boolean cutsApostrophes,
            boolean isQuery) {
        this.before = before;
        this.after = after;
        this.cutsApostrophes = cutsApostrophes;
        this.isQuery = isQuery;
    }

    /// Terms of words, see {@link WordTerm}. English is stemmed by KStem, which unlike Porter's stemmer leaves real
    /// words.
    ///
    /// @param key  a key of {@link Languages}
    static TextAnalyzer of(String key, boolean isQuery) {
        return switch (key) {
            case "en" -> new TextAnalyzer(EnglishPossessiveFilter::new, TextAnalyzer::stemmedAsEnglish, true, isQuery);
            case Languages.CJK ->
                new TextAnalyzer(
                        CJKWidthFilter::new,
                        (words, written) -> written.keep(bigrams(new LowerCaseFilter(words), isQuery)),
                        true,
                        isQuery);
            default -> {
                Analyzer language = Languages.analyzer(key);
                boolean leavesPlainWords = key.equals(Languages.OTHER);
                KnownStems known = new KnownStems(isQuery);
                yield new TextAnalyzer(
                        words -> words,
                        (words, written) -> new StemFilter(words, language, leavesPlainWords, known, written),
                        false,
                        isQuery);
            }
        };
    }

    /// Without accents first: who types `Florianopolis` gets the stem of `Florianópolis`.
    private static TokenStream stemmedAsEnglish(TokenStream words, WrittenWord written) {
        WrittenWord folded = new WrittenWord();
        TokenStream letters = new ASCIIFoldingFilter(written.keep(new LowerCaseFilter(words)));
        return new EnglishEndings(new KStemFilter(folded.keep(letters)), folded);
    }

    /// Pairs of signs, and each sign by itself: one sign may be a word. Queries of one sign only ask for that.
    private static TokenStream bigrams(TokenStream words, boolean isQuery) {
        int all = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
        return isQuery ? new BigramRuns(new CJKBigramFilter(words, all, false)) : new CJKBigramFilter(words, all, true);
    }

    @Override
    protected Reader initReader(String fieldName, Reader reader) {
        return new IdentifierSigns(reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer tokenizer = new StandardTokenizer();
        WrittenWord written = new WrittenWord();
        TokenStream words =
                new IdentifierFilter(before.apply(new ComposingFilter(tokenizer)), cutsApostrophes, isQuery);
        TokenStream stems = new ASCIIFoldingFilter(after.apply(words, written));
        return new TokenStreamComponents(tokenizer, written.join(stems));
    }
}
