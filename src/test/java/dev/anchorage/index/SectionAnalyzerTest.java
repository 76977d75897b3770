package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SectionAnalyzerTest {
    private final SectionAnalyzer texts = SectionAnalyzer.ofTexts();
    private final SectionAnalyzer queries = SectionAnalyzer.ofQueries();

    /// Terms at one place stand together with a bar, as they are found in text.
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', textBlock = """
            the HeaderIdGenerator         → the headeridgenerator|header id generator
            XMLHttpRequest, URLs          → xmlhttprequest|xml http request urls
            java --add-modules x          → java --add-modules|add modules x
            std::vec<T>                   → std::vec|std vec t
            a.b.C                         → a.b.c|a b c
            C and C++, (C++17)            → c and c++ c++17|c++ 17
            Notepad++                     → notepad++|notepad
            C# or F#.                     → c# or f#
            ".NET" and ASP.NET            → .net|net and asp.net|asp net
            Node.js es2015.promise        → node.js|node js es2015.promise|es2015 promise
            CVE-2018-8777 UTF-8           → cve-2018-8777|cve 2018 8777 utf-8|utf 8
            1.2.3 v1.85 1.x               → 1.2.3|1 2 3 v1.85|v1 85 1.x|1 x
            @angular/core @me             → @angular/core|angular core @me|me
            @astrojs/markdown-remark      → @astrojs/markdown-remark|astrojs markdown remark
            foo_bar __init__              → foo_bar|foo bar __init__|init
            $HOME/bin $5                  → $home|home bin 5
            l'avion didn’t, a gull's      → l'avion|avion didn’t|didn a gull
            ends.  Next: x a:: b ++ # - . → ends next x a b
            well-known, see https://e.org → well known see https e.org|e org
            mailto:me@angular.org         → mailto:me|mailto me angular.org|angular org
            ...and ../bin f().len a-b     → and bin f len a b
            """)
    void identifiersHaveTheirParts(String text, String terms) throws IOException {
        assertEquals(terms, terms(texts, "en", text, WordTerm::word));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', textBlock = """
            .NET          → .net
            $HOME         → $home
            --verbose     → --verbose
            @angular      → @angular|angular
            C++           → c++
            std::vec      → std::vec|std vec
            --add-modules → --add-modules|add modules
            """)
    void aQueryMeansTheSigns(String text, String terms) throws IOException {
        assertEquals(terms, terms(queries, "en", text, WordTerm::word));
        assertEquals(terms.replace("|add modules", "|add module"), terms(queries, "en", text, WordTerm::stem));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', textBlock = """
            en    → Modules of std::vecs in HeaderIds → module of std::vecs|std vec in headerid|header ids
            de    → Häuser mit C++ und HeaderIds      → haus mit c++ und headerid|head ids
            fr    → l'avion de .NET                   → avion de .net|net
            zh    → 使用.NET框架和C++编程             → 使|使用 用 .net|net 框|框架 架|架和 和 c++ 编|编程 程
            fr    → l’école d'été, aujourd'hui        → ecol ete aujourd'hui
            th    → ใช้ HeaderId                      → ใช้ headerid|header id
            xx    → Foo::BarBaz                       → foo::barbaz|foo barbaz|bar baz
            """)
    void everyLanguageKeepsThem(String language, String text, String terms) throws IOException {
        assertEquals(terms, terms(texts, Languages.keyOf(language), text, WordTerm::stem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "cjk", "th", "fa", "other"})
    void rangesOfTermsStandInOrderInsideTheText(String language) throws IOException {
        String text = "l'été, std::vec; C++17 & ภาษาไทย .NET ‿ 使用.NET 😀 @a/b-c v1.85_x می‌خواهم don't";
        int last = 0;
        try (TokenStream stream = texts.tokenStream(IndexSchema.text(language), text)) {
            OffsetAttribute range = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                assertEquals(Math.max(last, range.startOffset()), range.startOffset());
                assertEquals(Math.clamp(range.endOffset(), range.startOffset() + 1, text.length()), range.endOffset());
                last = range.startOffset();
            }
            stream.end();
        }
    }

    @Test
    void theRangeOfAnIdentifierHasItsSigns() throws IOException {
        try (TokenStream stream = queries.tokenStream(IndexSchema.text("de"), "in .NET, C++")) {
            OffsetAttribute range = stream.addAttribute(OffsetAttribute.class);
            List<String> ranges = new ArrayList<>();
            stream.reset();
            while (stream.incrementToken()) {
                ranges.add(range.startOffset() + "-" + range.endOffset());
            }
            stream.end();
            assertEquals(List.of("0-2", "3-7", "9-12"), ranges);
        }
    }

    /// What KStem's dictionary has is not left as it is.
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', textBlock = """
            dimension dimensions          → dimension dimension
            libraries classes statuses    → library class status
            buses glass analysis          → bus glass analysis
            Bergen's gulls                → bergen gull
            """)
    void englishPluralsAndSingularsHaveOneStem(String text, String stems) throws IOException {
        assertEquals(stems, terms(texts, "en", text, WordTerm::stem));
    }

    /// As macOS spells names of files, and what was copied from there.
    @ParameterizedTest
    @CsvSource({"en, Krüger", "en, Größe", "de, Größe", "fr, Éclair", "cjk, ガラス", "other, Łódź"})
    void accentsByThemselvesMakeNoOtherWord(String language, String word) throws IOException {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        assertEquals(terms(texts, language, word, WordTerm::word), terms(texts, language, apart, WordTerm::word));
        assertEquals(terms(texts, language, word, WordTerm::stem), terms(texts, language, apart, WordTerm::stem));
    }

    /// Whoever leaves the accents out finds the word, whatever the stemmer makes of what they type.
    @ParameterizedTest
    @CsvSource({
        "Florianópolis, Florianopolis",
        "Müller, Muller",
        "Régis, Regis",
        "análisis, analisis",
        "Français, Francais",
        "cafés, cafes"
    })
    void anEnglishWordHasTheStemThatItHasWithoutAccents(String accented, String plain) throws IOException {
        assertEquals(terms(texts, "en", plain, WordTerm::stem), terms(texts, "en", accented, WordTerm::stem));
        assertEquals(accented.toLowerCase(Locale.ROOT), terms(texts, "en", accented, WordTerm::word));
    }

    private static String terms(
            SectionAnalyzer analyzer, String language, String text, Function<WordTerm, String> shown)
            throws IOException {
        StringBuilder terms = new StringBuilder();
        try (TokenStream stream = analyzer.tokenStream(IndexSchema.text(language), text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.append(terms.isEmpty() ? "" : step.getPositionIncrement() == 0 ? "|" : " ");
                terms.append(shown.apply(WordTerm.of(term.toString())));
            }
            stream.end();
        }
        return terms.toString();
    }
}
