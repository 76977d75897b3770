package dev.anchorage.cluster;

import dev.anchorage.index.IndexDamagedException;
import dev.anchorage.index.IndexFailedException;
import dev.anchorage.index.IndexRefusedException;
import dev.anchorage.index.IndexState;
import dev.anchorage.index.Rollback;
import dev.anchorage.index.SectionStore;
import dev.anchorage.index.StoreUpdate;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps the sections of a blog in a cluster.
public final class ClusterStore implements SectionStore {
    private final ClusterSections sections;
    private final @Nullable String site;

    /// @param sections  of the cluster; stays open
    /// @param site  the name of the blog; null: there is only one
    public ClusterStore(ClusterSections sections, @Nullable String site) {
        this.sections = sections;
        this.site = site;
    }

    @Override
    public StoreUpdate begin(boolean isFull) throws IOException {
        ensureIndexes();
        return ClusterUpdate.begin(sections, site, isFull);
    }

    private void ensureIndexes() throws IOException {
        ClusterOptions options = sections.options();
        ensure(ClusterSchema.states(options), ClusterSchema.statesIndex(options));
        ensure(ClusterSchema.posts(options), ClusterSchema.postsIndex(options));
    }

    private void ensure(String index, String definition) throws IOException {
        if (sections.client().read("GET", "/" + index + "/_settings", Map.of(), null) != null) {
            return;
        }
        try {
            sections.client().write("PUT", "/" + index, Map.of("wait_for_active_shards", "1"), definition);
        } catch (ClusterException refused) {
            // Another process may have made it meanwhile.
            if (sections.client().read("GET", "/" + index + "/_settings", Map.of(), null) == null) {
                throw refused;
            }
        }
    }

    @Override
    public Optional<Rollback> rollBack() throws IOException {
        if (sections.sites().read(site) == null) {
            sections.sites().present(site); // says that there is none
        }
        try (UpdateLease alone = lease(sections, site)) {
            alone.ensureHeld();
            SiteDocuments.Present present = sections.sites().present(site);
            SiteDocument.Filling now = present.current();
            SiteDocument.Filling then = present.found().document().kept();
            if (then == null) {
                return Optional.empty();
            }
            String place = sections.sites().place(site);
            IndexState before = IndexState.of(then.commit(), place);
            IndexState back = IndexState.of(now.commit(), place).goneBackTo(before, now.place());
            SiteDocument document = present.found().document();
            // An update that was killed on its way left something between two states: no way leads back to that.
            SiteDocument.Filling kept = document.isDirty() ? null : now;
            sections.sites()
                    .write(
                            site,
                            new SiteDocument(
                                    document.format(),
                                    new SiteDocument.Filling(then.place(), back.toCommitData(), then.facts()),
                                    kept,
                                    document.fillings(),
                                    false,
                                    document.hasLeftovers()),
                            present.found());
            return Optional.of(new Rollback(back.generation(), before.updated()));
        }
    }

    static UpdateLease lease(ClusterSections sections, @Nullable String site) throws IOException {
        return UpdateLease.obtain(
                sections.client(), sections.options(), site, sections.sites().place(site));
    }

    @Override
    public IOException failed(Exception failure) {
        return switch (failure) {
            case IndexRefusedException refused -> refused;
            case IndexDamagedException damaged -> damaged;
            case NoSuchFileException absent -> absent;
            default -> IndexFailedException.inCluster(sections.sites().place(site), failure);
        };
    }
}
