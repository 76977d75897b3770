package dev.anchorage.web;

import dev.anchorage.search.Completions;
import dev.anchorage.search.JointSearchers;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import dev.anchorage.search.Searcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a request asks: the only blog of a service, one of its sites, or several of them as one. Thread-safe.
///
/// @param blog  what it is called
/// @param origins  whose pages may read its answers; `*` stands for all
/// @param notes  told of what is asked
record Scope(String blog, Answers answers, List<String> origins, QueryNotes notes) {
    /// One blog.
    static Scope of(Site site) {
        return of(site, new OfOne(site));
    }

    /// One blog, answered for by hand.
    static Scope of(Site site, Answers answers) {
        return new Scope(site.blog(), answers, site.origins(), site.notes());
    }

    /// Several sites. What is found over all of them says nothing of one, so nobody counts it.
    ///
    /// @param sites  at least one
    static Scope of(List<Site> sites, JointSearchers joint) {
        String blog = sites.stream().map(Site::blog).collect(Collectors.joining(" · "));
        return new Scope(blog, new OfSeveral(sites, joint), common(sites), new QueryNotes(null));
    }

    /// The origins that every one of these sites lets read.
    private static List<String> common(List<Site> sites) {
        List<String> common = CorsHandler.ANYONE;
        for (Site site : sites) {
            List<String> own = site.origins();
            common = common.contains("*")
                    ? own
                    : common.stream()
                            .filter(origin -> own.contains("*") || own.contains(origin))
                            .toList();
        }
        return common;
    }

    /// The answers of one blog.
    private record OfOne(Site site) implements Answers {
        @Override
        public SearchResponse to(SearchRequest request) throws IOException {
            return site.searcher().search(request);
        }

        @Override
        public Optional<Completions> completions(String typed) throws IOException {
            return site.searcher().completions(typed);
        }

        @Override
        public String version() throws IOException {
            return site.searcher().version();
        }
    }

    /// The answers of several sites as one.
    private record OfSeveral(List<Site> sites, JointSearchers joint) implements Answers {
        @Override
        public SearchResponse to(SearchRequest request) throws IOException {
            return joint.search(searchers(), request);
        }

        @Override
        public Optional<Completions> completions(String typed) throws IOException {
            return joint.completions(searchers(), typed);
        }

        @Override
        public String version() throws IOException {
            return JointSearchers.version(searchers());
        }

        @Override
        public boolean isAtHand() throws IOException {
            return joint.isOpen(searchers());
        }

        private List<Searcher> searchers() throws IOException {
            List<Searcher> searchers = new ArrayList<>();
            for (Site site : sites) {
                searchers.add(site.searcher());
            }
            return searchers;
        }
    }
}
