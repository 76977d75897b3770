package dev.anchorage.cluster;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Removes from a cluster what no state of a blog needs: posts and pieces of facts of former fillings, and of those
/// that came to nothing. Readers of a state before have its facts in memory.
final class Leftovers {
    private static final Logger LOG = Logger.getLogger(Leftovers.class.getName());

    private final ClusterSections sections;
    private final String site;
    private final @Nullable String name;

    /// @param name  of the blog; null: there is only one
    Leftovers(ClusterSections sections, @Nullable String name) {
        this.sections = sections;
        this.name = name;
        site = SiteDocuments.id(name);
    }

    /// Removes them. If that can't be done now, the next update does it, since the state goes on saying so.
    ///
    /// @param alone  held, so that nobody else is filling
    /// @return the state, which says now that nothing is left, or as it was
    SiteDocuments.Versioned remove(SiteDocuments.Versioned found, UpdateLease alone) {
        try {
            alone.ensureHeld();
            return removeNow(found);
        } catch (IOException later) {
            LOG.log(Level.WARNING, "what an update no longer needs stays until the next one: {0}", later.getMessage());
            return found;
        }
    }

    private SiteDocuments.Versioned removeNow(SiteDocuments.Versioned found) throws IOException {
        List<SiteDocument.Filling> needed = found.document().needed();
        remove(
                ClusterSchema.posts(sections.options()),
                Map.of("routing", site),
                Map.of(
                        "terms",
                        Map.of(
                                ClusterSchema.PLACE,
                                needed.stream().map(SiteDocument.Filling::place).toList())));
        remove(
                ClusterSchema.states(sections.options()),
                Map.of(),
                Map.of(
                        "ids",
                        Map.of(
                                "values",
                                needed.stream()
                                        .flatMap(filling -> filling.facts().stream())
                                        .toList())));
        return sections.sites().write(name, found.document().tidied(), found);
    }

    /// @param routed  parameters of the address
    /// @param but  matches what stays
    private void remove(String index, Map<String, String> routed, Map<String, Object> but) throws IOException {
        Map<String, String> parameters = new HashMap<>(routed);
        parameters.putAll(Map.of("conflicts", "proceed", "refresh", "true"));
        Map<String, Object> others = Map.of(
                "bool",
                Map.of("filter", List.of(Map.of("term", Map.of(ClusterSchema.SITE, site))), "must_not", List.of(but)));
        ClusterClient client = sections.client();
        client.read("POST", "/" + index + "/_refresh", Map.of(), null);
        client.read("POST", "/" + index + "/_delete_by_query", parameters, Answers.line(Map.of("query", others)));
    }
}
