package dev.anchorage.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// Adds accent folding behind another analyzer, so that `Malmo` finds `Malmö`.
final class FoldingAnalyzer extends AnalyzerWrapper {
    private final Analyzer inner;

    FoldingAnalyzer(Analyzer inner) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.inner = inner;
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String fieldName) {
        return inner;
    }

    @Override
    protected TokenStreamComponents wrapComponents(String fieldName, TokenStreamComponents components) {
        return new TokenStreamComponents(components.getSource(), new ASCIIFoldingFilter(components.getTokenStream()));
    }
}
