package dev.anchorage.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/// Chooses the analyzer by the field's name; the same one when indexing and when asking. Thread-safe.
public final class SectionAnalyzer extends DelegatingAnalyzerWrapper {
    private final Map<String, Analyzer> byLanguage = new ConcurrentHashMap<>();
    private final Analyzer words = new WordsAnalyzer();

    /// An analyzer for all fields of {@link IndexSchema}.
    public SectionAnalyzer() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String fieldName) {
        int border = fieldName.indexOf('_');
        if (border < 0) {
            return words;
        }
        return byLanguage.computeIfAbsent(
                fieldName.substring(border + 1), key -> new FoldingAnalyzer(Languages.analyzer(key)));
    }

    @Override
    public int getPositionIncrementGap(String fieldName) {
        return 100;
    }
}
