package dev.anchorage.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Map<String, Searcher> open = new LinkedHashMap<>(16, 0.75f, true);

    /// Answers a request over these sites.
    public SearchResponse search(List<? extends Searcher> sites, SearchRequest request) throws IOException {
        return ask(sites, joint -> joint.search(request));
    }

    /// What a reader may be about to ask of these sites; see [Searcher#completions].
    public Optional<Completions> completions(List<? extends Searcher> sites, String typed) throws IOException {
        return ask(sites, joint -> joint.completions(typed));
    }

    /// Names the commits that answer now.
    public static String version(List<? extends Searcher> sites) throws IOException {
        List<String> versions = new ArrayList<>();
        for (Searcher site : sites) {
            versions.add(site.version());
        }
        return String.join("+", versions);
    }

    /// Whether an answer takes no more than a search.
    public boolean isOpen(List<? extends Searcher> sites) throws IOException {
        return known(key(sites)) != null;
    }

    private @Nullable Searcher known(String key) {
        synchronized (open) {
            return open.get(key);
        }
    }

    private <T> T ask(List<? extends Searcher> sites, Question<T> question) throws IOException {
        while (true) {
            try {
                return question.ask(joint(sites));
            } catch (AlreadyClosedException pushedOut) {
                // Others asked for so many combinations meanwhile; this one is opened again.
            }
        }
    }

    private Searcher joint(List<? extends Searcher> sites) throws IOException {
        Searcher known = known(key(sites));
        if (known != null) {
            return known;
        }
        synchronized (opening) {
            String key = key(sites);
            Searcher opened = known(key);
            return opened == null ? keep(key, sites.getFirst().joined(List.copyOf(sites))) : opened;
        }
    }

    private Searcher keep(String key, Searcher opened) throws IOException {
        List<Searcher> leftOver = new ArrayList<>();
        synchronized (open) {
            open.put(key, opened);
            Iterator<Searcher> oldest = open.values().iterator();
            while (open.size() > MOST_OPEN) {
                leftOver.add(oldest.next());
                oldest.remove();
            }
        }
        for (Searcher least : leftOver) {
            least.close();
        }
        return opened;
    }

    private static String key(List<? extends Searcher> sites) throws IOException {
        StringBuilder key = new StringBuilder();
        for (Searcher site : sites) {
            key.append(site.site()).append(' ').append(site.version()).append('\n');
        }
        return key.toString();
    }

    private interface Question<T> {
        T ask(Searcher joint) throws IOException;
    }
}
