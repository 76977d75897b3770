package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.SectionAnalyzer;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/// Cuts the words of a query into the terms that rank. Thread-safe.
///
/// @param reader  tells which names the archive knows
record QueryTokens(SectionAnalyzer analyzer, IndexReader reader) {
    /// The terms that the analyzer makes of a text, each once. The parts of a name weigh little where the archive knows
    /// the name.
    Collection<Token> of(String field, String text) throws IOException {
        Map<BytesRef, Token> tokens = new LinkedHashMap<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
            OffsetAttribute range = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            int endOfName = 0;
            boolean isKnown = false;
            while (stream.incrementToken()) {
                BytesRef token = BytesRef.deepCopyOf(term.getBytesRef());
                boolean isPart = range.endOffset() <= endOfName;
                if (!isPart) {
                    endOfName = range.endOffset();
                    isKnown = isKnown(token);
                }
                tokens.putIfAbsent(token, new Token(token, isPart, isPart && isKnown ? Ranking.PART_OF_NAME : 1));
            }
            stream.end();
        }
        return tokens.values();
    }

    private boolean isKnown(BytesRef name) throws IOException {
        return reader.docFreq(new Term(IndexSchema.WORDS, name)) > 0;
    }

    /// @param isPart  whether it is a part of the name before it
    /// @param weight  against other words
    record Token(BytesRef text, boolean isPart, float weight) {}
}
