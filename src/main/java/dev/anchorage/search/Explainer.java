package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.SectionField;
import dev.anchorage.index.StoredPost.StoredSection;
import dev.anchorage.search.Explanation.Ahead;
import dev.anchorage.search.Explanation.PostScore;
import dev.anchorage.search.Explanation.SectionScore;
import dev.anchorage.search.Explanation.Verdict;
import dev.anchorage.search.Explanation.WordScore;
import dev.anchorage.search.ParsedQuery.Clause;
import dev.anchorage.search.Pins.Pinned;
import dev.anchorage.search.PostRanking.FoundPost;
import dev.anchorage.search.PostRanking.PostParts;
import dev.anchorage.search.PostRanking.RankedPost;
import dev.anchorage.search.PostRanking.RankedSection;
import dev.anchorage.search.PostRanking.SectionParts;
import dev.anchorage.search.SearchResponse.Relaxation;
import dev.anchorage.section.LinkAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Says why a post or section stands where it does in an answer, from the numbers that ranked it. For one answer; not
/// thread-safe.
final class Explainer {
    private static final int MAX_AHEAD = 5;

    private final IndexSnapshot snapshot;
    private final IndexSearcher searcher;
    private final Retrieval retrieval;

    Explainer(IndexSnapshot snapshot, Retrieval retrieval) {
        this.snapshot = snapshot;
        searcher = snapshot.searcher();
        this.retrieval = retrieval;
    }

    Explanation explain(String url) throws IOException {
        Integer post = PostLookup.find(snapshot, List.of(url)).get(url);
        if (post == null) {
            return absent(url, Verdict.NOT_INDEXED, "No post in the index has this address.", List.of());
        }
        String fragment = LinkAddress.fragmentOf(url);
        Integer asked = fragment == null ? null : PostLookup.section(snapshot, post, fragment);
        if (fragment != null && asked == null) {
            return absent(url, Verdict.NO_SECTION, "The post has no section with this anchor.", List.of());
        }
        String filter = filterAgainst(post);
        if (filter != null) {
            return absent(
                    url, Verdict.FILTERED, "The post doesn't pass " + filter + language(filter, post) + ".", List.of());
        }
        Place place = placeOf(post);
        RankedSection section = place.section(asked);
        if (section == null) {
            return unmatched(url, place, asked);
        }
        List<WordScore> words = words(place.found(), section.document());
        Verdict verdict = place.rank() > 0 && place.isShown(section) ? Verdict.FOUND : Verdict.NOT_SHOWN;
        return new Explanation(
                retrieval.request().query(),
                url,
                snapshot.state().generation(),
                verdict,
                relaxation() + sentence(place, section),
                missing(words, section.document()),
                postScore(place),
                sectionScore(place, section, words),
                ahead(place.rank()));
    }

    private Explanation absent(String url, Verdict verdict, String sentence, List<String> missing) {
        return new Explanation(
                retrieval.request().query(),
                url,
                snapshot.state().generation(),
                verdict,
                sentence,
                missing,
                null,
                null,
                List.of());
    }

    private @Nullable String filterAgainst(int post) throws IOException {
        for (Map.Entry<String, Query> filter : retrieval.filters().each().entrySet()) {
            if (!matches(filter.getValue(), post)) {
                return filter.getKey();
            }
        }
        return null;
    }

    /// What a filter by language found instead: nobody may have said it.
    private String language(String filter, int post) throws IOException {
        if (!filter.startsWith("language:") && !filter.startsWith("-language:")) {
            return "";
        }
        String language = snapshot.stored().read(post).language();
        return language == null ? ": nothing tells its language" : ": it is in " + language;
    }

    private boolean matches(Query query, int document) throws IOException {
        return snapshot.matches(query, document);
    }

