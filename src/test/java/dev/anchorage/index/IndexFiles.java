package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;

/// What lies in an index folder.
final class IndexFiles {
    private IndexFiles() {}

    /// Holds that the folder has the files of the last commit, two locks, and nothing else.
    static void assertAllNeeded(Path index, String situation) throws IOException {
        try (FSDirectory files = FSDirectory.open(index);
                Stream<Path> listed = Files.list(index)) {
            Set<String> needed =
                    new TreeSet<>(SegmentInfos.readLatestCommit(files).files(true));
            needed.addAll(List.of("update.lock", "write.lock"));
            Set<String> there =
                    listed.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
            assertEquals(needed, there, situation);
        }
    }
}
