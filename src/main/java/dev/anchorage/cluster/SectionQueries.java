package dev.anchorage.cluster;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.SectionField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanOrQuery;
import org.apache.lucene.queries.spans.SpanPositionRangeQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/// Says a query over sections in the words of OpenSearch. It only matches.
final class SectionQueries {
    private static final Map<String, Object> ALL = Map.of("match_all", Map.of());
    private static final Map<String, Object> NONE = Map.of("match_none", Map.of());

    private SectionQueries() {}

    /// Matches posts with a section that matches.
    static Map<String, Object> posts(Query sections) {
        return nested(of(sections));
    }

    /// Matches posts with any section.
    static Map<String, Object> anyPost() {
        return nested(ALL);
    }

    private static Map<String, Object> nested(Map<String, Object> sections) {
        return Map.of("nested", Map.of("path", ClusterSchema.SECTIONS, "query", sections, "score_mode", "none"));
    }

    /// Matches sections.
    ///
    /// @throws IllegalArgumentException when the query is of a kind that none is made of
    static Map<String, Object> of(Query query) {
        return switch (query) {
            case BooleanQuery all -> of(all);
            case TermQuery word ->
                word.getTerm().field().equals(IndexSchema.KIND) ? ALL : anywhere(List.of(word.getTerm()));
            case SynonymQuery words -> anywhere(words.getTerms());
            case PhraseQuery phrase -> phrase(phrase);
            case MultiPhraseQuery phrase -> phrase(phrase);
            case SpanPositionRangeQuery within -> within(within);
            case MatchAllDocsQuery all -> ALL;
            case MatchNoDocsQuery none -> NONE;
            default -> throw new IllegalArgumentException("no words for " + query.getClass());
        };
    }

    private static Map<String, Object> of(BooleanQuery query) {
        List<Term> words = words(query);
        if (!words.isEmpty()) {
            return anywhere(words);
        }
        if (query.clauses().isEmpty()) {
            return NONE;
        }
        Map<String, Object> clauses = new TreeMap<>();
        boolean isDemanding = false;
        for (BooleanClause clause : query.clauses()) {
            isDemanding |= clause.isRequired();
            add(
                    clauses,
                    switch (clause.occur()) {
                        case MUST, FILTER -> "filter";
                        case SHOULD -> "should";
                        case MUST_NOT -> "must_not";
                    },
                    of(clause.query()));
        }
        if (isDemanding) {
            clauses.remove("should"); // it would only score
        } else if (clauses.containsKey("should")) {
            clauses.put("minimum_should_match", 1);
        } else {
            return NONE; // as Lucene understands what only excludes
        }
        return Map.of("bool", clauses);
    }

    /// The words that a query is any of; none when it is anything else. Said together they are few clauses, of which a
    /// cluster takes only so many.
    private static List<Term> words(BooleanQuery query) {
        List<Term> words = new ArrayList<>();
        for (BooleanClause clause : query.clauses()) {
            List<Term> some = words(clause.query());
            if (some.isEmpty() || clause.occur() != BooleanClause.Occur.SHOULD) {
                return List.of();
            }
            words.addAll(some);
        }
        return words;
    }

    private static List<Term> words(Query query) {
        if (query instanceof TermQuery word) {
            return word.getTerm().field().equals(IndexSchema.KIND) ? List.of() : List.of(word.getTerm());
        }
        return query instanceof BooleanQuery any ? words(any) : List.of();
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<String, Object> clauses, String occur, Map<String, Object> query) {
        ((List<Object>) clauses.computeIfAbsent(occur, first -> new ArrayList<>())).add(query);
    }

    /// Any of some words in any part.
    private static Map<String, Object> anywhere(List<Term> words) {
        List<String> tokens = words.stream().map(SectionQueries::token).toList();
        return any(ClusterSchema.fields().stream()
                .map(field -> Map.<String, Object>of("terms", Map.of(field, tokens)))
                .toList());
    }

    private static Map<String, Object> any(List<Map<String, Object>> queries) {
        return queries.size() == 1
                ? queries.getFirst()
                : Map.of("bool", Map.of("should", queries, "minimum_should_match", 1));
    }

    private static String token(Term word) {
        return ClusterTokens.ofField(word.field(), word.bytes());
    }

    private static Map<String, Object> phrase(PhraseQuery phrase) {
        TreeMap<Integer, List<Term>> places = new TreeMap<>();
        for (int i = 0; i < phrase.getTerms().length; i++) {
            places.computeIfAbsent(phrase.getPositions()[i], first -> new ArrayList<>())
                    .add(phrase.getTerms()[i]);
        }
        return phrase(places);
    }

    private static Map<String, Object> phrase(MultiPhraseQuery phrase) {
        TreeMap<Integer, List<Term>> places = new TreeMap<>();
        for (int i = 0; i < phrase.getTermArrays().length; i++) {
            places.computeIfAbsent(phrase.getPositions()[i], first -> new ArrayList<>())
                    .addAll(List.of(phrase.getTermArrays()[i]));
        }
        return phrase(places);
    }

    /// Words that follow each other in any part.
    private static Map<String, Object> phrase(SortedMap<Integer, List<Term>> places) {
        List<Map<String, Object>> anywhere = new ArrayList<>();
        for (String field : ClusterSchema.fields()) {
            List<Map<String, Object>> each = new ArrayList<>();
            places.values().forEach(words -> each.add(spanAny(words, field)));
            int between = places.lastKey() - places.firstKey() + 1 - places.size();
            anywhere.add(inOrder(each, between));
        }
        return any(anywhere);
    }

    private static Map<String, Object> inOrder(List<Map<String, Object>> spans, int between) {
        return spans.size() == 1
                ? spans.getFirst()
                : Map.of("span_near", Map.of("clauses", spans, "slop", between, "in_order", true));
    }

    private static Map<String, Object> spanAny(List<Term> words, String field) {
        List<Map<String, Object>> each = words.stream()
                .map(word -> Map.<String, Object>of("span_term", Map.of(field, token(word))))
                .toList();
        return each.size() == 1 ? each.getFirst() : Map.of("span_or", Map.of("clauses", each));
    }

    /// What stands in one part has a field of its own.
    private static Map<String, Object> within(SpanPositionRangeQuery within) {
        return span(within.getMatch(), ClusterSchema.field(SectionField.at(within.getStart())));
    }

    private static Map<String, Object> span(SpanQuery query, String field) {
        return switch (query) {
            case SpanTermQuery word -> Map.of("span_term", Map.of(field, token(word.getTerm())));
            case SpanOrQuery any -> {
                List<Map<String, Object>> each = new ArrayList<>();
                for (SpanQuery one : any.getClauses()) {
                    each.add(span(one, field));
                }
                yield each.isEmpty()
                        ? NONE
                        : each.size() == 1 ? each.getFirst() : Map.of("span_or", Map.of("clauses", each));
            }
            case SpanNearQuery near -> {
                List<Map<String, Object>> each = new ArrayList<>();
                for (SpanQuery one : near.getClauses()) {
                    each.add(span(one, field));
                }
                Map<String, Object> said = new LinkedHashMap<>();
                said.put("clauses", each);
                said.put("slop", near.getSlop());
                said.put("in_order", near.isInOrder());
                yield Map.of("span_near", said);
            }
            default -> throw new IllegalArgumentException("no words for " + query.getClass());
        };
    }
}
