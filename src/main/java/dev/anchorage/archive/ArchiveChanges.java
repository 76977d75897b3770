package dev.anchorage.archive;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What happened to an archive since it was indexed. A file counts as changed when its bytes differ; a new time alone
/// changes nothing. A renamed file is one removed and one added.
///
/// @param added  files that the index doesn't know, by path
/// @param changed  files whose bytes differ from those indexed, by path
/// @param removed  indexed paths that are no longer there or can't be read any more, sorted
/// @param unchanged  files with the bytes that were indexed, by path
/// @param touched  of the unchanged ones, those whose times are other ones than remembered
/// @param skipped  files that vanished or became unreadable between the scan and now
/// @param fingerprints  of every file of `unchanged`, and of `changed` as they were when compared; where bytes are read
/// again to be indexed, the fingerprint of those bytes is the one to keep
public record ArchiveChanges(
        List<SourceFile> added,
        List<SourceFile> changed,
        List<String> removed,
        List<SourceFile> unchanged,
        List<SourceFile> touched,
        List<Problem> skipped,
        Map<String, Fingerprint> fingerprints) {

    public ArchiveChanges {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        unchanged = List.copyOf(unchanged);
        touched = List.copyOf(touched);
        skipped = List.copyOf(skipped);
        fingerprints = Map.copyOf(fingerprints);
    }

    /// Compares files with what is indexed. Reads only files that the index knows and whose remembered size and times
    /// don't vouch for them.
    ///
    /// @param indexed  path to `Fingerprint.toString()`; a text that is no fingerprint counts as changed
    public static ArchiveChanges since(Map<String, String> indexed, List<SourceFile> files) {
        return since(indexed, files, InstantSource.system());
    }

    static ArchiveChanges since(Map<String, String> indexed, List<SourceFile> files, InstantSource clock) {
        var comparison = new Comparison(indexed, clock);
        files.forEach(comparison::add);
        return comparison.result();
    }

    /// What to say of a file that is gone since the archive was scanned.
    public static Problem vanished(SourceFile file) {
        return new Problem(file.path(), 0, "it vanished while the archive was read: index again if it should be there");
    }

    /// Whether there is nothing to write.
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    private static final class Comparison {
        private final Map<String, String> indexed;
        private final InstantSource clock;
        private final List<SourceFile> added = new ArrayList<>();
        private final List<SourceFile> changed = new ArrayList<>();
        private final List<SourceFile> unchanged = new ArrayList<>();
        private final List<SourceFile> touched = new ArrayList<>();
        private final List<Problem> skipped = new ArrayList<>();
        private final Map<String, Fingerprint> fingerprints = new HashMap<>();

        Comparison(Map<String, String> indexed, InstantSource clock) {
            this.indexed = indexed;
            this.clock = clock;
        }

        void add(SourceFile file) {
            String written = indexed.get(file.path());
            if (written == null) {
                added.add(file);
                return;
            }
            Optional<Fingerprint> before = Fingerprint.parse(written);
            try {
                boolean isVouchedFor = before.isPresent() && before.get().vouchesFor(file);
                long readMillis = clock.millis();
                Fingerprint now = isVouchedFor ? before.get() : Fingerprint.of(file, file.bytes(), readMillis);
                boolean same = before.isPresent() && before.get().hasSameContentAs(now);
                (same ? unchanged : changed).add(file);
                if (same && !isVouchedFor) {
                    touched.add(file);
                }
                fingerprints.put(file.path(), now);
            } catch (NoSuchFileException e) {
                skipped.add(vanished(file));
            } catch (IOException e) {
                skipped.add(new Problem(
                        file.path(),
                        0,
                        "it can't be read (" + e.getMessage()
                                + "): let the reader in, or leave it out with --exclude"));
            }
        }

        ArchiveChanges result() {
            Set<String> gone = new HashSet<>(indexed.keySet());
            gone.removeAll(fingerprints.keySet());
            return new ArchiveChanges(
                    added, changed, gone.stream().sorted().toList(), unchanged, touched, skipped, fingerprints);
        }
    }
}
