package dev.anchorage.index;

import dev.anchorage.archive.ArchiveChanges;
import dev.anchorage.archive.Fingerprint;
import dev.anchorage.archive.Scan;
import dev.anchorage.archive.SourceFile;
import dev.anchorage.post.PostReader;
import dev.anchorage.section.SectionSplitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One update: compares, writes, merges away what is deleted, checks, commits.
final class IndexUpdate {
    /// An index with fewer posts may shrink as it likes.
    private static final int MIN_GUARDED_POSTS = 10;

    private final StoreUpdate update;
    private final @Nullable IndexState before;
    private final IndexedPosts replaced;
    private final IndexedPosts indexed;
    private final IndexOptions options;
    private final boolean isSameSettings;

    /// @param update  open
    IndexUpdate(StoreUpdate update, IndexOptions options) {
        this.update = update;
        this.options = options;
        IndexState state = update.before();
        before = state;
        replaced = update.indexed();
        indexed = options.isFull() ? IndexedPosts.NONE : replaced;
        isSameSettings = state != null && !options.isFull() && state.settings().equals(options.settings());
    }

    IndexReport run(Scan scan, PostReader reader, SectionSplitter splitter) throws IOException {
        ensureNotRefused(scan);
        ArchiveChanges changes = ArchiveChanges.since(
                isSameSettings ? indexed.fingerprintsDueAt(options.now()) : Map.of(), scan.files());
        ReportDraft draft = new ReportDraft(indexed, replaced);
        draft.add(scan, changes);
        draft.addProblems(reader.problems());
        Map<String, Fingerprint> read = new TreeMap<>(changes.fingerprints());
        try (PostWriter posts = new PostWriter(update, reader, splitter, options)) {
            changes.added().forEach(posts::submit);
            changes.changed().forEach(posts::submit);
            for (PostWriter.Outcome outcome : posts.finish()) {
                draft.add(outcome);
                if (outcome.fingerprint() != null) {
                    read.put(outcome.path(), outcome.fingerprint());
                }
            }
        }
        draft.addRemoved(deleteGone(scan, draft));
        boolean isNew = !isSameSettings || draft.hasChanges();
        long generation = before == null || isNew ? options.lastGeneration() + 1 : before.generation();
        IndexReport report = draft.finish(generation);
        guard(report);
        boolean isRefreshed = refreshFingerprints(changes);
        IndexState state = isNew || before == null ? state(generation, source(read), draft) : before;
        update.check(options.expectation(), state, isNew); // what is expected may be new
        if (isNew || isRefreshed) {
            update.commit(isNew ? state : null);
        }
        return report;
    }

    private IndexState state(long generation, String source, ReportDraft draft) {
        return new IndexState(
                generation, options.now(), options.settings(), new Lineage(source, previous(draft), null));
    }

    /// A state that was gone back from isn't made again, unless a post has expired: that may not be seen any longer.
    private void ensureNotRefused(Scan scan) throws IndexRefusedException {
        String refused =
                before == null || options.isFull() ? null : before.lineage().refused();
        if (refused == null) {
            return;
        }
        Map<String, String> known = indexed.fingerprintsDueAt(options.now());
        if (!known.containsValue("") && refused.equals(source(fingerprintsOf(scan, known)))) {
            throw new IndexRefusedException("what these posts and settings give was rolled back, so it is not indexed"
                    + " again until posts or settings change; `anchorage index --full` does so all the same");
        }
    }

    /// Of all files that can be read. What is no fingerprint makes it read those that the index doesn't know.
    private static Map<String, Fingerprint> fingerprintsOf(Scan scan, Map<String, String> known) {
        Map<String, String> all = new HashMap<>(known);
        scan.files().forEach(file -> all.putIfAbsent(file.path(), ""));
        return ArchiveChanges.since(all, scan.files()).fingerprints();
    }

    /// Names the settings and the bytes of all files.
    private String source(Map<String, Fingerprint> fingerprints) {
        StringBuilder source = new StringBuilder(options.settings());
        new TreeMap<>(fingerprints)
                .forEach((path, fingerprint) ->
                        source.append('\n').append(path).append('\t').append(fingerprint.hash()));
        return Fingerprint.hash(source.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// The commit that can be gone back to. Nothing may be left of a post that is removed or hidden, so one that has
    /// such a post is given up. That a full reindex doesn't find files is no such thing: that may be what went
    /// wrong.
    private @Nullable String previous(ReportDraft draft) {
        if (before == null || !options.keepsPrevious()) {
            return null;
        }
        if (!isSameSettings) {
            return draft.isWithdrawn() ? null : update.commit();
        }
        return draft.hasRemoved() ? null : before.lineage().previous();
    }

    /// Removes posts whose file is gone; one whose file is there but can't be read now stays as it was.
    private int deleteGone(Scan scan, ReportDraft draft) throws IOException {
        Set<String> there = new HashSet<>();
        scan.files().forEach(file -> there.add(file.path()));
        int gone = 0;
        for (String path : indexed.paths()) {
            if (!there.contains(path) && !draft.isSkipped(path)) {
                update.delete(path);
                gone++;
            }
        }
        return gone;
    }

    private void guard(IndexReport report) throws IndexRefusedException {
        int posts = replaced.paths().size();
        int after = indexed.paths().size() + report.added() - report.removed();
        if (!options.isShrinkAllowed() && posts >= MIN_GUARDED_POSTS && after * 10 <= posts) {
            throw new IndexRefusedException("the archive would leave " + after + " of the " + posts
                    + " posts in the index; if that is right, say --allow-shrink");
        }
    }

    /// Remembers new times of files whose bytes are the same, so that they need not be read again. Nothing that readers
    /// can see changes, the generation included.
    private boolean refreshFingerprints(ArchiveChanges changes) throws IOException {
        boolean isAny = false;
        for (SourceFile file : changes.touched()) {
            String now = String.valueOf(changes.fingerprints().get(file.path()));
            if (!now.equals(indexed.fingerprintOf(file.path()))) {
                update.refreshFingerprint(file.path(), now);
                isAny = true;
            }
        }
        return isAny;
    }
}
