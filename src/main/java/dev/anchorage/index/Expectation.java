package dev.anchorage.index;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;

/// What must hold of a new state of the index before it is committed.
@FunctionalInterface
public interface Expectation {
    /// Looks at the new state, which nobody else sees yet.
    ///
    /// @param next  the uncommitted state; closed by the caller
    /// @param state  what its commit will say about itself
    /// @throws IndexRefusedException when it must not be committed; its message names what doesn't hold
    void check(DirectoryReader next, IndexState state) throws IOException;
}
