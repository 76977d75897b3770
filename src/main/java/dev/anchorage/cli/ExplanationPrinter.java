package dev.anchorage.cli;

import dev.anchorage.search.Explanation;
import dev.anchorage.search.Explanation.Part;
import dev.anchorage.search.Explanation.PostScore;
import dev.anchorage.search.Explanation.SectionScore;
import dev.anchorage.search.Explanation.WordScore;
import java.io.PrintWriter;
import java.util.Locale;

/// Prints an explanation for people.
final class ExplanationPrinter {
    private final PrintWriter out;
    private final Style style;

    ExplanationPrinter(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    void print(Explanation explanation) {
        out.println(style.bold(explanation.sentence()));
        if (!explanation.missing().isEmpty()) {
            out.println("Missing: " + Style.clean(String.join(", ", explanation.missing())));
        }
        if (explanation.post() != null) {
            print(explanation.post());
        }
        if (explanation.section() != null) {
            print(explanation.section());
        }
        if (!explanation.ahead().isEmpty()) {
            out.println();
            out.println(style.dim("Before it:"));
            explanation
                    .ahead()
                    .forEach(post -> out.println(
                            number(post.score()) + "  " + Style.clean(post.title()) + "  " + style.dim(post.url())));
        }
    }

    private void print(PostScore post) {
        out.println();
        out.println(number(post.score()) + "  " + style.bold(post.title()) + "  " + style.dim(post.url()));
        line(post.best(), "its best section");
        line(post.whole() * post.wholeWeight(), "the post as a whole");
        line(post.linkFactor(), "times: " + links(post.links()));
        line(post.recencyFactor(), "times: how new it is");
    }

    private void print(SectionScore section) {
        out.println();
        String heading = section.heading().isEmpty() ? "(text before the first heading)" : section.heading();
        out.println(number(section.asAnswer()) + "  " + style.bold(heading) + "  " + style.dim(section.url()));
        section.words().forEach(this::print);
        line(section.pairs(), "words that stand together");
        line(section.coverage(), "times: " + section.found() + " of " + section.wanted() + " words");
        line(section.linkFactor(), "times: " + links(section.links()));
        line(
                section.score(),
                "among the sections of its post: "
                        + number(section.distinct()).strip()
                        + " that tells it from them, times words and links twice, plus "
                        + number(section.headingCover() * section.headingCoverWeight())
                                .strip() + " for its heading");
    }

    private void print(WordScore word) {
        line(word.score(), Style.clean(word.word()));
        for (Part part : word.parts()) {
            out.println(style.dim("          " + number(part.score()) + "  " + part.field() + ": " + part.term() + " ("
                    + part.count() + "×): weight " + number(part.weight()).strip() + " × rarity "
                    + number(part.rarity()).strip() + " × frequency "
                    + number(part.frequency()).strip()));
        }
    }

    private void line(float value, String what) {
        out.println("    " + number(value) + "  " + what);
    }

    private static String links(int posts) {
        return posts == 1 ? "1 other post links here" : posts + " other posts link here";
    }

    private static String number(float value) {
        return String.format(Locale.ROOT, "%7.3f", value);
    }
}
