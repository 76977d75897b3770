package dev.anchorage.post;

import dev.anchorage.archive.Problem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One article: metadata from its front matter (or, failing that, its path), its permalink and its body.
///
/// Texts are repaired for display where a wrong encoding had mangled them; the body is as the file has it, since
/// anchors are computed from what the generator sees.
///
/// @param path  of the source file, relative to the archive, with `/`
/// @param permalink  the post's lasting URL without fragment, ready to be clicked: percent-encoded; absolute when the
/// site's address is known, else root-relative
/// @param title  from the front matter; null when it names none (the splitter then takes the first level-1 heading,
/// else the file name)
/// @param date  of publication, from front matter, file name or path; null when none of them says
/// @param updated  of the last revision according to the front matter; null when it doesn't say
/// @param language  a BCP 47 tag such as `de` or `pt-BR`, from front matter or path; null when unknown
/// @param series  the series that the post belongs to; null for none
/// @param summary  from the front matter (description, summary, excerpt); null for none
/// @param visibility  who may see the post
/// @param body  the text after the front matter
/// @param problems  what was wrong with the file though it could be read
public record Post(
        String path,
        String permalink,
        @Nullable String title,
        @Nullable LocalDate date,
        @Nullable LocalDate updated,
        List<String> tags,
        List<String> categories,
        List<String> locations,
        List<String> authors,
        @Nullable String language,
        @Nullable String series,
        @Nullable String summary,
        Visibility visibility,
        Body body,
        List<Problem> problems) {

    public Post {
        tags = List.copyOf(tags);
        categories = List.copyOf(categories);
        locations = List.copyOf(locations);
        authors = List.copyOf(authors);
        problems = List.copyOf(problems);
    }
}
