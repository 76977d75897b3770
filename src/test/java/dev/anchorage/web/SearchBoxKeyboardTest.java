package dev.anchorage.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.anchorage.web.BrowserExtension.Readers;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("browser")
@ExtendWith(BrowserExtension.class)
class SearchBoxKeyboardTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "Control+k", "Meta+k"})
    void shortcutsLeadToTheBoxAndEscapeLeadsBack(String shortcut, Readers readers) {
        Blog blog = readers.ofArchive().open("");
        blog.page().locator("#before").focus();
        blog.press(shortcut);
        assertThat(blog.box()).isFocused();
        assertThat(blog.box()).hasValue("");
        blog.ask("harbour").press("Escape");
        assertThat(blog.part("panel")).isHidden();
        assertThat(blog.box()).hasValue("harbour");
        blog.press("Escape");
        assertThat(blog.box()).hasValue("");
        blog.press("Escape");
        assertThat(blog.page().locator("#before")).isFocused();
    }

    @Test
    void otherFieldsKeepTheirKeys(Readers readers) {
        Blog blog = readers.ofArchive().open("");
        blog.page().locator("textarea").focus();
        blog.press("a", "/", "Control+k");
        assertThat(blog.page().locator("textarea")).hasValue("a/");
        assertThat(blog.page().locator("textarea")).isFocused();
    }

    @Test
    void arrowsGoBySectionAndPageKeysByPost(Readers readers) {
        Blog blog = readers.ofArchive().open("").ask("harbour");
        blog.press("ArrowDown");
        assertEquals(blog.options().first().getAttribute("id"), active(blog));
        assertThat(blog.chosen()).hasCount(1);
        blog.press("ArrowUp");
        assertEquals("", active(blog));
        blog.press("PageDown", "PageDown");
        assertEquals(blog.part("post").nth(1).locator("[role=option]").first().getAttribute("id"), active(blog));
        blog.press("PageUp");
        assertEquals(blog.options().first().getAttribute("id"), active(blog));
        blog.press("ArrowUp", "ArrowUp");
        assertThat(blog.chosen()).containsText("All results for “harbour”");
    }

    @Test
    void theChoiceStaysWithItsHitInTheNextAnswer(Readers readers) {
        Blog blog = readers.ofArchive().open("");
        blog.answerSearches(route -> route.fulfill(
                route.request().url().contains("q=two") ? found("two", "b", "c") : found("one", "a", "b")));
        blog.ask("one").press("ArrowDown", "ArrowDown").ask("two");
        assertThat(blog.chosen()).hasText("b");
        assertEquals(blog.options().first().getAttribute("id"), active(blog));
        blog.ask("one").press("ArrowUp").ask("two");
        assertThat(blog.chosen()).hasCount(0);
        assertEquals("", active(blog));
    }

    @Test
    void homeAndEndStayWithTheCaret(Readers readers) {
        Blog blog = readers.ofArchive().open("").ask("harbour");
        blog.press("ArrowDown", "Home");
        assertEquals(0, blog.box().evaluate("box => box.selectionStart"));
        blog.press("End");
        assertEquals(7, blog.box().evaluate("box => box.selectionStart"));
        assertThat(blog.chosen()).hasCount(1);
    }

    @Test
    void enterWithoutAChoiceGoesToTheResultsPage(Readers readers) {
        Blog blog =
                readers.ofArchive().open("filter-tag='tides'").ask("harbour").press("Enter");
        blog.page().waitForURL(Pattern.compile(".*/search\\?q=harbour&tag=tides"));
        assertTrue(blog.page().title().startsWith("“harbour”"), blog.page().title());
    }

    @Test
    void enterFollowsTheChoice(Readers readers) {
        Blog blog = readers.ofArchive().open("").ask("lighthouse").press("ArrowDown");
        String href = blog.chosen().getAttribute("href");
        blog.press("Enter");
        blog.page().waitForURL(url -> url.equals(href));
        assertTrue(href.startsWith(Blog.HOME), href);
    }

    @Test
    void modifiedEnterOpensATab(Readers readers) {
        Blog blog = readers.ofArchive().open("").ask("lighthouse").press("ArrowDown");
        String href = blog.chosen().getAttribute("href");
        Page tab = blog.page().context().waitForPage(() -> blog.press("Control+Enter"));
        tab.waitForURL(url -> url.equals(href));
        assertThat(blog.part("panel")).isVisible();
    }

    @Test
    void nothingIsTakenDuringComposition(Readers readers) {
        Blog blog = readers.ofArchive().open("").ask("harbour");
        CDPSession session = blog.page().context().newCDPSession(blog.page());
        blog.box().fill("");
        int before = blog.searches().size();
        session.send("Input.imeSetComposition", composition("こうべ"));
        blog.box().dispatchEvent("keydown", Map.of("key", "Enter", "isComposing", true));
        blog.box().dispatchEvent("keydown", Map.of("key", "Escape", "isComposing", true));
        blog.page().waitForTimeout(300);
        assertEquals(before, blog.searches().size());
        assertThat(blog.box()).hasValue("こうべ");
        JsonObject text = new JsonObject();
        text.addProperty("text", "神戸");
        session.send("Input.insertText", text);
        assertThat(blog.options().first()).containsText("神戸");
    }

    @Test
    void dialogOpensFromItsButtonAndGivesTheFocusBack(Readers readers) {
        Blog blog = readers.ofArchive().open("mode=dialog");
        blog.part("trigger").click();
        assertThat(blog.box()).isFocused();
        blog.ask("harbour").press("Escape");
        assertThat(blog.part("dialog")).isVisible();
        blog.press("Escape", "Escape");
        assertThat(blog.part("dialog")).isHidden();
        assertThat(blog.part("trigger")).isFocused();
    }

    @Test
    void shortcutsCanBeTurnedOff(Readers readers) {
        Blog blog = readers.ofArchive().open("shortcut=none");
        blog.page().locator("#before").focus();
        blog.press("/", "Control+k");
        assertThat(blog.page().locator("#before")).isFocused();
    }

    private static Route.FulfillOptions found(String query, String first, String second) {
        String hit = """
                {"heading": "%1$s", "headingPath": ["%1$s"], "url": "https://blog.example/t#%1$s"}""";
        String json = """
                {"query": "%s", "total": {"posts": 1, "sections": 2},
                 "posts": [{"title": "T", "url": "https://blog.example/t", "sections": [%s, %s]}]}
                """.formatted(query, hit.formatted(first), hit.formatted(second));
        return Blog.answer("application/json", json)
                .setHeaders(Map.of("Access-Control-Allow-Origin", "*", "Content-Type", "application/json"));
    }

    private static JsonObject composition(String text) {
        JsonObject composition = new JsonObject();
        composition.addProperty("text", text);
        composition.addProperty("selectionStart", text.length());
        composition.addProperty("selectionEnd", text.length());
        return composition;
    }

    private static String active(Blog blog) {
        return blog.box().getAttribute("aria-activedescendant");
    }
}
