package dev.anchorage.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import dev.anchorage.web.BrowserExtension.Readers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("browser")
@ExtendWith(BrowserExtension.class)
class SearchBoxLooksTest {
    @ParameterizedTest
    @CsvSource({
        "closed, LIGHT", "open, LIGHT", "results, LIGHT", "nothing, LIGHT",
        "closed, DARK", "open, DARK", "results, DARK", "nothing, DARK"
    })
    void axeFindsNothing(String state, ColorScheme scheme, Readers readers) {
        Blog blog = readers.ofArchive(options -> options.setColorScheme(scheme)).open("facets='tag'");
        switch (state) {
            case "open" -> blog.box().focus();
            case "results" -> blog.ask("harbour").press("ArrowDown");
            case "nothing" -> {
                blog.box().fill("xqzzyv");
                assertThat(blog.part("status")).isVisible();
            }
            default -> assertThat(blog.part("panel")).isHidden();
        }
        assertAxeFindsNothing(blog.page());
        blog.page()
                .navigate(blog.api()
                        + (state.equals("results")
                                ? "/search?q=harbour"
                                : state.equals("nothing") ? "/search?q=xqzzyv" : "/"));
        assertAxeFindsNothing(blog.page());
    }

    @Test
    void axeFindsNothingInTheDialog(Readers readers) {
        Blog blog = readers.ofArchive().open("mode=dialog");
        blog.part("trigger").click();
        blog.ask("harbour").press("ArrowDown");
        assertAxeFindsNothing(blog.page());
    }

    @ParameterizedTest
    @CsvSource({"320, 1", "640, 2", "1280, 1"})
    void everythingFitsTheWindow(int width, double zoom, Readers readers) {
        Blog blog = readers.ofArchive(options ->
                        options.setViewportSize((int) (width / zoom), 700).setDeviceScaleFactor(zoom))
                .open("facets='tag'")
                .ask("harbour");
        assertFits(blog.page());
        BoundingBox panel = blog.part("panel").boundingBox();
        assertTrue(panel.x >= 0 && panel.x + panel.width <= width / zoom, panel.x + "+" + panel.width);
        blog.page().navigate(blog.api() + "/search?q=harbour");
        assertFits(blog.page());
    }

    @Test
    void rightToLeftIsMirrored(Readers readers) {
        Blog blog = readers.ofArchive().open("", "ar", "rtl", Blog.FORM);
        blog.box().fill("harbour");
        assertThat(blog.part("all")).hasText("كل نتائج «harbour»");
        BoundingBox box = blog.page().locator("anchorage-search").boundingBox();
        BoundingBox panel = blog.part("panel").boundingBox();
        assertEquals(box.x + box.width, panel.x + panel.width, 2);
        assertEquals("rtl", blog.part("panel").evaluate("panel => getComputedStyle(panel).direction"));
        assertFits(blog.page());
    }

    @Test
    void forcedColoursShowTheChoiceAndTheMarks(Readers readers) {
        Blog blog = readers.ofArchive(options -> options.setForcedColors(ForcedColors.ACTIVE))
                .open("")
                .ask("harbour")
                .press("ArrowDown");
        assertEquals("solid", blog.chosen().evaluate("option => getComputedStyle(option).outlineStyle"));
        Object mark = blog.part("mark").first().evaluate("mark => getComputedStyle(mark).backgroundColor");
        assertNotEquals(mark, blog.part("panel").evaluate("panel => getComputedStyle(panel).backgroundColor"));
    }

    @Test
    void darknessFollowsTheSystemOrTheTheme(Readers readers) {
        Blog blog = readers.ofArchive(options -> options.setColorScheme(ColorScheme.DARK))
                .open("")
                .ask("harbour");
        assertEquals("rgb(24, 34, 42)", background(blog));
        blog.page().evaluate("document.querySelector('anchorage-search').setAttribute('theme', 'light')");
        assertEquals("rgb(255, 255, 255)", background(blog));
    }

    @Test
    void postsAreShownWithTheirDayPlaceAndTags(Readers readers) {
        Blog blog = readers.ofArchive().open("").ask("boknafisk");
        assertThat(blog.part("head").first())
                .hasText("Six Nights Up the CoastJun 30, 2019 · Bergen Norwaytravel ferries ports food");
        assertThat(blog.part("hit").first()).containsText("Day 4: Across the Circle to Bodø › Food");
        assertThat(blog.part("hit").first())
                .hasAttribute(
                        "href",
                        Blog.HOME + "2019/six-nights-up-the-coast.html#id5:~:text=Boknafisk%3A%20cod%2C%20half");
    }

    @Test
    void rowsAreUsedAgainAndShowNothingOfTheAnswerBefore(Readers readers) {
        Object fresh = html(readers.ofArchive().open("facets='tag'").ask("harbour"));
        Blog blog = readers.ofArchive().open("facets='tag'").ask("boknafisk");
        blog.page().evaluate("window.row = document.querySelector('[part=post]')");
        for (String query : List.of("tide", "lighthouse keeper", "boknafisk", "harbour")) {
            blog.ask(query);
        }
        assertEquals(fresh, html(blog));
        assertEquals(true, blog.page().evaluate("window.row === document.querySelector('[part=post]')"));
    }

    @Test
    void nothingMovesWhenThatIsAskedFor(Readers readers) {
        Blog blog = readers.ofArchive(options -> options.setReducedMotion(ReducedMotion.REDUCE))
                .open("")
                .ask("harbour");
        assertEquals("0s", blog.part("panel").evaluate("panel => getComputedStyle(panel).transitionDuration"));
    }

    @Test
    void boxIsNotPrinted(Readers readers) {
        Blog blog = readers.ofArchive().open("").ask("harbour");
        blog.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(blog.page().locator("anchorage-search")).isHidden();
    }

    @Test
    void targetsAreLargeEnoughForFingers(Readers readers) {
        Blog blog = readers.ofArchive(
                        options -> options.setHasTouch(true).setIsMobile(true).setViewportSize(390, 800))
                .open("facets='tag'")
                .ask("harbour");
        for (String part : List.of("hit", "all", "facet", "title")) {
            double height = blog.part(part).first().boundingBox().height;
            assertTrue(height >= 44, part + " is " + height + " px high");
        }
    }

    @Test
    void withoutTheScriptTheFormGoesToTheResultsPage(Readers readers) {
        Blog blog = readers.ofArchive(options -> options.setJavaScriptEnabled(false));
        Page page = blog.openWithoutScript().page();
        page.locator("[name=q]").fill("harbour");
        page.locator("button").click();
        assertThat(page.locator("h1")).hasText(Pattern.compile("\\d+ sections in \\d+ posts"));
        page.locator(".facets a").first().click();
        assertThat(page.locator(".chosen a")).hasCount(1);
    }

    private static Object html(Blog blog) {
        return blog.part("panel").evaluate("panel => panel.outerHTML");
    }

    private static Object background(Blog blog) {
        return blog.part("panel").evaluate("panel => getComputedStyle(panel).backgroundColor");
    }

    private static void assertFits(Page page) {
        assertEquals(
                page.evaluate("document.documentElement.clientWidth"),
                page.evaluate("document.documentElement.scrollWidth"));
    }

    private static void assertAxeFindsNothing(Page page) {
        List<String> found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(SearchBoxLooksTest::told)
                        .toList();
        assertEquals(List.of(), found);
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
