package dev.anchorage.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;

/// Keeps the last commit, and the one that it says can be gone back to.
final class KeptCommits extends IndexDeletionPolicy {
    @Override
    public void onInit(List<? extends IndexCommit> commits) throws IOException {
        onCommit(commits);
    }

    @Override
    public void onCommit(List<? extends IndexCommit> commits) throws IOException {
        if (commits.isEmpty()) {
            return;
        }
        String previous = Lineage.of(commits.getLast().getUserData()).previous();
        for (IndexCommit commit : commits.subList(0, commits.size() - 1)) {
            if (!commit.getSegmentsFileName().equals(previous)) {
                commit.delete();
            }
        }
    }
}
