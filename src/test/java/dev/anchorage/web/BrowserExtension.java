package dev.anchorage.web;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

    /// What runs for as long as there are tests.
    private static final class Started implements AutoCloseable {
        private final Chromium chromium;
        private final ArchiveServer archive;
        private final WebServer sample;

        Started() {
            try {
                chromium = new Chromium();
                archive = ArchiveServer.start(Path.of("data"), "sphinx", 0);
                sample = SampleServer.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            chromium.close();
            archive.close();
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

        /// A reader of answers made by hand.
        Blog ofSamples(Consumer<Browser.NewContextOptions> options) {
            return blog(SampleServer.address(started.sample), options);
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
