package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// On what the analyzers really write into the index.
final class WordTermTest {
    private final SectionAnalyzer analyzer = SectionAnalyzer.ofTexts();

    @ParameterizedTest
    @CsvSource({
        "en, Ferries, ferry, ferries",
        "en, dimensions, dimension, dimensions",
        "en, café, cafe, café",
        "en, --add-modules, --add-modules, --add-modules",
        "de, Häuser, haus, häuser",
        "de, Häfen, haf, häfen",
        "cjk, 京, 京, 京"
    })
    void aTermTellsItsStemAndTheWordAsItIsWritten(String language, String text, String stem, String word)
            throws IOException {
        WordTerm term = WordTerm.of(term(language, text));
        assertEquals(stem, term.stem());
        assertEquals(word, term.word());
    }

    @ParameterizedTest
    @CsvSource({"en, Ferries, ferry", "en, café, cafe", "de, Häuser, haus", "cjk, 京, 京", "en, ferry, ferry"})
    void aTermIsFoundByItsStemOnly(String language, String text, String stem) throws IOException {
        BytesRef term = term(language, text);
        assertTrue(WordTerm.hasStem(term, WordTerm.first(stem)));
        assertTrue(term.compareTo(WordTerm.first(stem)) >= 0, "the stem's first term comes before it");
        assertEquals(false, WordTerm.hasStem(term, WordTerm.first(stem + "s")));
        assertEquals(false, WordTerm.hasStem(term, WordTerm.first(stem.substring(1))));
    }

    @ParameterizedTest
    @CsvSource({
        "Ferries, ferri, true",
        "Ferries, ferry, false",
        "sailing, sailin, true",
        "sailing, sail, true",
        "sailing, sailor, false",
        "Häuser, häu, true",
        "Häuser, haus, false"
    })
    void theBeginningIsThatOfTheWordAndNotOfTheStem(String text, String start, boolean begins) throws IOException {
        String language = text.startsWith("H") ? "de" : "en";
        assertEquals(begins, WordTerm.begins(term(language, text), new BytesRef(start)));
    }

    @ParameterizedTest
    @CsvSource({"gulls, gull, gulls", "gulls, gull, gull"})
    void wordsOfAStemThatTheBeginningGoesBeyondStandSideBySide(String text, String stem, String start)
            throws IOException {
        assertTrue(StringHelper.startsWith(term("en", text), WordTerm.beginning(stem, start)));
    }

    private BytesRef term(String language, String text) throws IOException {
        try (TokenStream stream = analyzer.tokenStream(IndexSchema.text(language), text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            assertTrue(stream.incrementToken());
            return new BytesRef(term);
        }
    }
}
