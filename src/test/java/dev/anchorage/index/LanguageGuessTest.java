package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageGuessTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | We took the early ferry to the islands because the rain had not stopped, and it was the only one of the day.
            de | Wir nahmen die frühe Fähre zu den Inseln, weil der Regen nicht aufhörte und es die einzige des Tages war.
            fr | Nous avons pris le premier bac pour les îles, parce que la pluie ne cessait pas et que c’était le seul de la journée.
            es | Tomamos el primer barco a las islas porque la lluvia no paraba y era el único que había en todo el día.
            nl | We namen de vroege veerboot naar de eilanden omdat de regen niet ophield en het de enige van die dag was.
            sv | Vi tog den tidiga färjan till öarna eftersom det inte slutade regna och det var den enda som gick på dagen.
            it | Abbiamo preso il primo traghetto per le isole perché la pioggia non smetteva ed era il solo che ci fosse quel giorno.
            ru | Мы сели на ранний паром к островам, потому что дождь не переставал, и это был единственный за весь день.
            """)
    void aFewSentencesTellTheLanguage(String language, String text) {
        assertEquals(language, LanguageGuess.fromStopWords(text));
    }

    @Test
    void namesAndCodeTellNone() {
        assertNull(LanguageGuess.fromStopWords("Lucene Undertow flexmark"));
        assertNull(LanguageGuess.fromStopWords("mvn verify index serve posts data config site url"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            th | เราไปเที่ยวกรุงเทพมหานคร
            el | Το πρώτο πλοίο με το Docker
            hy | Առաջին նավը
            bn | প্রথম জাহাজ
            ta | முதல் கப்பல்
            te | మొదటి ఓడ
            zh | 使用 Lucene 构建倒排索引
            zh | 서울에서 부산까지
               | Первый паром
               | the angle α and the ratio π
               | 12:30
            """)
    void aScriptOfOneLanguageTellsIt(@Nullable String language, String text) {
        assertEquals(language, LanguageGuess.fromScript(text));
    }
}
