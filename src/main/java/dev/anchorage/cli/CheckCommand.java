package dev.anchorage.cli;

import dev.anchorage.archive.Problem;
import dev.anchorage.post.Generator;
import dev.anchorage.search.ReportJson;
import dev.anchorage.section.ArchiveCheck;
import dev.anchorage.section.BuiltSite;
import dev.anchorage.section.CheckReport;
import dev.anchorage.section.SectionedPost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// `anchorage check`.
@Command(
        name = "check",
        description = "Find what is wrong in an archive: dead links, ids that are missing or given twice, "
                + "unreadable front matter, mangled text. Nothing is indexed.")
final class CheckCommand extends BlogCommand {
    @Option(
            names = "--built",
            paramLabel = "DIR",
            description = "Compare ids and addresses with the built site's HTML in this folder.")
    private @Nullable Path built;

    CheckCommand(Settings settings) {
        super(settings);
    }

    @Override
    int run() throws IOException, SettingsException {
        if (built != null && !Files.isDirectory(built)) {
            throw new SettingsException("there is no folder " + built + "; --built takes the folder of the built site");
        }
        Blog blog = blog();
        ArchiveReading reading = ArchiveReading.of(blog);
        List<SectionedPost> posts =
                reading.posts().parallelStream().map(blog.splitter()::split).toList();
        CheckReport report = ArchiveCheck.of(posts);
        List<Problem> problems = new ArrayList<>(reading.skipped());
        problems.addAll(blog.reader().problems());
        posts.forEach(post -> problems.addAll(post.post().problems()));
        posts.forEach(post -> problems.addAll(post.problems()));
        problems.addAll(report.problems());
        problems.addAll(differencesFromBuilt(posts));
        problems.sort(Comparator.comparing(Problem::path).thenComparingInt(Problem::line));
        if (output.isJson) {
            out().println(json(blog, report, problems));
        } else {
            problems.forEach(problem -> out().println(Style.clean(problem.toString())));
            if (!output.isQuiet) {
                err().println(summary(blog, report, posts.size(), problems.size()));
            }
        }
        return problems.isEmpty() ? Main.DONE : Main.DONE_BUT;
    }

    private List<Problem> differencesFromBuilt(List<SectionedPost> posts) throws IOException {
        List<Problem> differences = new ArrayList<>();
        if (built != null) {
            BuiltSite site = new BuiltSite(built);
            for (SectionedPost post : posts) {
                if (post.post().visibility().isVisibleAt(java.time.Instant.now())) {
                    differences.addAll(site.compare(post).problems());
                }
            }
        }
        return differences;
    }

    private static String summary(Blog blog, CheckReport report, int posts, int problems) {
        return (problems == 1 ? "1 problem in " : problems + " problems in ") + posts
                + (posts == 1 ? " post" : " posts")
                + "; rule: " + named(blog.generator().generator()) + " ("
                + blog.generator().evidence()
                + (blog.generator().isSure() ? "" : "; not sure") + "); it resolves " + report.resolved() + " of "
                + report.fragments() + " in-page links";
    }

    private static String named(Generator generator) {
        return generator.options().isEmpty()
                ? generator.name()
                : generator.name() + " " + new TreeMap<>(generator.options());
    }

    private static String json(Blog blog, CheckReport report, List<Problem> problems) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("generator", blog.generator().generator().name());
            json.writeStringProperty("evidence", blog.generator().evidence());
            json.writeBooleanProperty("sure", blog.generator().isSure());
            json.writeNumberProperty("fragments", report.fragments());
            json.writeNumberProperty("resolved", report.resolved());
            json.writeName("problems");
            ReportJson.problems(json, problems);
            json.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
