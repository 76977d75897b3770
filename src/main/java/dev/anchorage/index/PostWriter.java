package dev.anchorage.index;

import dev.anchorage.archive.ArchiveChanges;
import dev.anchorage.archive.Fingerprint;
import dev.anchorage.archive.Problem;
import dev.anchorage.archive.SourceFile;
import dev.anchorage.post.Post;
import dev.anchorage.post.PostFormatException;
import dev.anchorage.post.PostReader;
import dev.anchorage.post.Visibility;
import dev.anchorage.section.SectionSplitter;
import dev.anchorage.section.SectionedPost;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/// Reads, cuts and writes posts on all processors. A post that can't be read is an outcome, not a failure.
final class PostWriter implements AutoCloseable {
    /// Deeply nested Markdown needs a deep stack; only what is used of it costs memory.
    private static final long STACK_BYTES = 64L << 20;

    private final StoreUpdate update;
    private final PostReader reader;
    private final SectionSplitter splitter;
    private final IndexOptions options;
    private final SectionDocuments documents;
    private final ExecutorService workers;
    private final List<Future<Outcome>> running = new ArrayList<>();

    PostWriter(StoreUpdate update, PostReader reader, SectionSplitter splitter, IndexOptions options) {
        this.update = update;
        this.reader = reader;
        this.splitter = splitter;
        this.options = options;
        documents = new SectionDocuments(
                SectionAnalyzer.ofTexts(), options.defaultLanguage(), options.hasLocationHierarchy());
        ThreadFactory threads = Thread.ofPlatform()
                .name("index-", 0)
                .stackSize(STACK_BYTES)
                .daemon()
                .factory();
        workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), threads);
    }

    /// Replaces a post by what its file says now, some time before {@link #finish()} returns.
    void submit(SourceFile file) {
        if (running.isEmpty()) {
            workers.execute(SectionDocuments::readWords);
        }
        running.add(workers.submit(() -> replace(file)));
    }

    /// Waits for all posts.
    ///
    /// @return one outcome for each post, in the order they were submitted
    /// @throws IOException when the index can't be written
    List<Outcome> finish() throws IOException {
        List<Outcome> outcomes = new ArrayList<>(running.size());
        for (Future<Outcome> task : running) {
            try {
                outcomes.add(task.get());
                options.progress().read(outcomes.size(), running.size());
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof IOException unwritable
                        ? unwritable
                        : new IOException("indexing failed: " + failed.getCause(), failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("indexing was interrupted", stopped);
            }
        }
        return outcomes;
    }

    private Outcome replace(SourceFile file) throws IOException {
        Post post;
        Fingerprint fingerprint = null;
        try {
            long readMillis = System.currentTimeMillis();
            byte[] bytes = file.bytes();
            // Of the very bytes that are indexed, so that no later change can hide behind it.
            fingerprint = Fingerprint.of(file, bytes, readMillis);
            post = reader.read(file.path(), bytes);
        } catch (PostFormatException bad) {
            return Outcome.skipped(file, fingerprint, bad.problem());
        } catch (NoSuchFileException gone) {
            return Outcome.skipped(file, null, ArchiveChanges.vanished(file));
        } catch (IOException unreadable) {
            return Outcome.skipped(
                    file,
                    null,
                    new Problem(
                            file.path(),
                            0,
                            "it can't be read (" + unreadable.getMessage()
                                    + "): let the reader in, or leave it out with --exclude"));
        }
        if (!post.visibility().isVisibleAt(options.now())) {
            update.delete(post.path());
            boolean isPost = !(post.visibility() instanceof Visibility.NoPost);
            return isPost
                    ? Outcome.hidden(file, fingerprint, post.visibility().nextChangeAfter(options.now()))
                    : Outcome.noPost(file, fingerprint);
        }
        SectionedPost sectioned = splitter.split(post);
        update.replace(post.path(), documents.of(sectioned, fingerprint.toString()));
        List<Problem> problems = new ArrayList<>(post.problems());
        problems.addAll(sectioned.problems());
        return new Outcome(
                file.path(),
                fingerprint,
                Outcome.Kind.WRITTEN,
                post.permalink(),
                problems,
                post.visibility().nextChangeAfter(options.now()));
    }

    @Override
    public void close() {
        workers.shutdownNow();
        workers.close();
    }

    /// What became of one post.
    ///
    /// @param fingerprint  of the file's bytes; null: they could not be read
    /// @param permalink  of a post that was written, else empty
    /// @param due  when the post appears or expires by itself; null: never
    record Outcome(
            String path,
            @Nullable Fingerprint fingerprint,
            Kind kind,
            String permalink,
            List<Problem> problems,
            @Nullable Instant due) {
        /// Whether there is a file that readers may not see.
        boolean isHidden() {
            return kind == Kind.HIDDEN || kind == Kind.NO_POST;
        }

        static Outcome skipped(SourceFile file, @Nullable Fingerprint fingerprint, Problem problem) {
            return new Outcome(file.path(), fingerprint, Kind.SKIPPED, "", List.of(problem), null);
        }

        /// Nothing is said about a hidden post, not even what is wrong with it.
        static Outcome hidden(SourceFile file, Fingerprint fingerprint, @Nullable Instant due) {
            return new Outcome(file.path(), fingerprint, Kind.HIDDEN, "", List.of(), due);
        }

        /// A file that turned out to be no post is not even counted.
        static Outcome noPost(SourceFile file, Fingerprint fingerprint) {
            return new Outcome(file.path(), fingerprint, Kind.NO_POST, "", List.of(), null);
        }

        enum Kind {
            WRITTEN,
            HIDDEN,
            NO_POST,
            SKIPPED
        }
    }
}
