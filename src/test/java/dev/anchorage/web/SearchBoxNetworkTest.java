package dev.anchorage.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import dev.anchorage.web.BrowserExtension.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("browser")
@ExtendWith(BrowserExtension.class)
class SearchBoxNetworkTest {
    @ParameterizedTest
    @CsvSource({"30, 3", "120, 7", "250, 7"})
    void typingAsksNoMoreThanNeeded(int pause, int most, Readers readers) {
        Blog blog = readers.ofArchive().open("").stopTheClock();
        for (int length = 1; length <= "harbour".length(); length++) {
            blog.box().fill("harbour".substring(0, length));
            blog.pass(pause);
        }
        blog.goOn();
        assertThat(blog.part("all")).hasText("All results for “harbour”");
        assertTrue(blog.searches().size() <= most, blog.searches().size() + " requests");
        assertTrue(blog.searches().getFirst().contains("q=h&"), blog.searches().getFirst());
    }

    @Test
    void answerOnceGivenIsKept(Readers readers) {
        Blog blog = readers.ofArchive().open("").ask("harbour").ask("harbours").ask("harbour");
        assertEquals(2, blog.searches().size());
    }

    @Test
    void searchIsOneRequestWithoutCookieOrQuestionBefore(Readers readers) {
        Blog blog = readers.ofArchive().open("").ask("harbour");
        List<Request> searches = blog.requests().stream()
                .filter(request -> request.url().contains("/api/"))
                .toList();
        assertEquals(1, searches.size());
        assertEquals("GET", searches.getFirst().method());
        assertFalse(searches.getFirst().allHeaders().containsKey("cookie"));
        assertTrue(blog.requests().stream()
                .allMatch(request ->
                        request.url().startsWith(blog.api()) || request.url().startsWith(Blog.HOME)));
        assertEquals(0, blog.page().evaluate("localStorage.length + sessionStorage.length"));
        assertEquals("", blog.page().evaluate("document.cookie"));
    }

    @Test
    void aBoxOfOneSiteAsksForItAndItsResultsPageToo(Readers readers) {
        Blog blog = readers.ofArchive().open("site='alps|baking'").ask("harbour");
        assertTrue(
                blog.searches().getFirst().contains("&site=alps&site=baking"),
                blog.searches().getFirst());
        String all = String.valueOf(blog.part("all").getAttribute("href"));
        assertTrue(all.endsWith("/search?q=harbour&site=alps&site=baking"), all);
    }

    @Test
    void theRankOfTheChosenPostIsToldWhenTheServiceCounts(Readers readers) throws Exception {
        try (CountingServer counting = new CountingServer()) {
            Blog blog = readers.of(SampleServer.address(counting.server()))
                    .open("site=alps")
                    .ask("harbour");
            int second = blog.part("post").first().getByRole(AriaRole.OPTION).count();
            Request told = blog.page()
                    .waitForRequest(
                            request -> request.url().contains("/api/v1/chosen"),
                            () -> blog.options().nth(second).click());
            assertEquals("POST", told.method());
            assertTrue(told.url().endsWith("/api/v1/chosen?q=harbour&rank=2&site=alps"), told.url());
            blog.page().waitForURL(url -> !url.equals(Blog.HOME));
            assertEquals(List.of(), blog.complaints());
        }
    }

    @Test
    void olderAnswerNeverReplacesANewerOne(Readers readers) {
        Blog blog = readers.ofArchive().open("").stopTheClock();
        List<Route> held = new ArrayList<>();
        blog.answerSearches(held::add);
        for (String typed : List.of("a", "ab", "abc")) {
            blog.box().fill(typed);
            blog.pass(150);
            blog.page().waitForCondition(() -> held.size() == typed.length());
        }
        held.get(1).fulfill(found("ab"));
        assertThat(blog.part("all")).containsText("“ab”");
        held.get(0).fulfill(found("a"));
        blog.page().waitForTimeout(100);
        assertThat(blog.part("all")).containsText("“ab”");
        held.get(2).fulfill(found("abc"));
        assertThat(blog.part("all")).containsText("“abc”");
    }

    /// Between pressing and letting go an answer may come, in which the row is another hit's.
    @Test
    void clickGoesToTheHitThatWasPressed(Readers readers) {
        Blog blog = readers.ofArchive().open("");
        List<Route> held = awaiting(blog);
        blog.page().evaluate("""
                () => addEventListener('anchorage:select', (event) => {
                  event.preventDefault();
                  globalThis.chosen = event.detail.url;
                })""");
        press(blog, "hit");
        arrive(blog, held);
        assertThat(blog.part("all")).containsText("“a”");
        blog.page().mouse().up();
        assertEquals("https://blog.example/a#h", blog.page().evaluate("chosen"));
        assertThat(blog.part("panel")).isHidden();
    }

    @Test
    void answerThatCameWhileARowWasPressedIsShownThen(Readers readers) {
        Blog blog = readers.ofArchive().open("");
        List<Route> held = awaiting(blog);
        press(blog, "about");
        arrive(blog, held);
        assertThat(blog.part("all")).containsText("“a”");
        blog.page().mouse().up();
        assertThat(blog.part("all")).containsText("“ab”");
    }

    @Test
    void answerThatComesAfterTheBoxWasClosedDoesNotOpenIt(Readers readers) {
        Blog blog = readers.ofArchive().open("");
        List<Route> held = awaiting(blog);
        blog.press("Escape");
        assertThat(blog.part("panel")).isHidden();
        arrive(blog, held);
        assertThat(blog.part("panel")).isHidden();
        blog.press("ArrowDown");
        assertThat(blog.part("all")).containsText("“ab”");
        assertEquals(2, blog.searches().size());
    }

