package dev.anchorage.bench;

import dev.anchorage.anchor.AnchorStyle;
import dev.anchorage.anchor.AnchorStyles;
import dev.anchorage.anchor.HeadingSource;
import dev.anchorage.anchor.Inline;
import dev.anchorage.archive.Archive;
import dev.anchorage.archive.ArchiveOptions;
import dev.anchorage.archive.SourceFile;
import dev.anchorage.index.IndexOptions;
import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.Indexer;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.post.Generator;
import dev.anchorage.post.Post;
import dev.anchorage.post.PostFormatException;
import dev.anchorage.post.PostOptions;
import dev.anchorage.post.PostReader;
import dev.anchorage.search.ResponseJson;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import dev.anchorage.search.SectionSearcher;
import dev.anchorage.section.Section;
import dev.anchorage.section.SectionSplitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.TokenStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What the steps cost that posts and queries take, over 300 posts that nobody wrote.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Parts {
    private static final Generator GENERATOR = new Generator("hugo");

    private final PostReader reader = new PostReader(PostOptions.of(GENERATOR));
    private final AnchorStyle anchors = AnchorStyles.of(GENERATOR);
    private final SectionSplitter splitter = new SectionSplitter(anchors);
    private final SectionAnalyzer analyzer = SectionAnalyzer.ofTexts();
    private final SearchRequest request =
            SearchRequest.of(GeneratedArchive.word(40) + " " + GeneratedArchive.word(400));
    private final Material material = material();

    private Material material() {
        try {
            Path folder = Files.createTempDirectory("anchorage-");
            Path index = folder.resolve("index");
            new GeneratedArchive(42).write(folder.resolve("posts"), 300);
            Archive archive = new Archive(folder.resolve("posts"), ArchiveOptions.defaults());
            IndexOptions options = new IndexOptions(index, true, true, "", "en", Instant.now());
            new Indexer(reader, splitter, options).update(archive);
            SectionSearcher searcher = new SectionSearcher(index);
            List<SourceFile> files = archive.scan().files();
            List<Post> posts = new ArrayList<>();
            for (SourceFile file : files) {
                posts.add(reader.read(file));
            }
            List<List<Section>> sections =
                    posts.stream().map(post -> splitter.split(post).sections()).toList();
            return new Material(files, posts, sections, searcher, searcher.search(request));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (PostFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Files into posts: front matter and permalink.
    @Benchmark
    public List<Post> reading() throws IOException, PostFormatException {
        List<Post> posts = new ArrayList<>();
        for (SourceFile file : material.files) {
            posts.add(reader.read(file));
        }
        return posts;
    }

    /// Posts into sections, with their anchors.
    @Benchmark
    public int cutting() {
        int sections = 0;
        for (Post post : material.posts) {
            sections += splitter.split(post).sections().size();
        }
        return sections;
    }

    /// The anchors of all headings.
    @Benchmark
    public int anchors() {
        int ids = 0;
        for (List<Section> post : material.sections) {
            ids += anchors.anchorsFor(post.stream().map(Parts::heading).toList())
                    .size();
        }
        return ids;
    }

    private static HeadingSource heading(Section section) {
        String heading = section.heading();
        return new HeadingSource(2, List.of(new Inline.Text(heading)), heading, HeadingSource.Form.ATX);
    }

    /// Texts into terms.
    @Benchmark
    public int analysis() throws IOException {
        int terms = 0;
        for (List<Section> post : material.sections) {
            for (Section section : post) {
                terms += terms(section.text());
            }
        }
        return terms;
    }

    private int terms(String text) throws IOException {
        int terms = 0;
        try (TokenStream stream = analyzer.tokenStream(IndexSchema.text("en"), text)) {
            stream.reset();
            while (stream.incrementToken()) {
                terms++;
            }
            stream.end();
        }
        return terms;
    }

    /// One query: ranked, with snippets and facets.
    @Benchmark
    public SearchResponse query() throws IOException {
        return material.searcher.search(request);
    }

    /// Its answer as JSON.
    @Benchmark
    public byte[] json() {
        return ResponseJson.of(material.response, null);
    }

    private record Material(
            List<SourceFile> files,
            List<Post> posts,
            List<List<Section>> sections,
            SectionSearcher searcher,
            SearchResponse response) {}
}
