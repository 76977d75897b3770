package dev.anchorage.web;

import com.microsoft.playwright.Browser;
import dev.anchorage.TestBlog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests a reader's browser: one Chromium and one service over `data/` for all of them, a fresh profile for each.
final class BrowserExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Readers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store everywhere = context.getRoot().getStore(NAMESPACE);
        Started started = everywhere.computeIfAbsent(Started.class, key -> new Started(), Started.class);
        return context.getStore(NAMESPACE).computeIfAbsent(Readers.class, key -> new Readers(started), Readers.class);
    }

    private static ArchiveServer archive(Path posts) {
        try {
            return ArchiveServer.start(posts, "sphinx", 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What runs for as long as there are tests.
    private static final class Started implements AutoCloseable {
        private final Chromium chromium;
        private final ArchiveServer archive;
        private final WebServer sample;
        private @Nullable ArchiveServer v8;

        Started() {
            try {
                chromium = new Chromium();
                archive = archive(Path.of("data"));
                sample = SampleServer.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        ArchiveServer v8(Path posts) {
            if (v8 == null) {
                v8 = archive(posts);
            }
            return v8;
        }

        @Override
        public void close() throws IOException {
            chromium.close();
            archive.close();
            if (v8 != null) {
                v8.close();
            }
            sample.close();
        }
    }

    /// Readers of one test.
    static final class Readers implements AutoCloseable {
        private final Started started;
        private final List<Blog> blogs = new ArrayList<>();

        private Readers(Started started) {
            this.started = started;
        }

        /// A reader of the sample archive's blog.
        Blog ofArchive() {
            return ofArchive(options -> {});
        }

        Blog ofArchive(Consumer<Browser.NewContextOptions> options) {
            return blog(started.archive.address(), options);
        }

        /// A reader of a large archive, where it lies beside the project.
        Blog ofV8() {
            Path posts = TestBlog.shared("archives/v8.dev/src");
            return blog(started.v8(posts).address(), options -> {});
        }

        /// A reader of answers made by hand.
        Blog ofSamples(Consumer<Browser.NewContextOptions> options) {
            return blog(SampleServer.address(started.sample), options);
        }

        /// A reader of another service.
        Blog of(URI api) {
            return blog(api, options -> {});
        }

        private Blog blog(URI api, Consumer<Browser.NewContextOptions> options) {
            Blog blog = new Blog(started.chromium.browser(), api, options);
            blogs.add(blog);
            return blog;
        }

        @Override
        public void close() {
            blogs.forEach(Blog::close);
        }
    }
}
