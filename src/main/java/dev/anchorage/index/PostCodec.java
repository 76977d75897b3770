package dev.anchorage.index;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;

/// Lucene's codec, but with what is stored packed in longer pieces, each by itself; and, unless there is much of it,
/// packed harder: a ninth less room, and quicker to read than what is packed fast, for two to three times the time to
/// pack it. Both are read in the same way.
///
/// Lucene finds it by its name in `META-INF/services` when it opens a segment; segments of Lucene's own codec can stand
/// beside it.
public final class PostCodec extends FilterCodec {
    private static final String NAME = "AnchoragePosts";

    /// More Markdown is packed fast: of a build of 190 MB packing harder is a sixth.
    private static final long MOST_PACKED_HARDER = 128L << 20;

    private static final int PIECE_BYTES = 1 << 14;

    /// Both as in Lucene's own.
    private static final int MOST_DOCUMENTS = 1_024;

    private static final int INDEX_SHIFT = 10;

    private final StoredFieldsFormat stored;

    /// For Lucene, to read with.
    public PostCodec() {
        this(CompressionMode.FAST_DECOMPRESSION);
    }

    private PostCodec(CompressionMode packing) {
        super(NAME, new Lucene104Codec());
        stored = new Lucene90CompressingStoredFieldsFormat(NAME, packing, PIECE_BYTES, MOST_DOCUMENTS, INDEX_SHIFT);
    }

    /// To write an archive with.
    ///
    /// @param bytes  size of all its posts
    static PostCodec of(long bytes) {
        return bytes > MOST_PACKED_HARDER ? new PostCodec(CompressionMode.FAST) : new PostCodec();
    }

    @Override
    public StoredFieldsFormat storedFieldsFormat() {
        return stored;
    }
}
