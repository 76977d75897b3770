package dev.anchorage.bench;

import dev.anchorage.anchor.AnchorStyles;
import dev.anchorage.archive.Archive;
import dev.anchorage.archive.ArchiveOptions;
import dev.anchorage.archive.SourceFile;
import dev.anchorage.post.Generator;
import dev.anchorage.post.Post;
import dev.anchorage.post.PostFormatException;
import dev.anchorage.post.PostOptions;
import dev.anchorage.post.PostReader;
import dev.anchorage.post.Visibility;
import dev.anchorage.section.Section;
import dev.anchorage.section.SectionSplitter;
import dev.anchorage.section.SectionedPost;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A file of sections as raw Lucene gets them: cut, in one piece of text each, with nothing left to be read.
final class CutSections {
    private CutSections() {}

    /// Writes the sections of an archive.
    ///
    /// @param archive  the posts
    /// @param file  is written
    /// @return number of sections, and of UTF-8 bytes of their text
    static Size write(Path archive, Generator generator, Path file) throws IOException {
        PostReader reader = new PostReader(PostOptions.of(generator));
        SectionSplitter splitter = new SectionSplitter(AnchorStyles.of(generator));
        Size size = new Size(0, 0);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
            for (SourceFile source :
                    new Archive(archive, ArchiveOptions.defaults()).scan().files()) {
                size = size.plus(write(source, reader, splitter, out));
            }
        }
        return size;
    }

    private static Size write(SourceFile source, PostReader reader, SectionSplitter splitter, DataOutputStream out)
            throws IOException {
        Size size = new Size(0, 0);
        try {
            Post post = reader.read(source.path(), source.bytes());
            if (!(post.visibility() instanceof Visibility.NoPost)
                    && post.visibility().isVisibleAt(Instant.now())) {
                SectionedPost sectioned = splitter.split(post);
                for (Section section : sectioned.sections()) {
                    size = size.plus(write(sectioned, section, out));
                }
            }
        } catch (PostFormatException skipped) {
            return size;
        }
        return size;
    }

    private static Size write(SectionedPost post, Section section, DataOutputStream out) throws IOException {
        String text = String.join("\n", section.heading(), section.text(), section.code(), section.figures());
        write(out, post.post().permalink() + "#" + section.anchor());
        write(out, post.title());
        int bytes = write(out, text);
        List<String> tags = post.post().tags();
        out.writeInt(tags.size());
        for (String tag : tags) {
            write(out, tag);
        }
        List<String> locations = post.post().locations();
        out.writeInt(locations.size());
        for (String location : locations) {
            write(out, location);
        }
        return new Size(1, bytes);
    }

    private static int write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        return bytes.length;
    }

    static Reader read(Path file) throws IOException {
        return new Reader(new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20)));
    }

    /// One section after the other. Thread-safe.
    record Reader(DataInputStream in) implements AutoCloseable {
        /// The next sections.
        ///
        /// @return an empty list at the end
        synchronized List<Cut> next(int limit) throws IOException {
            List<Cut> cuts = new ArrayList<>(limit);
            try {
                while (cuts.size() < limit) {
                    cuts.add(new Cut(text(), text(), text(), texts(), texts()));
                }
            } catch (EOFException end) {
                return cuts;
            }
            return cuts;
        }

        private String text() throws IOException {
            return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        }

        private List<String> texts() throws IOException {
            List<String> texts = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                texts.add(text());
            }
            return texts;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /// One section.
    record Cut(String url, String title, String text, List<String> tags, List<String> locations) {}

    /// @param bytes  of text
    record Size(long sections, long bytes) {
        Size plus(Size other) {
            return new Size(sections + other.sections, bytes + other.bytes);
        }
    }
}
