package dev.anchorage;

import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.Searcher;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How well a searcher answers queries of one kind whose answers authors gave by linking (`../shared/relevance`).
public final class Relevance {
    private static final int ASKED = 30;

    private final List<Double> posts = new ArrayList<>();
    private final List<Double> sections = new ArrayList<>();

    private Relevance() {}

    /// Asks the queries of a file.
    ///
    /// @param queries  name of the file without its ending
    /// @param most  queries of each kind
    /// @return by kind
    public static Map<String, Relevance> of(Searcher searcher, String queries, int most) throws Exception {
        Map<String, Relevance> scores = new TreeMap<>();
        for (String line : Files.readAllLines(TestBlog.shared("relevance/queries/" + queries + ".queries.tsv"))) {
            String[] parts = line.split("\t", -1);
            if (!line.startsWith("#") && parts.length > 5) {
                Relevance score = scores.computeIfAbsent(parts[1], kind -> new Relevance());
                if (score.posts.size() < most) {
                    score.add(searcher, parts[3], parts[4], parts[5]);
                }
            }
        }
        return scores;
    }

    /// How many were asked.
    public int queries() {
        return posts.size();
    }

    /// How many have a section as their answer.
    public int queriesOfSections() {
        return sections.size();
    }

    /// Mean reciprocal rank at 10 of the right post.
    public double ofPosts() {
        return mean(posts);
    }

    /// The same of the right section, which must be the first of its post.
    public double ofSections() {
        return mean(sections);
    }

    private void add(Searcher searcher, String query, String relevant, String source) throws Exception {
        SearchRequest request =
                SearchRequest.parse(Map.of("q", List.of(query), "limit", List.of(String.valueOf(ASKED))));
        List<String> sources =
                List.of(source.split(" ", -1)).stream().map(Relevance::page).toList();
        List<PostHit> hits = searcher.search(request).posts().stream()
                .filter(hit -> !sources.contains(page(hit.url())))
                .limit(10)
                .toList();
        int post = 0;
        int section = 0;
        for (String right : relevant.split(" ", -1)) {
            for (int i = 0; i < hits.size(); i++) {
                if (page(hits.get(i).url()).equals(page(right))) {
                    post = post == 0 ? i + 1 : Math.min(post, i + 1);
                    section = section == 0 && isSection(hits.get(i), right) ? i + 1 : section;
                }
            }
        }
        posts.add(post == 0 ? 0 : 1.0 / post);
        if (relevant.contains("#")) {
            sections.add(section == 0 ? 0 : 1.0 / section);
        }
    }

    private static boolean isSection(PostHit hit, String right) {
        if (right.indexOf('#') < 0 || hit.sections().isEmpty()) {
            return false;
        }
        String anchor = hit.sections().getFirst().anchor();
        for (String alias : right.substring(right.indexOf('#') + 1).split("\\|", -1)) {
            if (loose(alias).equals(loose(anchor == null ? "" : anchor))) {
                return true;
            }
        }
        return false;
    }

    /// The path of an address, as those of the right answers are compared.
    public static String page(String url) {
        return decoded(url)
                .replaceFirst("^[a-z]+://[^/]+", "")
                .replaceFirst("[?#].*$", "")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("(?:/index)?\\.(?:html?|md|mdx|markdown)$", "")
                .replaceFirst("/?_?index$", "")
                .replaceAll("^/+|/+$", "");
    }

    private static String loose(String anchor) {
        return decoded(anchor).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }
}
