package dev.anchorage.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.anchorage.web.BrowserExtension.Readers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The blog of these tests has a policy that forbids everything but the service; its breaches land in the console.
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class SearchBoxSafetyTest {
    @Test
    void noMarkupOfAnAnswerBecomesMarkup(Readers readers) {
        Blog blog = readers.ofSamples(options -> {}).open("facets='tag location'");
        blog.box().fill("hostile");
        assertThat(blog.part("heading").first()).containsText("<img src=x onerror=window.harmed=1>");
        assertThat(blog.page().locator("anchorage-search :is(img, svg, script)"))
                .hasCount(0);
        assertThat(blog.page().locator("anchorage-search a[href^=javascript]")).hasCount(0);
        blog.part("facet").first().click();
        blog.part("title").click();
        blog.page().waitForTimeout(200);
        assertNull(blog.page().evaluate("window.harmed ?? null"));
        assertEquals(List.of(), blog.complaints());
    }

    @Test
    void resultsPageHoldsToItsPolicyToo(Readers readers) {
        Blog blog = readers.ofSamples(options -> {});
        Page page = blog.page();
        page.navigate(blog.api() + "/search?q=hostile");
        assertThat(page.locator("article h2")).containsText("<img src=x");
        page.locator("#q").fill("hostile");
        page.locator("#q").pressSequentially(" ");
        page.waitForTimeout(300);
        assertNull(page.evaluate("window.harmed ?? null"));
        assertEquals(List.of(), blog.complaints());
    }

    @Test
    void queriesAreKeptOnlyWhenAsked(Readers readers) {
        Blog blog = readers.ofArchive().open("recent");
        blog.page().evaluate("document.addEventListener('anchorage:select', (event) => event.preventDefault())");
        blog.ask("harbour").press("ArrowDown", "Enter");
        blog.box().fill("");
        blog.press("ArrowDown");
        assertThat(blog.options()).hasText(new String[] {"harbour"});
        assertThat(blog.part("status")).hasText("Searched before");
        blog.options().first().click();
        assertThat(blog.part("all")).hasText("All results for “harbour”");
    }

    @Test
    void ownerCanTakeAChoiceOver(Readers readers) {
        Blog blog = readers.ofArchive().open("");
        blog.page().evaluate("""
                () => document.addEventListener('anchorage:select', (event) => {
                  event.preventDefault();
                  window.taken = event.detail;
                })""");
        blog.ask("harbour").press("ArrowDown");
        Locator chosen = blog.chosen();
        String href = chosen.getAttribute("href");
        blog.press("Enter");
        assertEquals(href, blog.page().evaluate("window.taken.url"));
        assertEquals("harbour", blog.page().evaluate("window.taken.query"));
        assertEquals(Blog.HOME, blog.page().url());
    }
}