    /// Where a post stands; behind the posts whose sections are scored it stands where the first look left it.
    private Place placeOf(int post) throws IOException {
        List<RankedPost> ranked = retrieval.ranked();
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).document() == post) {
                FoundPost found = new FoundPost(post, ranked.get(i).parts().whole());
                return new Place(i + 1, found, ranked.get(i));
            }
        }
        List<FoundPost> all = retrieval.found().first(snapshot.postTable().size());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).document() == post) {
                return new Place(i + 1, all.get(i), scored(all.get(i)));
            }
        }
        FoundPost notFound = new FoundPost(post, 0);
        return new Place(0, notFound, scored(notFound));
    }

    private RankedPost scored(FoundPost post) throws IOException {
        return retrieval.ranking().score(List.of(post)).getFirst();
    }

    /// Why nothing of a post, or not the section asked for, has a score.
    private Explanation unmatched(String url, Place place, @Nullable Integer asked) throws IOException {
        Clause against = clauseAgainst(place.found().document(), asked);
        if (against != null) {
            return absent(url, Verdict.EXCLUDED, excluded(against, asked != null), List.of());
        }
        int document = asked == null ? place.found().document() - 1 : asked;
        String sentence = (asked == null ? "No section of the post" : "The section") + " has any of the words.";
        return absent(
                url,
                Verdict.NO_MATCH,
                asked == null ? sentence : sentence.replace("any", "none"),
                missing(words(place.found(), document), document));
    }

    private static String excluded(Clause clause, boolean isSection) {
        if (clause.occur() == Occur.MUST_NOT) {
            return (isSection ? "The section has " : "Every section of the post has ")
                    + clause.text().substring(1) + ", which the query excludes.";
        }
        return (isSection ? "The section lacks " : "No section of the post has ") + clause.text()
                + ", which the query demands.";
    }

    private @Nullable Clause clauseAgainst(int post, @Nullable Integer asked) throws IOException {
        ParsedQuery query = retrieval.query();
        if (query == null) {
            return null;
        }
        int first = asked == null ? PostLookup.firstSection(snapshot, post) : asked;
        int end = asked == null ? post : asked + 1;
        for (Clause clause : query.clauses()) {
            boolean isExcluded = clause.occur() == Occur.MUST_NOT;
            boolean hasOne = false;
            for (int section = first; section < end; section++) {
                hasOne |= matches(clause.asTyped(), section) != isExcluded;
            }
            if (!hasOne && (isExcluded || clause.isFixed())) {
                return clause;
            }
        }
        return null;
    }

    private List<WordScore> words(FoundPost post, int section) throws IOException {
        ParsedQuery query = retrieval.query();
        List<WordScore> scores = new ArrayList<>();
        if (query != null) {
            Trace trace = retrieval.ranking().trace(post, section);
            for (int i = 0; i < query.words().size(); i++) {
                List<Explanation.Part> parts = trace.words().get(i);
                scores.add(new WordScore(query.words().get(i).label(), Trace.sum(parts), parts));
            }
        }
        return scores;
    }

    /// Words that a section lacks, then phrases, groups and words of a part that it has no match for.
    private List<String> missing(List<WordScore> words, int section) throws IOException {
        ParsedQuery query = retrieval.query();
        List<String> missing = new ArrayList<>();
        for (int i = 0; query != null && i < words.size(); i++) {
            if (words.get(i).parts().isEmpty() && !query.words().get(i).isStop()) {
                missing.add(words.get(i).word());
            }
        }
        for (Clause clause : query == null ? List.<Clause>of() : query.clauses()) {
            boolean isAsked = clause.isFixed() && clause.occur() == Occur.MUST;
            if (isAsked && !missing.contains(clause.text()) && !matches(clause.asTyped(), section)) {
                missing.add(clause.text());
            }
        }
        return missing;
    }

    /// What the answer as a whole had to give up.
    private String relaxation() {
        ParsedQuery query = retrieval.query();
        Relaxation relaxed = retrieval.found().relaxed();
        if (query == null || relaxed == null) {
            return "";
        }
        return switch (relaxed) {
            case POST -> "No section has all the words of the query, but posts have. ";
            case SOME_WORDS -> "Nothing has all the words of the query. ";
            case SPELLING -> "Nothing has the words as they are spelt; searched was " + query.respelled() + ". ";
        };
    }

    private String sentence(Place place, RankedSection section) throws IOException {
        int rank = place.rankOf(section);
        String of = place.sections() == 1 ? "the only section" : "section " + rank + " of " + place.sections();
        if (place.rank() == 0) {
            return "The post is not among the answers.";
        }
        Pinned pinned = retrieval.pinned();
        boolean isPinned = pinned != null && pinned.post() == place.found().document();
        String post = (isPinned ? "Pinned to this query, the post is hit " : "The post is hit ") + place.rank();
        if (place.rank() > retrieval.ranked().size()) {
            post += " by a first look at whole posts, which scores the sections of the first "
                    + retrieval.ranked().size() + " only";
        }
        if (place.isShown(section)) {
            return post + "; this is " + of + " that match" + (place.sections() == 1 ? "es." : ".");
        }
        return post + ", but shows its best sections only; this is " + of + " that match.";
    }

    private PostScore postScore(Place place) throws IOException {
        Document post = searcher.storedFields().document(place.found().document());
        PostParts parts = place.ranked().parts();
        return new PostScore(
                post.get(IndexSchema.POST_TITLE),
                post.get(IndexSchema.PERMALINK),
                post.get(IndexSchema.PATH),
                place.rank(),
                place.ranked().score(),
                parts.best(),
                parts.whole(),
                Ranking.WHOLE_POST,
                parts.links(),
                parts.linked(),
                parts.recent());
    }

    private SectionScore sectionScore(Place place, RankedSection section, List<WordScore> words) throws IOException {
        Document post = searcher.storedFields().document(place.found().document());
        int number = section.document()
                - PostLookup.firstSection(snapshot, place.found().document());
        StoredSection stored = snapshot.stored()
                .read(place.found().document())
                .post()
                .sections()
                .get(number);
        String permalink = post.get(IndexSchema.PERMALINK);
        String fragment = stored.fragment();
        SectionParts parts = section.parts();
        float pairs = retrieval.query() == null
                ? 0
                : retrieval.ranking().trace(place.found(), section.document()).pairs();
        return new SectionScore(
                stored.text(SectionField.HEADING),
                fragment == null ? permalink : permalink + "#" + fragment,
                place.rankOf(section),
                parts.asAnswer(),
                section.score(),
                words,
                pairs,
                parts.chosen(),
                parts.found(),
                parts.wanted(),
                parts.coverage(),
                parts.links(),
                parts.linked(),
                parts.heading(),
                Ranking.HEADING_COVER);
    }

    private List<Ahead> ahead(int rank) throws IOException {
        List<RankedPost> ranked = retrieval.ranked();
        List<Ahead> ahead = new ArrayList<>();
        for (RankedPost post : ranked.subList(0, Math.clamp(rank - 1L, 0, Math.min(MAX_AHEAD, ranked.size())))) {
            Document stored = searcher.storedFields().document(post.document());
            ahead.add(new Ahead(stored.get(IndexSchema.POST_TITLE), stored.get(IndexSchema.PERMALINK), post.score()));
        }
        return ahead;
    }

    /// @param rank  from 1; 0 when the post is not among the answers
    private record Place(int rank, FoundPost found, RankedPost ranked) {
        int sections() {
            return ranked.sections().size();
        }

        /// The section of a document; without one the best; null when it has no score.
        @Nullable
        RankedSection section(@Nullable Integer document) {
            return ranked.bestFirst().stream()
                    .filter(section -> document == null || section.document() == document)
                    .findFirst()
                    .orElse(null);
        }

        int rankOf(RankedSection section) {
            return ranked.bestFirst().indexOf(section) + 1;
        }

        boolean isShown(RankedSection section) {
            List<RankedSection> hits = ranked.hits();
            return hits.subList(0, Math.min(HitReader.MAX_SECTIONS, hits.size()))
                    .contains(section);
        }
    }
}
