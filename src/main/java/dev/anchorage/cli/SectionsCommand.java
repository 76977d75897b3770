package dev.anchorage.cli;

import dev.anchorage.anchor.Fragments;
import dev.anchorage.archive.Problem;
import dev.anchorage.post.Post;
import dev.anchorage.section.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// `anchorage sections`.
@Command(
        name = "sections",
        description = "Show how files are cut: level, heading, anchor, address. Nothing is indexed.",
        mixinStandardHelpOptions = true)
final class SectionsCommand implements Callable<Integer> {
    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Places places = new Places();

    @Mixin
    private BlogOptions options = new BlogOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    SectionsCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        Blog blog = Blog.of(places.posts, options, settings);
        ArchiveReading reading = ArchiveReading.of(blog);
        reading.skipped().forEach(this::complain);
        reading.posts().forEach(post -> print(blog, post));
        return reading.skipped().isEmpty() ? Main.DONE : Main.DONE_BUT;
    }

    private void complain(Problem problem) {
        spec.commandLine().getErr().println(Style.clean(problem.toString()));
    }

    private void print(Blog blog, Post post) {
        PrintWriter out = spec.commandLine().getOut();
        Style style = new Style(output.isColored());
        if (!output.isJson) {
            out.println(style.bold(post.path()) + "  " + style.dim(post.permalink()));
        }
        for (Section section : blog.splitter().split(post).sections()) {
            if (section.isLead()) {
                continue;
            }
            if (output.isJson) {
                out.println(json(post, section));
            } else {
                String anchor = section.anchor() == null ? "(no anchor)" : "#" + section.anchor();
                out.println("  ".repeat(section.level()) + Style.clean(section.heading()) + "  " + style.dim(anchor));
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
