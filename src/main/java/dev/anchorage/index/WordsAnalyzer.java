package dev.anchorage.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// Words as they are written, but for their case; identifiers also by their parts.
///
/// `HeaderIdGenerator` gives `headeridgenerator` and, at the same place, `header`, `id`, `generator`.
final class WordsAnalyzer extends Analyzer {
    private static final int SPLIT = WordDelimiterGraphFilter.GENERATE_WORD_PARTS
            | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
            | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE
            | WordDelimiterGraphFilter.PRESERVE_ORIGINAL;

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer tokenizer = new StandardTokenizer();
        return new TokenStreamComponents(tokenizer, splitIdentifiers(tokenizer));
    }

    /// Splits at changes of case, underscores and dots, and lower-cases.
    static TokenStream splitIdentifiers(TokenStream words) {
        TokenStream parts = new WordDelimiterGraphFilter(words, SPLIT, null);
        return new LowerCaseFilter(new FlattenGraphFilter(parts));
    }
}
