package dev.anchorage.section;

import dev.anchorage.anchor.AnchorStyle;
import dev.anchorage.anchor.AnchorStyles;
import dev.anchorage.anchor.HeadingSource;
import dev.anchorage.post.Generator;
import dev.anchorage.post.Post;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Tries anchor rules on an archive whose configuration does not tell the generator: the in-page links that authors
/// wrote must lead to ids, and the rule that resolves most of them is the likeliest.
public final class RuleTrial {
    /// What may stand between the beginning of a link's target and its `#`.
    private static final String BEFORE_FRAGMENT = " \t\r\n<\"'\\";

    private static final String HREF = "href";

    private RuleTrial() {}

    /// How a rule fared.
    ///
    /// @param generator  whose rule it is
    /// @param resolved  in-page links that lead to an id
    /// @param fragments  all in-page links, which are the same for every rule
    public record Score(Generator generator, int resolved, int fragments) {
        /// Between 0 and 1; 0 when there are no links.
        public double share() {
            return fragments == 0 ? 0 : (double) resolved / fragments;
        }
    }

    /// Every generator, with the options that change many ids; the most widespread first.
    public static List<Generator> usualCandidates() {
        return List.of(
                new Generator("jekyll"),
                new Generator("hugo"),
                new Generator("hugo", Map.of("autoHeadingIDType", "blackfriday")),
                new Generator("hugo", Map.of("autoHeadingIDType", "github-ascii")),
                new Generator("github-slugger"),
                new Generator("docusaurus"),
                new Generator("astro"),
                new Generator("gatsby", Map.of("enableCustomId", "true")),
                new Generator("python-markdown"),
                new Generator("python-markdown", Map.of("slugify", "unicode")),
                new Generator("python-markdown", Map.of("slugify", "pymdownx")),
                new Generator("markdown-it-anchor"),
                new Generator("markdown-it-anchor", Map.of("attrs", "true")),
                new Generator("eleventy-id"),
                new Generator("vitepress"),
                new Generator("hexo"),
                new Generator("zola"),
                new Generator("sphinx"),
                new Generator("pandoc"));
    }

    /// Tries rules on posts. Each post that may have an in-page link is parsed once, with CommonMark's idea of a
    /// heading.
    ///
    /// @param candidates  in the order of preference among equals
    /// @return a score for each candidate, the best first
    public static List<Score> of(List<Post> posts, List<Generator> candidates) {
        List<Page> pages = pagesOf(posts);
        List<Score> scores = new ArrayList<>();
        for (Generator candidate : candidates) {
            AnchorStyle style = AnchorStyles.of(candidate);
            int resolved =
                    pages.stream().mapToInt(page -> page.resolvedBy(style)).sum();
            int fragments =
                    pages.stream().mapToInt(page -> page.fragments.size()).sum();
            scores.add(new Score(candidate, resolved, fragments));
        }
        scores.sort(Comparator.comparingInt(Score::resolved).reversed());
        return List.copyOf(scores);
    }

    private static List<Page> pagesOf(List<Post> posts) {
        SectionSplitter splitter = new SectionSplitter(AnchorStyles.of(new Generator("none")));
        return posts.parallelStream()
                .filter(post -> !SectionSplitter.isHtml(post.body())
                        && mayHaveInPageLink(post.body().text()))
                .map(post -> new Page(splitter.outlineOf(post)))
                .filter(page -> !page.fragments.isEmpty())
                .toList();
    }

    /// Whether a post may have an in-page link, judged by the bytes of its file, since the others need not be read
    /// for a trial. What a byte-order mark says to be UTF-16 or UTF-32 may have one.
    public static boolean mayHaveInPageLink(byte[] file) {
        boolean isWide = file.length > 0 && (file[0] == 0 || (file[0] & 0xFE) == 0xFE);
        return isWide || mayHaveInPageLink(new String(file, StandardCharsets.ISO_8859_1));
    }

    /// Whether a `#` stands where the target of a link begins, in Markdown or HTML; most are headings, colours and
    /// comments of code, and a post that only has such need not be parsed.
    private static boolean mayHaveInPageLink(String text) {
        for (int hash = text.indexOf('#'); hash >= 0; hash = text.indexOf('#', hash + 1)) {
            int before = behind(text, BEFORE_FRAGMENT, hash - 1);
            if (before >= 0 && isBeginning(text, before)) {
                return true;
            }
        }
        return false;
    }

    /// `](`, `]:`, `href=`, or a `&` that may stand for a `#`.
    private static boolean isBeginning(String text, int last) {
        return switch (text.charAt(last)) {
            case '(', ':' -> last > 0 && text.charAt(last - 1) == ']';
            case '=' -> {
                int start = behind(text, " \t\r\n", last - 1) - HREF.length() + 1;
                yield text.regionMatches(true, start, HREF, 0, HREF.length());
            }
            case '&' -> true;
            default -> false;
        };
    }

    /// Where the last of other characters stands, not after a place; -1 when there is none.
    private static int behind(String text, String skipped, int place) {
        int at = place;
        while (at >= 0 && skipped.indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at;
    }

    /// The headings of a post and the fragments that its author wrote.
    private static final class Page {
        private final List<HeadingSource> headings;
        private final List<String> fragments = new ArrayList<>();

        Page(Outline outline) {
            headings = outline.headings();
            for (SectionDraft draft : outline.drafts) {
                for (Link link : draft.links) {
                    String fragment =
                            link.target().startsWith("#") ? link.target().substring(1) : "";
                    if (PageIds.isOurs(fragment) && !outline.otherIds.contains(fragment)) {
                        fragments.add(fragment);
                    }
                }
            }
        }

        int resolvedBy(AnchorStyle style) {
            PageIds ids = new PageIds(style.anchorsFor(headings));
            return (int) fragments.stream().filter(ids::has).count();
        }
    }
}
