package dev.anchorage.cli;

import dev.anchorage.anchor.Fragments;
import dev.anchorage.archive.Problem;
import dev.anchorage.post.Post;
import dev.anchorage.section.BuiltSite;
import dev.anchorage.section.Section;
import dev.anchorage.section.SectionedPost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// `anchorage sections`.
@Command(
        name = "sections",
        description = "Show how files are cut: level, heading, anchor, address. Nothing is indexed.")
final class SectionsCommand extends BlogCommand {
    @Option(
            names = "--built",
            paramLabel = "DIR",
            description = "Look ids up in the built site's HTML in this folder; those seen there are marked verified.")
    private @Nullable Path built;

    SectionsCommand(Settings settings) {
        super(settings);
    }

    @Override
    int run() throws IOException, SettingsException {
        Blog blog = blog();
        ArchiveReading reading = ArchiveReading.of(blog);
        reading.skipped().forEach(this::complain);
        for (Post post : reading.posts()) {
            SectionedPost cut = blog.splitter().split(post);
            print(built == null ? cut : new BuiltSite(built).compare(cut).post());
        }
        return reading.skipped().isEmpty() ? Main.DONE : Main.DONE_BUT;
    }

    private void complain(Problem problem) {
        err().println(Style.clean(problem.toString()));
    }

    private void print(SectionedPost cut) {
        Post post = cut.post();
        Style style = style();
        if (!output.isJson) {
            out().println(style.bold(post.path()) + "  " + style.dim(post.permalink()));
        }
        for (Section section : cut.sections()) {
            if (section.isLead()) {
                continue;
            }
            if (output.isJson) {
                out().println(json(post, section));
            } else {
                String anchor = section.anchor() == null ? "(no anchor)" : "#" + section.anchor();
                out().println("  ".repeat(section.level()) + Style.clean(section.heading()) + "  " + style.dim(anchor));
            }
        }
    }

    private static String json(Post post, Section section) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("path", post.path());
            json.writeNumberProperty("level", section.level());
            json.writeStringProperty("heading", section.heading());
            if (section.anchor() == null) {
                json.writeNullProperty("anchor");
            } else {
                json.writeStringProperty("anchor", section.anchor());
            }
            json.writeStringProperty(
                    "anchorSource", section.anchorSource().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("url", Fragments.url(post.permalink(), section.linkAnchor()));
            json.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
