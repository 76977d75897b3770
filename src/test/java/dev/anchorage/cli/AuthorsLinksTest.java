package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.anchorage.TestBlog;
import dev.anchorage.post.Post;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SectionSearcher;
import dev.anchorage.section.Link;
import dev.anchorage.section.LinkAddress;
import dev.anchorage.section.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scores the ranking by the links of any archive, so that what helps the queries of {@link RelevanceTest} is seen to
/// help others: `mvn test -Dtest=AuthorsLinksTest -Dlinks=true`. The text of a link to a section of another post is
/// the query, and that section the answer; posts that have the link are left out of the ranking.
@EnabledIfSystemProperty(named = "links", matches = "true")
final class AuthorsLinksTest {
    private static final Pattern LINK =
            Pattern.compile("(?<!!)\\[([^\\[\\]\\n]+)]\\(([^\\s()#]+#[^\\s()]+)(?: \"[^\"]*\")?\\)");

    /// Marks around words, which readers don't type.
    private static final Pattern MARKUP = Pattern.compile("[`*]|\\b_|_\\b");

    private static final int ASKED = 30;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "v8.dev, https://v8.dev",
        "react-native, https://reactnative.dev",
        "hexo-site, https://hexo.io",
        "astro-docs, https://docs.astro.build",
        "rust-blog, https://blog.rust-lang.org"
    })
    void meanReciprocalRanks(String archive, String site) throws Exception {
        Path posts = TestBlog.shared("archives/" + archive);
        Set<Linked> links = links(posts, site);
        assertFalse(links.isEmpty());
        Path index = folder.resolve("index");
        Cli.run("index", "--posts", posts.toString(), "--index", index.toString(), "--site", site, "--quiet");
        List<Double> ofPosts = new ArrayList<>();
        List<Double> ofSections = new ArrayList<>();
        try (SectionSearcher searcher = new SectionSearcher(index)) {
            for (Linked link : links) {
                int rank = 0;
                int sectionRank = 0;
                List<PostHit> hits = searcher.search(request(link.text())).posts().stream()
                        .filter(hit -> !link.sources().contains(hit.path()))
                        .limit(10)
                        .toList();
                for (int i = 0; i < hits.size() && rank == 0; i++) {
                    if (hits.get(i).path().equals(link.post())) {
                        rank = i + 1;
                        sectionRank = link.anchor()
                                        .equals(hits.get(i)
                                                .sections()
                                                .getFirst()
                                                .anchor())
                                ? rank
                                : 0;
                    }
                }
                ofPosts.add(rank == 0 ? 0 : 1.0 / rank);
                ofSections.add(sectionRank == 0 ? 0 : 1.0 / sectionRank);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-16s n %3d  post MRR %.3f  section MRR %.3f%n",
                archive,
                ofPosts.size(),
                mean(ofPosts),
                mean(ofSections));
    }

    /// The links to sections of other posts whose texts say more than one word and lead to one section only.
    static Set<Linked> links(Path archive, String site) throws IOException, SettingsException {
        BlogOptions options = new BlogOptions();
        options.site = site;
        Blog blog = Blog.of(archive, options, Settings.none());
        List<Post> posts = ArchiveReading.of(blog).posts();
        Map<String, Place> sections = sections(blog, posts);
        Map<String, Set<Place>> targets = new TreeMap<>();
        Map<String, Set<String>> sources = new TreeMap<>();
        for (Post post : posts) {
            for (MatchResult link : LINK.matcher(post.body().text()).results().toList()) {
                String text = MARKUP.matcher(link.group(1)).replaceAll("").strip();
                Place target = LinkAddress.of(new Link(link.group(2), 1), post)
                        .map(sections::get)
                        .orElse(null);
                if (target != null && text.contains(" ")) {
                    targets.computeIfAbsent(text, first -> new HashSet<>()).add(target);
                    sources.computeIfAbsent(text, first -> new TreeSet<>()).add(post.path());
                }
            }
        }
        return targets.entrySet().stream()
                .filter(link -> link.getValue().size() == 1)
                .flatMap(link -> link.getValue().stream()
                        .map(place -> new Linked(
                                link.getKey(), Set.copyOf(sources.get(link.getKey())), place.post(), place.anchor())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Place> sections(Blog blog, List<Post> posts) {
        Map<String, Place> sections = new TreeMap<>();
        for (Post post : posts) {
            for (Section section : blog.splitter().split(post).sections()) {
                String anchor = section.anchor();
                for (String address : LinkAddress.of(post.path(), post.permalink())) {
                    if (anchor != null) {
                        sections.putIfAbsent(address + "#" + anchor, new Place(post.path(), anchor));
                    }
                }
            }
        }
        return sections;
    }

    private static SearchRequest request(String query) throws Exception {
        return SearchRequest.parse(Map.of("q", List.of(query), "limit", List.of(String.valueOf(ASKED))));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }

    private record Place(String post, String anchor) {}

    /// @param text  of the link
    /// @param sources  paths of the posts that have it
    /// @param post  path of the post that it leads to
    record Linked(String text, Set<String> sources, String post, String anchor) implements Comparable<Linked> {
        @Override
        public int compareTo(Linked other) {
            return text.compareTo(other.text);
        }
    }
}
