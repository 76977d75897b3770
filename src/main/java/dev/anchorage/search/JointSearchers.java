package dev.anchorage.search;

import dev.anchorage.index.IndexState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/// Answers over several sites as one index would that holds the posts of all. Thread-safe.
///
/// What such an answer takes besides the sites' own indexes is made when it is first asked for, and kept for the
/// combinations that were asked last, until a site has a newer commit (ADR 34).
public final class JointSearchers {
    /// Combinations that are kept.
    static final int MOST_OPEN = 8;

    /// Held while a combination is opened, so that they are one after the other and nobody else waits for it.
    private final Object opening = new Object();

    private final Map<String, SectionSearcher> open = new LinkedHashMap<>(16, 0.75f, true);

    /// Answers a request over these sites.
    public SearchResponse search(List<SectionSearcher> sites, SearchRequest request) throws IOException {
        return ask(sites, joint -> joint.search(request));
    }

    /// What a reader may be about to ask of these sites; see [SectionSearcher#completions].
    public Optional<Completions> completions(List<SectionSearcher> sites, String typed) throws IOException {
        return ask(sites, joint -> joint.completions(typed));
    }

    /// Names the commits that answer now.
    public static String version(List<SectionSearcher> sites) throws IOException {
        List<String> versions = new ArrayList<>();
        for (SectionSearcher site : sites) {
            versions.add(site.version());
        }
        return String.join("+", versions);
    }

    /// Whether an answer takes no more than a search.
    public boolean isOpen(List<SectionSearcher> sites) throws IOException {
        return known(key(sites)) != null;
    }

    private @Nullable SectionSearcher known(String key) {
        synchronized (open) {
            return open.get(key);
        }
    }

    private <T> T ask(List<SectionSearcher> sites, Question<T> question) throws IOException {
        while (true) {
            try {
                return question.ask(joint(sites));
            } catch (AlreadyClosedException pushedOut) {
                // Others asked for so many combinations meanwhile; this one is opened again.
            }
        }
    }

    private SectionSearcher joint(List<SectionSearcher> sites) throws IOException {
        SectionSearcher known = known(key(sites));
        if (known != null) {
            return known;
        }
        synchronized (opening) {
            String key = key(sites);
            SectionSearcher opened = known(key);
            return opened == null ? keep(key, join(sites)) : opened;
        }
    }

    private SectionSearcher keep(String key, SectionSearcher opened) throws IOException {
        List<SectionSearcher> leftOver = new ArrayList<>();
        synchronized (open) {
            open.put(key, opened);
            Iterator<SectionSearcher> oldest = open.values().iterator();
            while (open.size() > MOST_OPEN) {
                leftOver.add(oldest.next());
                oldest.remove();
            }
        }
        for (SectionSearcher least : leftOver) {
            least.close();
        }
        return opened;
    }

    private static String key(List<SectionSearcher> sites) throws IOException {
        StringBuilder key = new StringBuilder();
        for (SectionSearcher site : sites) {
            key.append(site.share().site()).append(' ').append(site.version()).append('\n');
        }
        return key.toString();
    }

    private static SectionSearcher join(List<SectionSearcher> sites) throws IOException {
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
            return SectionSearcher.ofParts(all, state, new SiteParts(names, starts), wishes(sites));
        }
    }

    /// Synonyms of all; pins are addresses of one site only, so they count there only.
    private static SearchOptions wishes(List<SectionSearcher> sites) {
        Set<List<String>> synonyms = new LinkedHashSet<>();
        sites.forEach(site -> synonyms.addAll(site.options().synonyms()));
        double recency = sites.getFirst().options().recency();
        boolean isSame = sites.stream().allMatch(site -> site.options().recency() == recency);
        return new SearchOptions(List.copyOf(synonyms), Map.of(), isSame ? recency : SearchOptions.RECENCY);
    }

    private interface Question<T> {
        T ask(SectionSearcher joint) throws IOException;
    }
}
