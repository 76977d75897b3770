package dev.anchorage.search;

import dev.anchorage.index.Expectation;
import dev.anchorage.index.IndexRefusedException;
import dev.anchorage.index.IndexState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;

/// Lets a new state of the index become visible only when some queries find what they must.
public record ExpectedHits(List<ExpectedHit> hits) implements Expectation {
    public ExpectedHits {
        hits = List.copyOf(hits);
    }

    @Override
    public void check(DirectoryReader next, IndexState state) throws IOException {
        try (SectionSearcher searcher = new SectionSearcher(next, state)) {
            check(searcher);
        }
    }

    /// The same of a state that is kept elsewhere.
    ///
    /// @param next  answers from it
    /// @throws IndexRefusedException when it must not become visible; its message names what doesn't hold
    public void check(Searcher next) throws IOException {
        List<String> faults = new ArrayList<>();
        for (ExpectedHit hit : hits) {
            String fault = hit.fault(next);
            if (fault != null) {
                faults.add(fault);
            }
        }
        if (!faults.isEmpty()) {
            throw new IndexRefusedException(faults.size() + " of " + hits.size() + " under `expect` failed: "
                    + String.join("; ", faults)
                    + "; the last commit goes on answering until posts or `expect` are put right");
        }
    }
}
