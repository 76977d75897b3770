package dev.anchorage.search;

import dev.anchorage.index.IndexState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;

/// The indexes of several sites as one.
final class JointSections {
    private JointSections() {}

    /// Opens them, to be closed by the caller.
    static SectionSearcher of(List<SectionSearcher> sites) throws IOException {
        List<IndexSnapshot> snapshots = new ArrayList<>();
        try {
            for (SectionSearcher site : sites) {
                snapshots.add(site.acquire());
            }
            return join(sites, snapshots);
        } finally {
            for (int i = 0; i < snapshots.size(); i++) {
                sites.get(i).release(snapshots.get(i));
            }
        }
    }

    private static SectionSearcher join(List<SectionSearcher> sites, List<IndexSnapshot> snapshots) throws IOException {
        IndexReader[] readers = snapshots.stream().map(IndexSnapshot::reader).toArray(IndexReader[]::new);
        long generation = 0;
        Instant updated = Instant.EPOCH;
        List<String> names = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        int documents = 0;
        for (IndexSnapshot snapshot : snapshots) {
            IndexState state = snapshot.state();
            generation += state.generation();
            updated = state.updated().isAfter(updated) ? state.updated() : updated;
            names.addAll(snapshot.sites().names());
            starts.add(documents);
            documents += snapshot.reader().maxDoc();
        }
        try (MultiReader all = new MultiReader(readers, false)) {
            IndexState state = new IndexState(generation, updated, "");
            return SectionSearcher.ofParts(
                    all,
                    state,
                    new SiteParts(names, starts),
                    wishes(sites.stream().map(SectionSearcher::options).toList()));
        }
    }

    /// Synonyms of all; pins are addresses of one site only, so they count there only.
    static SearchOptions wishes(List<SearchOptions> sites) {
        Set<List<String>> synonyms = new LinkedHashSet<>();
        sites.forEach(site -> synonyms.addAll(site.synonyms()));
        double recency = sites.getFirst().recency();
        boolean isSame = sites.stream().allMatch(site -> site.recency() == recency);
        return new SearchOptions(List.copyOf(synonyms), Map.of(), isSame ? recency : SearchOptions.RECENCY);
    }
}
