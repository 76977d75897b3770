package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import dev.anchorage.web.BrowserExtension.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Runs `src/test/js` in the browser.
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class SearchBoxFunctionsTest {
    @Test
    void pureFunctionsHold(Readers readers) throws IOException {
        String tests = Files.readString(Path.of("src/test/js/anchorage-search.test.js"));
        Blog blog = readers.ofArchive();
        Page page = blog.page();
        page.route("**/tests.js", route -> route.fulfill(Blog.answer("text/javascript", tests)));
        page.navigate(blog.api() + "/");
        @SuppressWarnings("unchecked") // what the module gives: pairs of a name and what went wrong
        List<List<String>> results = (List<List<String>>) page.evaluate("""
                async () => {
                  const { tests } = await import('/tests.js');
                  return Promise.all(Object.entries(tests).map(async ([name, test]) => {
                    try { await test(); return [name, '']; } catch (error) { return [name, String(error)]; }
                  }));
                }""");
        assertFalse(results.isEmpty());
        assertEquals(
                List.of(),
                results.stream().filter(result -> !result.get(1).isEmpty()).toList());
    }
}
