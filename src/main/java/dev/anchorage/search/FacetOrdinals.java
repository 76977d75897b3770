package dev.anchorage.search;

import java.io.IOException;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/// The facet values of all segments of one commit, numbered when they are first counted. Thread-safe.
final class FacetOrdinals {
    private final IndexReader reader;
    private final FacetsConfig config;
    private @Nullable SortedSetDocValuesReaderState state;

    FacetOrdinals(IndexReader reader, FacetsConfig config) {
        this.reader = reader;
        this.config = config;
    }

    /// What Lucene counts by; null when no post of the index has a facet value.
    @Nullable
    synchronized SortedSetDocValuesReaderState state() throws IOException {
        if (state == null && FieldInfos.getIndexedFields(reader).contains(FacetsConfig.DEFAULT_INDEX_FIELD_NAME)) {
            state = new DefaultSortedSetDocValuesReaderState(reader, config);
        }
        return state;
    }
}
