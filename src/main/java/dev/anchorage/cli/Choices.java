package dev.anchorage.cli;

import dev.anchorage.anchor.AnchorStyles;
import dev.anchorage.search.SearchRequest;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// What shells offer for options that take one of a few values.
final class Choices {
    private Choices() {}

    private static Iterator<String> lowerCase(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .iterator();
    }

    /// Of `--generator`.
    static final class Generators implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return new TreeSet<>(AnchorStyles.names()).iterator();
        }
    }

    /// Of `--source`.
    static final class Sources implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("files", RemoteOptions.GIT).iterator();
        }
    }

    /// Of `--engine`.
    static final class Engines implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of(FolderEngine.NAME, ClusterEngine.NAME).iterator();
        }
    }

    /// Of `--sort`.
    static final class Orders implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return lowerCase(SearchRequest.Order.values());
        }
    }

    /// Of `--color`.
    static final class Colors implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return lowerCase(OutputOptions.When.values());
        }
    }

    /// Of `--log-format`.
    static final class LogFormats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return lowerCase(ServiceLog.Format.values());
        }
    }
}