    /// Shows the answer to “a” and has the one to “ab” waited for: the second of these.
    private static List<Route> awaiting(Blog blog) {
        List<Route> held = new ArrayList<>();
        blog.answerSearches(held::add);
        blog.box().fill("a");
        blog.page().waitForCondition(() -> held.size() == 1);
        held.getFirst().fulfill(found("a"));
        assertThat(blog.part("all")).containsText("“a”");
        blog.box().fill("ab");
        blog.page().waitForCondition(() -> held.size() == 2);
        return held;
    }

    private static void press(Blog blog, String part) {
        blog.part(part).hover();
        blog.page().mouse().down();
    }

    /// Lets the second answer come, and the page have two frames to do something about it.
    private static void arrive(Blog blog, List<Route> held) {
        blog.page()
                .waitForResponse(
                        response -> response.url().contains("q=ab&"),
                        () -> held.get(1).fulfill(found("ab")))
                .finished();
        blog.page().evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    @Test
    void threeRequestsAreOnTheirWayAtMost(Readers readers) {
        Blog blog = readers.ofArchive().open("").stopTheClock();
        List<Route> held = new ArrayList<>();
        blog.answerSearches(held::add);
        for (int length = 1; length <= 6; length++) {
            blog.box().fill("abcdef".substring(0, length));
            blog.pass(130);
        }
        blog.page().waitForCondition(() -> held.size() >= 3);
        assertEquals(3, held.size());
        held.getFirst().fulfill(found("a"));
        assertThat(blog.part("all")).containsText("“a”");
        blog.page().waitForCondition(() -> held.size() >= 4);
        blog.pass(1_000);
        assertEquals(4, held.size());
        assertTrue(held.getLast().request().url().contains("q=abcdef&"));
    }

    @Test
    void refusingServerHasItsOwnWords(Readers readers) {
        Blog blog = readers.ofArchive().open("");
        blog.answerSearches(route -> route.abort("connectionrefused"));
        assertSaid(blog, "The search can’t be reached.");
    }

    @Test
    void faultyServerHasItsOwnWords(Readers readers) {
        Blog blog = readers.ofArchive().open("");
        blog.answerSearches(route -> route.fulfill(plain().setStatus(500)));
        assertSaid(blog, "The search has a fault. Please try again later.");
    }

    @Test
    void busyServerIsAskedAgainWhenItSaid(Readers readers) {
        Blog blog = readers.ofArchive().open("");
        List<Route> seen = new ArrayList<>();
        blog.answerSearches(route -> {
            seen.add(route);
            if (seen.size() == 1) { // the second is answered when the words about the first have been seen
                Map<String, String> headers = Map.of(
                        "Retry-After",
                        "1",
                        "Access-Control-Allow-Origin",
                        "*",
                        "Access-Control-Expose-Headers",
                        "Retry-After");
                route.fulfill(plain().setStatus(429).setHeaders(headers));
            }
        });
        assertSaid(blog, "Too many searches at once. Trying again in a moment.");
        blog.page().waitForCondition(() -> seen.size() == 2);
        seen.getLast().fulfill(found("harbour"));
        assertThat(blog.part("all")).hasText("All results for “harbour”");
    }

    @Test
    void offlineHasItsOwnWordsAndEndsWhenBack(Readers readers) {
        Blog blog = readers.ofArchive().open("");
        blog.page().context().setOffline(true);
        assertSaid(blog, "You are offline.");
        blog.page().context().setOffline(false);
        assertThat(blog.part("all")).hasText("All results for “harbour”");
    }

    @Test
    void hangingServerIsWaitedForAndThenGivenUp(Readers readers) {
        Blog blog = readers.ofArchive().open("");
        blog.answerSearches(route -> {});
        assertSaid(blog, "Still searching …");
        assertSaid(blog, "The search takes too long. Please try again.");
    }

    @Test
    void nothingFoundIsSaidOfAnswersOnly(Readers readers) {
        Blog blog = readers.ofArchive().open("");
        blog.box().fill("xqzzyv");
        assertThat(blog.part("status")).hasText("Nothing found for “xqzzyv”.");
        assertThat(blog.part("live")).hasText("Nothing found for “xqzzyv”.");
        assertThat(blog.box()).hasAttribute("aria-expanded", "false");
    }

    @Test
    void numberOfHitsIsAnnounced(Readers readers) {
        Blog blog = readers.ofArchive().open("").ask("harbour");
        assertThat(blog.part("live")).hasText(Pattern.compile("\\d+ sections in \\d+ posts"));
        blog.page().waitForLoadState(LoadState.NETWORKIDLE);
        assertEquals(List.of(), blog.complaints());
    }

    private static void assertSaid(Blog blog, String words) {
        if (!"harbour".equals(blog.box().inputValue())) {
            blog.box().fill("harbour");
        }
        assertThat(blog.part("status")).hasText(words);
        assertThat(blog.part("live")).hasText(words);
        assertThat(blog.options()).hasCount(0);
    }

    private static Route.FulfillOptions plain() {
        return Blog.answer("text/plain", "").setHeaders(Map.of("Access-Control-Allow-Origin", "*"));
    }

    private static Route.FulfillOptions found(String query) {
        String json = """
                {"query": "%s", "relaxed": null, "didYouMean": null, "total": {"posts": 1, "sections": 1}, "facets": {},
                 "posts": [{"title": "T", "url": "https://blog.example/%s", "date": "2024-03-01", "sections": [{"heading": "H", "headingPath": ["H"],
                   "url": "https://blog.example/%s#h", "snippet": null, "headingHighlights": []}], "moreSections": 0}]}
                """;
        return Blog.answer("application/json", json.replace("%s", query))
                .setHeaders(Map.of("Access-Control-Allow-Origin", "*", "Content-Type", "application/json"));
    }
}
