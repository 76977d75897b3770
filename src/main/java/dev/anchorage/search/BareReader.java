package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DocValuesSkipIndexType;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafMetaData;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.TermVectors;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/// An index without what no field of {@link dev.anchorage.index.IndexSchema} has, and without anything that was
/// deleted.
abstract class BareReader extends LeafReader {
    private static final LeafMetaData META_DATA = new LeafMetaData(Version.LATEST.major, Version.LATEST, null, false);

    /// A field that is asked for by what Lucene knows of it: queries look there whether it has numbers.
    private static final FieldInfos INFOS =
            new FieldInfos(new FieldInfo[] {info(IndexSchema.DATE, DocValuesType.NUMERIC)});

    /// A stored field.
    static FieldInfo info(String field) {
        return info(field, DocValuesType.NONE);
    }

    private static FieldInfo info(String field, DocValuesType values) {
        return new FieldInfo(
                field,
                0,
                false,
                false,
                false,
                IndexOptions.NONE,
                values,
                DocValuesSkipIndexType.NONE,
                -1,
                Map.of(),
                0,
                0,
                0,
                0,
                VectorEncoding.FLOAT32,
                VectorSimilarityFunction.EUCLIDEAN,
                false,
                false);
    }

    @Override
    public int numDocs() {
        return maxDoc();
    }

    @Override
    public @Nullable Bits getLiveDocs() {
        return null;
    }

    @Override
    public FieldInfos getFieldInfos() {
        return INFOS;
    }

    @Override
    public LeafMetaData getMetaData() {
        return META_DATA;
    }

    @Override
    public @Nullable BinaryDocValues getBinaryDocValues(String field) {
        return null;
    }

    @Override
    public @Nullable SortedNumericDocValues getSortedNumericDocValues(String field) {
        return null;
    }

    @Override
    public @Nullable NumericDocValues getNormValues(String field) {
        return null;
    }

    @Override
    public @Nullable DocValuesSkipper getDocValuesSkipper(String field) {
        return null;
    }

    @Override
    public @Nullable PointValues getPointValues(String field) {
        return null;
    }

    @Override
    public @Nullable FloatVectorValues getFloatVectorValues(String field) {
        return null;
    }

    @Override
    public @Nullable ByteVectorValues getByteVectorValues(String field) {
        return null;
    }

    @Override
    public void searchNearestVectors(String field, float[] target, KnnCollector collector, AcceptDocs accepted) {
        // No field has vectors, of which Lucene's own readers find nothing, too.
    }

    @Override
    public void searchNearestVectors(String field, byte[] target, KnnCollector collector, AcceptDocs accepted) {
        // No field has vectors, of which Lucene's own readers find nothing, too.
    }

    @Override
    public TermVectors termVectors() {
        return TermVectors.EMPTY;
    }

    @Override
    public void checkIntegrity() {
        // Nothing is on a disk.
    }

    /// Nothing is kept by reader.
    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
        return null;
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
        return null;
    }

    @Override
    protected void doClose() {
        // Nothing is held open.
    }
}
