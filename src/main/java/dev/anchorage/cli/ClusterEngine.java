package dev.anchorage.cli;

import dev.anchorage.cluster.ClusterOptions;
import dev.anchorage.cluster.ClusterOptions.Credentials;
import dev.anchorage.cluster.ClusterSections;
import dev.anchorage.cluster.ClusterStore;
import dev.anchorage.index.SectionStore;
import dev.anchorage.search.RemoteSearcher;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.Searcher;
import dev.anchorage.search.SiteShare;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// All blogs are in one OpenSearch cluster. Loaded only when that is chosen.
final class ClusterEngine implements Engine {
    static final String NAME = "opensearch";

    private static final Set<String> KEYS =
            Set.of("nodes", "prefix", "shards", "replicas", "certificates", "patience", "user");

    /// What OpenSearch takes as the beginning of an index's name.
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private static final int MOST_SHARDS = 1_000;
    private static final int MOST_REPLICAS = 10;
    private static final int LONGEST_PATIENCE = 3_600;

    private final ClusterSections sections;

    private ClusterEngine(ClusterSections sections) {
        this.sections = sections;
    }

    static ClusterEngine of(Settings settings) throws SettingsException, IOException {
        return new ClusterEngine(new ClusterSections(options(settings)));
    }

    /// Reads the map `opensearch` of the configuration.
    static ClusterOptions options(Settings settings) throws SettingsException {
        Map<String, Object> said = settings.map(NAME);
        for (String key : said.keySet()) {
            if (!KEYS.contains(key)) {
                throw new SettingsException("opensearch: \"" + Style.clean(key) + "\" is no key of it, expected "
                        + String.join(", ", KEYS.stream().sorted().toList()));
            }
        }
        String prefix = String.valueOf(said.getOrDefault("prefix", ClusterOptions.PREFIX));
        if (!PREFIX.matcher(prefix).matches()) {
            throw new SettingsException("opensearch: prefix is \"" + Style.clean(prefix)
                    + "\", expected up to 64 letters a to z, digits and hyphens");
        }
        Object certificates = said.get("certificates");
        return new ClusterOptions(
                nodes(said.get("nodes")),
                prefix,
                number(said, "shards", 1, 1, MOST_SHARDS),
                number(said, "replicas", 1, 0, MOST_REPLICAS),
                credentials(settings, said.get("user")),
                certificates == null ? null : Path.of(certificates.toString()),
                Duration.ofSeconds(
                        number(said, "patience", (int) ClusterOptions.PATIENCE.toSeconds(), 1, LONGEST_PATIENCE)));
    }

    private static List<URI> nodes(@Nullable Object said) throws SettingsException {
        List<URI> nodes = new ArrayList<>();
        List<?> all = said instanceof List<?> list ? list : said == null ? List.of() : List.of(said);
        for (Object each : all) {
            nodes.add(node(String.valueOf(each)));
        }
        if (nodes.isEmpty()) {
            throw new SettingsException(
                    "opensearch: expected the addresses of some nodes, such as `nodes: [https://search-1:9200]`");
        }
        return nodes;
    }

    private static URI node(String said) throws SettingsException {
        try {
            URI node = new URI(said);
            boolean isWeb = "http".equals(node.getScheme()) || "https".equals(node.getScheme());
            boolean isBare = node.getUserInfo() == null
                    && (node.getRawPath() == null || Set.of("", "/").contains(node.getRawPath()))
                    && node.getQuery() == null;
            if (isWeb && isBare && node.getHost() != null) {
                return node;
            }
        } catch (java.net.URISyntaxException noAddress) {
            // It is said below what was expected.
        }
        throw new SettingsException("opensearch: nodes has \"" + Style.clean(said.replaceFirst("//[^@/]*@", "//…@"))
                + "\", expected an address such as https://search-1:9200, without user and path");
    }

    private static int number(Map<String, Object> said, String key, int otherwise, int least, int most)
            throws SettingsException {
        Object value = said.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        throw new SettingsException("opensearch: " + key + " is " + Style.clean(value.toString())
                + ", expected a whole number from " + least + " to " + most);
    }

    private static @Nullable Credentials credentials(Settings settings, @Nullable Object user)
            throws SettingsException {
        String key = SecretText.of("ANCHORAGE_OPENSEARCH_API_KEY", settings, "", null);
        String password = SecretText.of("ANCHORAGE_OPENSEARCH_PASSWORD", settings, "", null);
        if (key != null) {
            return new Credentials("ApiKey " + key);
        }
        if (user == null && password == null) {
            return null;
        }
        if (user == null || password == null) {
            throw new SettingsException(
                    "opensearch: a user needs ANCHORAGE_OPENSEARCH_PASSWORD, and a password `user`; one of them is missing");
        }
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Credentials("Basic " + Base64.getEncoder().encodeToString(both));
    }

    @Override
    public SectionStore store(Path index, @Nullable String site) {
        return new ClusterStore(sections, site);
    }

    @Override
    public Searcher open(Path index, SearchOptions wishes, SiteShare share) throws IOException {
        return new RemoteSearcher(sections, share.site(), wishes);
    }

    @Override
    public <T> T once(Path index, SearchOptions wishes, @Nullable String site, Searcher.Question<T> question)
            throws IOException {
        try (Searcher searcher = new RemoteSearcher(sections, site, wishes)) {
            return question.ask(searcher);
        }
    }

    @Override
    public boolean hasIndex(Path index, @Nullable String site) throws IOException {
        try {
            sections.newest(site);
            return true;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    @Override
    public boolean isNew(Path index, @Nullable String site) throws IOException {
        return !hasIndex(index, site);
    }

    @Override
    public @Nullable Long bytes(Path index) {
        return null;
    }

    @Override
    public void close() throws IOException {
        sections.close();
    }
}
