package dev.anchorage.cluster;

import dev.anchorage.index.ArchiveFacts;
import dev.anchorage.index.Expectation;
import dev.anchorage.index.FactsSum;
import dev.anchorage.index.IndexDamagedException;
import dev.anchorage.index.IndexState;
import dev.anchorage.index.IndexedPosts;
import dev.anchorage.index.IndexedPosts.Known;
import dev.anchorage.index.PostBlock;
import dev.anchorage.index.StoreUpdate;
import dev.anchorage.search.ExpectedHits;
import dev.anchorage.search.RemoteSearcher;
import dev.anchorage.search.RemoteSections.State;
import dev.anchorage.search.SearchOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/// An update of a {@link ClusterStore}.
///
/// A full reindex fills a place of its own, which nobody reads before {@link #commit} replaces one document. Any other
/// keeps its changes in a file beside until everything was checked, then puts them in the place that answers, unseen
/// until all are there.
final class ClusterUpdate implements StoreUpdate {
    private final ClusterSections sections;
    private final @Nullable String site;
    private final UpdateLease lease;
    private final BulkQueue queue;
    private final FactsSum sum = new FactsSum();
    private final Map<String, Known> files = new ConcurrentHashMap<>();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    private final @Nullable IndexState before;
    private final IndexedPosts indexed;
    private SiteDocuments.@Nullable Versioned found;
    private @Nullable StagedPosts staged;
    private String place = "";
    private boolean isNew;
    private boolean isCommitted;

    private ClusterUpdate(
            ClusterSections sections,
            @Nullable String site,
            UpdateLease lease,
            SiteDocuments.@Nullable Versioned found,
            @Nullable IndexState before,
            IndexedPosts indexed) {
        this.sections = sections;
        this.site = site;
        this.lease = lease;
        this.found = found;
        this.before = before;
        this.indexed = indexed;
        queue = new BulkQueue(sections.client(), sections.options(), lease);
    }

    static ClusterUpdate begin(ClusterSections sections, @Nullable String site, boolean isFull) throws IOException {
        UpdateLease lease = ClusterStore.lease(sections, site);
        try {
            SiteDocuments.Versioned found = sections.sites().read(site);
            if (found != null && found.document().hasLeftovers()) {
                found = new Leftovers(sections, site).remove(found, lease);
            }
            SiteDocument.Filling current =
                    found == null ? null : found.document().current();
            IndexState before = null;
            IndexedPosts indexed = IndexedPosts.NONE;
            try {
                if (current != null) {
                    sections.sites().present(site);
                    before = IndexState.of(current.commit(), sections.sites().place(site));
                    indexed = sections.sites().files(site, current);
                }
            } catch (IndexDamagedException unusable) {
                if (!isFull) {
                    throw unusable;
                }
                before = null;
            }
            return new ClusterUpdate(sections, site, lease, found, before, indexed);
        } catch (IOException | RuntimeException failed) {
            lease.close();
            throw failed;
        }
    }

    @Override
    public @Nullable IndexState before() {
        return before;
    }

    @Override
    public long lastGeneration() {
        SiteDocument.Filling current = current();
        return current == null ? 0 : IndexState.generation(current.commit());
    }

    private SiteDocument.@Nullable Filling current() {
        return found == null ? null : found.document().current();
    }

    @Override
    public @Nullable String commit() {
        SiteDocument.Filling current = current();
        return before == null || current == null || !isNew ? null : current.place();
    }

    @Override
    public IndexedPosts indexed() {
        return indexed;
    }

    @Override
    public void open(boolean isNew, long bytes) throws IOException {
        SiteDocument.Filling current = current();
        if (isNew || current == null) {
            openNew();
        } else {
            place = current.place();
            staged = new StagedPosts();
            files.putAll(indexed.byPath());
        }
    }

    /// Begins to fill a place that nobody reads, and that no other update has ever filled.
    private void openNew() throws IOException {
        SiteDocument begun = (found == null ? SiteDocument.empty() : found.document()).begun();
        found = sections.sites().write(site, begun, found);
        place = SiteDocuments.id(site) + "@" + begun.fillings();
        isNew = true;
    }

    @Override
    public void replace(String path, List<Document> block) throws IOException {
        PostBlock post = PostBlock.of(block);
        files.put(path, Known.of(post));
        if (staged == null) {
            add(post);
        } else {
            staged.add(path, post);
            deleted.remove(path);
        }
    }

    private void add(PostBlock post) throws IOException {
        sum.add(post);
        queue.index(
                ClusterSchema.id(place, post.path()),
                SiteDocuments.id(site),
                PostJson.of(post, SiteDocuments.id(site), place));
    }

    @Override
    public void delete(String path) {
        boolean isThere = files.remove(path) != null;
        if (staged != null && isThere) {
            deleted.add(path);
        }
    }

