package dev.anchorage.post;

import static dev.anchorage.post.Reading.inTime;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRepairTest {
    private static final Charset MAC_ROMAN = Charset.forName("x-MacRoman");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            didn‚Äôt             | didn’t
            worked‚Äîand          | worked—and
            ‚Äúquoted‚Äù          | “quoted”
            wait‚Ä¶               | wait…
            \uF8FFüîù back to top   | 🔝 back to top
            üîù back to top       | 🔝 back to top
            party üéâ             | party 🎉
            caf√© cr√®me          | café crème
            M√ºnchen, Stra√üe     | München, Straße
            Espa√±a               | España
            ¬© 2024               | © 2024
            20 ¬∞C                | 20 ¬∞C
            20¬∞C                 | 20°C
            didnâ€™t             | didn’t
            â€œquotedâ€\u009D    | “quoted”
            cafÃ© crÃ¨me          | café crème
            isto Ã© bom           | isto é bom
            MÃ¼nchen, GrÃ¶ÃŸe    | München, Größe
            GRÃ–SSE              | GRÖSSE
            Ã–sterreich          | Österreich
            Ãngel                | Ãngel
            20Â°C                | 20°C
            Â©Â\u00A02024         | ©\u00A02024
            rocket ðŸš€           | rocket 🚀
            naÃ¯ve â†’ here       | naïve → here
            ÅšwiÄ™to              | Święto
            Viá»‡t                | Việt
            Ð¿Ñ€Ð¸Ð²ÐµÑ‚ Ð¸     | привет и
            æ—¥æœ¬               | 日本
            didnÃ¢â‚¬â„¢t       | didn’t
            cafÃƒÂ©             | café
            right “quotes” and donâ€™t | right “quotes” and don’t
            """)
    void mangledTextIsRepaired(String mangled, String right) {
        assertEquals(right, TextRepair.repair(mangled));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le café « à côté », CAFÉ», «été»… d’à côté",
                "«CAFÉ», «PRÉ»; À bientôt – à Noël… l’Œuvre",
                "„Ä“ und „Ö“, Ähre, ‚Ähnlich‘, ‚Öl‘, „GRÖSSE“",
                "‚Ääni‘ jäääär, töö – öö",
                "IRMÃ” MANHÃ… AMANHÃ» são João, «está»… «Â»",
                "üçüncü, her üçü de, Übergrößenträger, über",
                "Việt Nam, tiếng Việt, ĐẠI HỌC, Hồ Chí Minh",
                "España, año, ¿qué?, ESPAÑ®, niño…",
                "NESCAFÉ® CAFÉ™ École–Été",
                "2√π r√2 ≈π ¬p ∧ ¬q √(x²) x≈±1",
                "Ångström Åland på Å– Šķirne žāvēt Łódź",
                "日本語の見出し、中文。한국어 ไทย हिन्दी العربية עברית ελληνικά русский",
                "🔝 🚀 ❤️ naïve – “quotes” ‘single’ … → ✓ ©®™ °C ½ §",
                "İstanbul'da güneş Ağrı",
                "Þórður orð ð”“…»",
                ""
            })
    void rightTextIsNotTouched(String text) {
        assertSame(text, TextRepair.repair(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It’s “really” – truly — good…",
                "Größe, Straße, Übung, schön",
                "garçon, où, été, Noël, cœur naïf à",
                "niño, acción, ¿dónde?",
                "🎉🚀👍 ❤️ ✨",
                "Łódź, świętość, kąt",
                "Привет, мир",
                "日本語の文章です",
                "Ελληνικά κείμενα",
                "Tiếng Việt có dấu"
            })
    void whatOneMisreadingMangledComesBack(String right) {
        byte[] utf8 = right.getBytes(StandardCharsets.UTF_8);
        var mac = new String(utf8, MAC_ROMAN);
        var windows = new StringBuilder();
        for (byte b : utf8) {
            windows.append(Misreading.WINDOWS_1252.toChar(b & 0xFF));
        }
        assertEquals(right, TextRepair.repair(windows.toString()));
        boolean isEuropean = right.codePoints().allMatch(c -> c < 0x100 || c > 0x2000);
        if (isEuropean) {
            assertEquals(right, TextRepair.repair(mac));
        }
    }

    @Test
    void theTableOfMacRomanIsThatOfJava() {
        for (int b = 0x80; b < 0x100; b++) {
            assertEquals(
                    new String(new byte[] {(byte) b}, MAC_ROMAN).charAt(0), Misreading.MAC_ROMAN.toChar(b), "" + b);
        }
    }

    @Test
    void aMegabyteTakesNoTime() {
        String ascii = "plain words and nothing else ".repeat(40_000);
        String hostile = "Ã".repeat(300_000) + "ð".repeat(300_000) + "Ð¿".repeat(200_000);
        assertSame(ascii, inTime(() -> TextRepair.repair(ascii)));
        inTime(() -> TextRepair.repair(hostile));
    }
}
