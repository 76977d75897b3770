package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            ja | 雨がやまなかったので、早朝のフェリーで島へ渡った。その日は一便しかなかった。
            zh | 雨一直没有停，所以我们坐了早班渡轮去岛上，那天只有这一班。
            ko | 비가 그치지 않아서 우리는 이른 배를 타고 섬으로 갔다.
            """)
    void aFewSentencesTellTheLanguage(String language, String text) {
        assertEquals(new LanguageGuess(language, true), LanguageGuess.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Lucene Undertow flexmark", "mvn verify index serve posts data config site url", "", "12:30"})
    void namesAndCodeTellNone(String text) {
        assertEquals(new LanguageGuess(null, false), LanguageGuess.of(text));
    }

    @Test
    void lettersThatStandAloneAreWordsOfNoLanguage() {
        assertNull(LanguageGuess.of("x = a, b, c, d; y = e, f, g, h; z = k · m · n · o · p")
                .tag());
    }

    @Test
    void aTextThatMayBeOfTwoLanguagesIsOfTheLikelierOneWithoutCertainty() {
        LanguageGuess guess =
                LanguageGuess.of("Det er ikke der han var, men det er der de har det, og det er for en by på en ø.");
        assertFalse(guess.isCertain(), guess::toString);
    }

    @Test
    void aFewIdeographsMayBeAJapaneseTitle() {
        assertEquals(new LanguageGuess("zh", false), LanguageGuess.of("神戸港夜景"));
    }

    @Test
    void whatATextQuotesAtItsBeginningDoesNotSpeakForAllOfIt() {
        String english = "We took the early ferry to the islands because the rain had not stopped. ".repeat(30);
        String german = "Wir nahmen die frühe Fähre zu den Inseln, weil der Regen nicht aufhörte. ".repeat(90);
        assertEquals(new LanguageGuess("de", true), LanguageGuess.of(english + german));
    }

    @Test
    void listsBehindTheProseDoNotHideIt() {
        String english =
                "This is a release of the library, and it has all of the fixes that we had for you. ".repeat(20);
        String list =
                "fixed typo, updated dependencies, bumped version, removed callbacks, cleaned tests\n".repeat(100);
        assertEquals(new LanguageGuess("en", true), LanguageGuess.of(english + list));
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
            zh | 漫画《ドラえもん》在中国大陆的出版历史与读者的回忆以及作者的其他作品都值得我们再读一遍
            ja | Lucene で検索エンジンを作る
            ko | 서울에서 부산까지
               | Первый паром
               | the angle α and the ratio π
               | 12:30
            """)
    void aScriptOfOneLanguageTellsIt(@Nullable String language, String text) {
        assertEquals(language, LanguageGuess.fromScript(text));
    }
}