    @Override
    public void refreshFingerprint(String path, String fingerprint) {
        files.computeIfPresent(path, (same, known) -> new Known(fingerprint, known.permalink(), known.expires()));
    }

    @Override
    public void check(@Nullable Expectation expectation, IndexState state, boolean isChanged) throws IOException {
        if (expectation == null) {
            return;
        }
        if (isChanged && staged != null) {
            fillAnew();
        }
        State next;
        if (isNew) {
            queue.flush();
            refresh();
            next = new State(site, state, sum.facts(), place);
        } else {
            next = sections.sites().state(site, Objects.requireNonNull(current()));
        }
        try (RemoteSearcher searcher = RemoteSearcher.of(sections, next, SearchOptions.NONE)) {
            ((ExpectedHits) expectation).check(searcher);
        }
    }

    /// What is expected can only be looked for among all posts, so these get a place of their own.
    private void fillAnew() throws IOException {
        StagedPosts changes = Objects.requireNonNull(staged);
        SiteDocument.Filling current = Objects.requireNonNull(current());
        openNew();
        eachOf(current.place(), post -> {
            String path = post.path();
            if (!changes.has(path) && files.containsKey(path)) {
                add(post);
            }
        });
        changes.forEach(this::add);
        changes.close();
        staged = null;
        deleted.clear();
    }

    private void eachOf(String filling, StagedPosts.Taking take) throws IOException {
        Consumer<PostBlock> taking = post -> {
            try {
                take.take(post);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        };
        try {
            sections.forEach(site, filling, taking);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    @Override
    public void commit(@Nullable IndexState state) throws IOException {
        ArchiveFacts facts = isNew ? filled() : state == null ? known() : changed();
        SiteDocument.Filling before = current();
        IndexState said = state == null ? Objects.requireNonNull(this.before) : state;
        List<String> pieces =
                sections.sites().write(site, place + "." + said.generation(), facts, new IndexedPosts(files));
        SiteDocument.Filling now = new SiteDocument.Filling(place, said.toCommitData(), pieces);
        SiteDocument document = Objects.requireNonNull(found).document();
        SiteDocument.Filling kept = kept(said, before, document.kept());
        lease.ensureHeld();
        SiteDocument next = new SiteDocument(ClusterSchema.format(), now, kept, document.fillings(), false, true);
        found = sections.sites().write(site, next, found);
        isCommitted = true;
        new Leftovers(sections, site).remove(found, lease);
    }

    private ArchiveFacts filled() throws IOException {
        queue.flush();
        refresh();
        return sum.facts();
    }

    private ArchiveFacts known() throws IOException {
        return sections.sites().state(site, Objects.requireNonNull(current())).facts();
    }

    /// The filling to go back to, as the state names it.
    private static SiteDocument.@Nullable Filling kept(
            IndexState state, SiteDocument.@Nullable Filling before, SiteDocument.@Nullable Filling kept) {
        String previous = state.previous();
        if (before != null && before.place().equals(previous)) {
            return before;
        }
        return kept != null && kept.place().equals(previous) ? kept : null;
    }

    /// Puts the changes in place and adds them up.
    private ArchiveFacts changed() throws IOException {
        StagedPosts changes = Objects.requireNonNull(staged);
        SiteDocuments.Versioned was = Objects.requireNonNull(found);
        boolean isUnsure = was.document().isDirty();
        found = sections.sites().write(site, was.document().dirty(), was);
        if (!isUnsure) {
            sum.add(known());
            Set<String> gone = new HashSet<>(deleted);
            gone.addAll(changes.paths());
            for (PostBlock post : sections.read(site, ids(gone))) {
                sum.remove(post);
            }
        }
        for (String path : deleted) {
            queue.delete(ClusterSchema.id(place, path), SiteDocuments.id(site));
        }
        changes.forEach(this::add);
        queue.flush();
        refresh();
        if (!isUnsure) {
            return sum.facts();
        }
        // An update before this one ended on its way; what it had done is added up from the posts themselves.
        FactsSum all = new FactsSum();
        eachOf(place, all::add);
        return all.facts();
    }

    private List<String> ids(Set<String> paths) {
        return paths.stream().map(path -> ClusterSchema.id(place, path)).toList();
    }

    private void refresh() throws IOException {
        sections.client().write("POST", "/" + ClusterSchema.posts(sections.options()) + "/_refresh", Map.of(), null);
    }

    @Override
    public void close() throws IOException {
        try {
            if (staged != null) {
                staged.close();
            }
            if (isNew && !isCommitted) {
                new Leftovers(sections, site).remove(Objects.requireNonNull(found), lease);
            }
        } finally {
            lease.close();
        }
    }
}
