package dev.anchorage.index;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final UnaryOperator<TokenStream> after;
    private final boolean cutsApostrophes;
    private final boolean isQuery;

    private TextAnalyzer(
            UnaryOperator<TokenStream> before,
            UnaryOperator<TokenStream> after,
            boolean cutsApostrophes,
            boolean isQuery) {
        this.before = before;
        this.after = after;
        this.cutsApostrophes = cutsApostrophes;
        this.isQuery = isQuery;
    }

    /// Words as they are written, but for their case.
    static TextAnalyzer ofWords(boolean isQuery) {
        return new TextAnalyzer(words -> words, LowerCaseFilter::new, true, isQuery);
    }

    /// Words without accents and endings. English is stemmed by KStem, which unlike Porter's stemmer leaves real words.
    ///
    /// @param key  a key of {@link Languages}
    static TextAnalyzer of(String key, boolean isQuery) {
        return switch (key) {
            case "en" ->
                new TextAnalyzer(
                        EnglishPossessiveFilter::new,
                        words -> new ASCIIFoldingFilter(new KStemFilter(new LowerCaseFilter(words))),
                        true,
                        isQuery);
            case Languages.CJK ->
                new TextAnalyzer(
                        CJKWidthFilter::new,
                        words -> new ASCIIFoldingFilter(new CJKBigramFilter(new LowerCaseFilter(words))),
                        true,
                        isQuery);
            default -> {
                Analyzer language = Languages.analyzer(key);
                Map<String, List<StemFilter.Stem>> known = new ConcurrentHashMap<>();
                yield new TextAnalyzer(
                        words -> words,
                        words -> new ASCIIFoldingFilter(new StemFilter(words, language, known)),
                        false,
                        isQuery);
            }
        };
    }

    @Override
    protected Reader initReader(String fieldName, Reader reader) {
        return new IdentifierSigns(reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer tokenizer = new StandardTokenizer();
        TokenStream words = new IdentifierFilter(before.apply(tokenizer), cutsApostrophes, isQuery);
        return new TokenStreamComponents(tokenizer, after.apply(words));
    }
}
