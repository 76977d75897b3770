package dev.anchorage.search;

import dev.anchorage.index.ArchiveFacts;
import dev.anchorage.index.CountedTerms;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.jspecify.annotations.Nullable;

/// The documents of some posts with the dictionary of all: every word of the archive is there with its number of
/// sections, but leads only to the posts at hand.
final class SiteDictionary extends FilterDirectoryReader {
    private final ArchiveFacts facts;

    /// @param some  posts, in at most one segment; closed with this reader
    SiteDictionary(DirectoryReader some, ArchiveFacts facts) throws IOException {
        super(some, new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader segment) {
                return new Segment(segment, facts);
            }
        });
        this.facts = facts;
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader newer) throws IOException {
        return new SiteDictionary(newer, facts);
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
        return null;
    }

    private static final class Segment extends FilterLeafReader {
        private final ArchiveFacts facts;

        Segment(LeafReader segment, ArchiveFacts facts) {
            super(segment);
            this.facts = facts;
        }

        @Override
        public @Nullable Terms terms(String field) throws IOException {
            Terms here = super.terms(field);
            CountedTerms all = facts.termsOf(field);
            return all.size() == 0 ? here : new DictionaryTerms(all, sections(field), here);
        }

        /// Of a field with the words of a language, its sections; nobody asks it of another.
        private int sections(String field) {
            return facts.sectionsInField(field);
        }

        @Override
        public @Nullable CacheHelper getCoreCacheHelper() {
            return null;
        }

        @Override
        public @Nullable CacheHelper getReaderCacheHelper() {
            return null;
        }
    }
}
