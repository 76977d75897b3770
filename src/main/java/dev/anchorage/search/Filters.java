package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.QueryText.Begun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/// What narrows the posts: the request's own filters together with those that stand in the query.
///
/// @param selected  folded values by facet; several values of one facet widen
/// @param excluded  folded values by facet
/// @param days  days of publication
record Filters(Map<Facet, Set<String>> selected, Map<Facet, Set<String>> excluded, DayRange days) {
    /// So many values one may stand for.
    private static final int MAX_MEANT = 64;

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /// @param reader  has the values that are meant
    static Filters of(SearchRequest request, QueryText text, IndexReader reader) throws IOException {
        Map<Facet, Set<String>> selected = new EnumMap<>(Facet.class);
        addFolded(selected, request.filters(), reader);
        addFolded(selected, text.filters(), reader);
        Begun begun = text.begun();
        if (begun != null) {
            String start = Facet.fold(begun.value());
            valuesOf(selected, begun.facet()).addAll(valuesOrSelf(begun.facet(), start, start, reader));
        }
        Map<Facet, Set<String>> excluded = new EnumMap<>(Facet.class);
        addFolded(excluded, text.excluded(), reader);
        return new Filters(selected, excluded, request.days().and(text.days()));
    }

    private static void addFolded(Map<Facet, Set<String>> folded, Map<Facet, List<String>> authored, IndexReader reader)
            throws IOException {
        for (Map.Entry<Facet, List<String>> facet : authored.entrySet()) {
            for (String value : facet.getValue()) {
                valuesOf(folded, facet.getKey()).addAll(meant(facet.getKey(), Facet.fold(value), reader));
            }
        }
    }

    /// A place may go without what it lies in, and a language without its regions (`zh` for `zh-CN`), unless some post
    /// has just that: what is offered to choose from finds as many posts as it says.
    private static Set<String> meant(Facet facet, String value, IndexReader reader) throws IOException {
        return switch (facet) {
            case LOCATION -> placesOf(value, reader);
            case LANGUAGE -> valuesOrSelf(facet, value, value + "-", reader);
            default -> Set.of(value);
        };
    }

    /// Also without the space behind a comma.
    private static Set<String> placesOf(String place, IndexReader reader) throws IOException {
        boolean isThere = all(Facet.LOCATION, reader).seekExact(new BytesRef(place));
        String tidied = isThere ? place : COMMA.matcher(place).replaceAll(", ");
        return valuesOrSelf(Facet.LOCATION, tidied, tidied + ", ", reader);
    }

    private static TermsEnum all(Facet facet, IndexReader reader) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, facet.filterField());
        return terms == null ? TermsEnum.EMPTY : terms.iterator();
    }

    private static Set<String> valuesOf(Map<Facet, Set<String>> values, Facet facet) {
        return values.computeIfAbsent(facet, key -> new LinkedHashSet<>());
    }

    /// A value itself when the archive has it or none that begin as said; else those.
    private static Set<String> valuesOrSelf(Facet facet, String value, String start, IndexReader reader)
            throws IOException {
        TermsEnum each = all(facet, reader);
        if (each.seekExact(new BytesRef(value))) {
            return Set.of(value);
        }
        Set<String> values = new LinkedHashSet<>();
        BytesRef first = new BytesRef(start);
        BytesRef term = each.seekCeil(first) == TermsEnum.SeekStatus.END ? null : each.term();
        while (term != null && values.size() < MAX_MEANT && StringHelper.startsWith(term, first)) {
            values.add(term.utf8ToString());
            term = each.next();
        }
        return values.isEmpty() ? Set.of(value) : values;
    }

    /// The same for who finds posts elsewhere.
    RemoteQuery.PostFilters asked() {
        DayRange.Period after = days.after();
        DayRange.Period before = days.before();
        return new RemoteQuery.PostFilters(
                selected,
                excluded,
                after == null ? null : after.firstDay().toEpochDay(),
                before == null ? null : before.firstDay().toEpochDay() - 1);
    }

    boolean isSelected(Facet facet, String value) {
        Set<String> values = selected.get(facet);
        return values != null && values.contains(Facet.fold(value));
    }

    /// Narrows a query over posts by what is no facet of the drill-down: days and exclusions.
    private Query narrow(Query posts) {
        if (excluded.isEmpty() && days.isAlways()) {
            return posts;
        }
        BooleanQuery.Builder narrowed = new BooleanQuery.Builder().add(posts, Occur.MUST);
        excluded.forEach((facet, values) -> narrowed.add(oneOf(facet, values), Occur.MUST_NOT));
        if (!days.isAlways()) {
            DayRange.Period after = days.after();
            DayRange.Period before = days.before();
            long first = after == null ? Long.MIN_VALUE : after.firstDay().toEpochDay();
            long last = before == null ? Long.MAX_VALUE : before.firstDay().toEpochDay() - 1;
            narrowed.add(NumericDocValuesField.newSlowRangeQuery(IndexSchema.DATE, first, last), Occur.FILTER);
        }
        return narrowed.build();
    }

    /// The posts that are left by what is no facet value selected: days and exclusions.
    ///
    /// @return null when all are
    @Nullable
    Query narrowing() {
        return excluded.isEmpty() && days.isAlways() ? null : narrow(IndexSchema.postsQuery());
    }

    /// The posts that each facet with values selected leaves.
    Map<Facet, Query> byFacet() {
        Map<Facet, Query> queries = new EnumMap<>(Facet.class);
        selected.forEach((facet, values) -> queries.put(facet, oneOf(facet, values)));
        return queries;
    }

    /// Each filter alone, under the words that say it in a query.
    Map<String, Query> each() {
        Map<String, Query> each = new LinkedHashMap<>();
        selected.forEach((facet, values) -> each.put(said(facet, values), oneOf(facet, values)));
        excluded.forEach((facet, values) -> {
            Filters alone = new Filters(Map.of(), Map.of(facet, values), DayRange.ALWAYS);
            each.put("-" + said(facet, values), alone.narrow(MatchAllDocsQuery.INSTANCE));
        });
        DayRange.Period after = days.after();
        DayRange.Period before = days.before();
        if (after != null) {
            each.put("after:" + after.text(), ofDays(new DayRange(after, null)));
        }
        if (before != null) {
            each.put("before:" + before.text(), ofDays(new DayRange(null, before)));
        }
        return each;
    }

    private static String said(Facet facet, Set<String> values) {
        return facet.key() + ":" + String.join(" or ", values);
    }

    private static Query ofDays(DayRange days) {
        return new Filters(Map.of(), Map.of(), days).narrow(MatchAllDocsQuery.INSTANCE);
    }

    private static Query oneOf(Facet facet, Set<String> values) {
        List<BytesRef> terms = new ArrayList<>();
        values.forEach(value -> terms.add(new BytesRef(value)));
        return terms.size() == 1
                ? new TermQuery(new Term(facet.filterField(), terms.getFirst()))
                : new TermInSetQuery(facet.filterField(), terms);
    }
}
