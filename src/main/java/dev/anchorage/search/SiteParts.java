package dev.anchorage.search;

import java.util.List;
import org.apache.lucene.index.ReaderUtil;
import org.jspecify.annotations.Nullable;

/// Which documents of an index belong to which site: those of a site stand together. Immutable.
final class SiteParts {
    private final List<String> names;
    private final int[] starts;

    /// @param names  of the sites, in the order of their documents; none when there is only one blog
    /// @param starts  the first document of each
    SiteParts(List<String> names, List<Integer> starts) {
        this.names = List.copyOf(names);
        this.starts = starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /// All documents belong to one blog.
    static SiteParts of(SiteShare share) {
        String site = share.site();
        return new SiteParts(site == null ? List.of() : List.of(site), List.of(0));
    }

    List<String> names() {
        return names;
    }

    /// The number of the site that a document belongs to, from 0.
    int number(int document) {
        return ReaderUtil.subIndex(document, starts);
    }

    /// The name of the site that a document belongs to; null when there is only one blog.
    @Nullable
    String nameOf(int document) {
        return names.isEmpty() ? null : names.get(number(document));
    }
}
