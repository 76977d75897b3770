package dev.anchorage.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/// Chooses the analyzer by the field's name; the same one when indexing and when asking, but for identifiers that
/// differ from their only part by their signs (`.NET`): a text answers to both, a query means what it says.
/// Thread-safe.
public final class SectionAnalyzer extends DelegatingAnalyzerWrapper {
    private final Map<String, Analyzer> byLanguage = new ConcurrentHashMap<>();
    private final boolean isQuery;

    private SectionAnalyzer(boolean isQuery) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.isQuery = isQuery;
    }

    /// An analyzer for the text of all fields of {@link IndexSchema}.
    public static SectionAnalyzer ofTexts() {
        return new SectionAnalyzer(false);
    }

    /// An analyzer for what is searched in these fields.
    public static SectionAnalyzer ofQueries() {
        return new SectionAnalyzer(true);
    }

    /// Reads the dictionary of English, which takes as long as opening an index, and is else read for the first word.
    public static void readDictionary() {
        TextAnalyzer.of("en", true).tokenStream("", "");
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String fieldName) {
        String language = fieldName.substring(fieldName.indexOf('_') + 1);
        return byLanguage.computeIfAbsent(language, key -> TextAnalyzer.of(key, isQuery));
    }
}
