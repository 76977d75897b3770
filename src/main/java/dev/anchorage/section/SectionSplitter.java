package dev.anchorage.section;

import dev.anchorage.anchor.AnchorStyle;
import dev.anchorage.anchor.HeadingQuirk;
import dev.anchorage.anchor.HeadingSource;
import dev.anchorage.archive.Problem;
import dev.anchorage.post.Body;
import dev.anchorage.post.Post;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Cuts posts at their headings, with the eyes of one generator. Thread-safe.
///
/// Any body up to 1 MB is done within two seconds: what would cost the Markdown parser more is recognised beforehand
/// and read in a simpler way, which a problem of the result says.
public final class SectionSplitter {
    private final AnchorStyle style;
    private final MarkdownReader markdown;
    private final MarkdownReader mdx;

    /// @param style  the rule of the blog's generator; decides about ids and about what is a heading at all
    public SectionSplitter(AnchorStyle style) {
        this.style = style;
        markdown = new MarkdownReader(style.quirks());
        mdx = new MarkdownReader(withMdx(style.quirks()));
    }

    private static Set<HeadingQuirk> withMdx(Set<HeadingQuirk> quirks) {
        Set<HeadingQuirk> all = EnumSet.of(HeadingQuirk.MDX);
        all.addAll(quirks);
        return all;
    }

    /// The sections of a post. Never throws because of what the post holds.
    public SectionedPost split(Post post) {
        List<Problem> problems = new ArrayList<>();
        Outline outline = outlineOf(post, problems);
        if (outline.isCut()) {
            problems.add(new Problem(
                    post.path(),
                    0,
                    "it has more than " + Outline.MOST_HEADINGS
                            + " headings, of which the later ones are read as text"));
        }
        return new SectionAssembly(post, outline, anchorsOf(post.body(), outline)).assemble(problems);
    }

    /// The cut body before ids are computed.
    Outline outlineOf(Post post) {
        return outlineOf(post, new ArrayList<>());
    }

    private Outline outlineOf(Post post, List<Problem> problems) {
        return switch (post.body()) {
            case Body.Markdown ignored -> read(markdown, post, problems);
            case Body.Mdx ignored -> read(mdx, post, problems);
            case Body.Html body -> HtmlPage.read(body.text());
            case Body.Page body -> HtmlPage.readMain(body.text());
        };
    }

    private static Outline read(MarkdownReader reader, Post post, List<Problem> problems) {
        String text = post.body().text();
        ParsingRisk.Finding risk = ParsingRisk.in(text);
        if (risk == null) {
            try {
                return reader.read(text);
            } catch (StackOverflowError | RuntimeException parserFailed) {
                // flexmark is neither bounded nor free of faults; the simple way below is both
                risk = new ParsingRisk.Finding(0, "something on which the parser fails");
            }
        }
        problems.add(new Problem(
                post.path(),
                post.body().firstLine() + risk.line(),
                "it has " + risk.found()
                        + " and was read in the simple way, by its heading lines: look whether that is meant"));
        return SimpleReader.read(text);
    }

    private List<@Nullable String> anchorsOf(Body body, Outline outline) {
        List<HeadingSource> headings = outline.headings();
        if (!isHtml(body)) {
            return style.anchorsFor(headings);
        }
        List<@Nullable String> own = new ArrayList<>();
        headings.forEach(heading -> own.add(heading.around().ownId()));
        return own;
    }

    static boolean isHtml(Body body) {
        return body instanceof Body.Html || body instanceof Body.Page;
    }
}
