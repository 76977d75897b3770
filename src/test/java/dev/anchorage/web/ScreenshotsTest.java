package dev.anchorage.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.anchorage.web.BrowserExtension.Readers;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// Makes the pictures in `src/docs` anew: `mvn test -Dtest=ScreenshotsTest -Dscreenshots=true`.
@Tag("browser")
@EnabledIfSystemProperty(named = "screenshots", matches = "true")
@ExtendWith(BrowserExtension.class)
class ScreenshotsTest {
    private static final Path FOLDER = Path.of("src/docs/search-box");

    @Test
    void searchBoxOnABlog(Readers readers) {
        Blog blog = readers.ofArchive(options -> size(options, 760, 560))
                .open("")
                .ask("harbour")
                .press("ArrowDown", "ArrowDown");
        assertThat(blog.chosen()).isVisible();
        shoot(blog, "search-box.png");
    }

    @Test
    void resultsPage(Readers readers) {
        Blog blog = readers.ofArchive(options -> size(options, 1000, 700));
        blog.page().navigate(blog.api() + "/search?q=lighthouse");
        shoot(blog, "results-page.png");
    }

    @Test
    void dialogAtNight(Readers readers) {
        Blog blog = readers.ofArchive(options -> size(options, 400, 700).setColorScheme(ColorScheme.DARK))
                .open("mode=dialog");
        blog.part("trigger").click();
        blog.ask("tide").press("ArrowDown");
        shoot(blog, "dialog.png");
    }

    private static NewContextOptions size(NewContextOptions options, int width, int height) {
        return options.setViewportSize(width, height);
    }

    private static void shoot(Blog blog, String name) {
        blog.page().waitForTimeout(400);
        blog.page().screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name)));
    }
}
