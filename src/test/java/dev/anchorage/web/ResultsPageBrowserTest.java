package dev.anchorage.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.anchorage.web.BrowserExtension.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("browser")
@ExtendWith(BrowserExtension.class)
class ResultsPageBrowserTest {
    @Test
    void resultsAndAddressFollowWhatIsTyped(Readers readers) {
        Blog blog = readers.ofArchive();
        Page page = blog.page();
        page.navigate(blog.api() + "/");
        int before = history(page);
        page.locator("#q").pressSequentially("harbour");
        assertThat(page).hasTitle(Pattern.compile("^“harbour” · \\d+ sections in \\d+ posts .*"));
        assertTrue(page.url().endsWith("/search?q=harbour"), page.url());
        assertEquals(before + 1, history(page));
        page.keyboard().press("Enter");
        page.locator("#q").pressSequentially(" tide");
        assertThat(page).hasTitle(Pattern.compile("^“harbour tide” .*"));
        assertEquals(before + 2, history(page));
        assertThat(page.locator("#q")).isFocused();
        assertEquals(List.of(), blog.complaints());
    }

    @Test
    void backReturnsToTheQueryAndTheScrollPlace(Readers readers) {
        Blog blog = readers.ofArchive(options -> options.setViewportSize(800, 500));
        Page page = blog.page();
        page.navigate(blog.api() + "/search?q=harbour");
        page.evaluate("window.scrollTo(0, 640)");
        page.locator("#q")
                .evaluate(
                        "(input) => { input.value = 'tide'; input.dispatchEvent(new Event('input', { bubbles: true })); }");
        assertThat(page).hasTitle(Pattern.compile("^“tide” .*"));
        page.goBack();
        assertThat(page).hasTitle(Pattern.compile("^“harbour” .*"));
        assertThat(page.locator("#q")).hasValue("harbour");
        page.waitForCondition(() -> (boolean) page.evaluate("Math.abs(window.scrollY - 640) < 2"));
    }

    @Test
    void backFromAPostReturnsToo(Readers readers) {
        Blog blog =
                readers.ofArchive(options -> options.setViewportSize(800, 500)).open("");
        Page page = blog.page();
        page.navigate(blog.api() + "/");
        page.locator("#q").pressSequentially("harbour");
        assertThat(page).hasTitle(Pattern.compile("^“harbour” .*"));
        page.locator("article h2 a").nth(3).click();
        page.waitForURL(Pattern.compile(Pattern.quote(Blog.HOME) + ".+"));
        page.goBack();
        assertThat(page).hasTitle(Pattern.compile("^“harbour” .*"));
        assertThat(page.locator("#q")).hasValue("harbour");
        // Playwright's own waiting evaluates strings in the page, which the page's policy forbids.
        page.waitForCondition(() -> (boolean) page.evaluate("window.scrollY > 100"));
    }

    @Test
    void theRankOfTheChosenPostIsToldWhenTheServiceCounts(Readers readers) throws Exception {
        try (CountingServer counting = new CountingServer()) {
            Blog blog = readers.of(SampleServer.address(counting.server())).open("");
            Page page = blog.page();
            assertEquals("/api/v1/chosen?q=harbour&rank=2", told(page, blog, "/search?q=harbour", "article h2 a", 1));
            assertEquals(
                    "/api/v1/chosen?q=harbour&rank=11",
                    told(page, blog, "/search?q=harbour&offset=10", "article li a", 0));
            assertEquals(List.of(), blog.complaints());
        }
    }

    /// The address that a page tells of when a link on it is followed.
    private static String told(Page page, Blog blog, String path, String links, int which) {
        page.navigate(blog.api() + path);
        String address = page.waitForRequest(
                        request -> request.url().contains("/api/v1/chosen"),
                        () -> page.locator(links).nth(which).click())
                .url();
        page.waitForURL(Pattern.compile(Pattern.quote(Blog.HOME) + ".+"));
        return address.substring(blog.api().toString().length());
    }

    /// Results that come between pressing and letting go wait, so that the click isn't lost.
    @Test
    void resultsWaitWhileAHitIsPressed(Readers readers) {
        Blog blog = readers.ofArchive();
        Page page = blog.page();
        page.navigate(blog.api() + "/search?q=harbour");
        List<Route> held = new ArrayList<>();
        page.route("**/search?**", held::add);
        page.locator("#q").fill("tide");
        page.waitForCondition(() -> held.size() == 1);
        page.locator("article h2 a").first().hover();
        page.mouse().down();
        page.waitForResponse("**/search?**", () -> held.getFirst().resume()).finished();
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertThat(page).hasTitle(Pattern.compile("^“harbour” .*"));
        page.mouse().move(1, 1);
        page.mouse().up();
        assertThat(page).hasTitle(Pattern.compile("^“tide” .*"));
    }

    @Test
    void unreachableServerIsToldOf(Readers readers) {
        Blog blog = readers.ofArchive();
        Page page = blog.page();
        page.navigate(blog.api() + "/");
        page.route("**/search?**", route -> route.abort());
        page.locator("#q").fill("harbour");
        assertThat(page.locator("[role=status]")).hasText("The search can’t be reached. Press Enter to try again.");
    }

    private static int history(Page page) {
        return (int) page.evaluate("history.length");
    }
}
