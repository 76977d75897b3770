package dev.anchorage.cluster;

import dev.anchorage.search.AwayException;
import jakarta.json.JsonObject;
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

    /// So many are removed by one request, which is to be answered long before it is given up.
    static final int AT_ONCE = 5_000;

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
        SiteDocuments.Versioned known = found;
        try {
            alone.ensureHeld();
            // A commit whose answer got lost has replaced the state before this, which then is a conflict, or can do so
            // no more. Else what answers could be taken for left.
            known = sections.sites().write(name, found.document(), found);
            removeAllBut(known.document().needed(), alone);
            return sections.sites().write(name, known.document().tidied(), known);
        } catch (IOException later) {
            LOG.log(Level.WARNING, "what an update no longer needs stays until the next one: {0}", later.getMessage());
            return known;
        }
    }

    private void removeAllBut(List<SiteDocument.Filling> needed, UpdateLease alone) throws IOException {
        List<String> places = needed.stream().map(SiteDocument.Filling::place).toList();
        List<String> facts =
                needed.stream().flatMap(filling -> filling.facts().stream()).toList();
        ClusterOptions options = sections.options();
        Map<String, Object> posts = Map.of("terms", Map.of(ClusterSchema.PLACE, places));
        remove(ClusterSchema.posts(options), Map.of("routing", site), posts, alone);
        remove(ClusterSchema.states(options), Map.of(), Map.of("ids", Map.of("values", facts)), alone);
    }

    /// @param routed  parameters of the address
    /// @param but  matches what stays
    private void remove(String index, Map<String, String> routed, Map<String, Object> but, UpdateLease alone)
            throws IOException {
        Map<String, String> parameters = new HashMap<>(routed);
        parameters.putAll(Map.of("conflicts", "proceed", "refresh", "true", "max_docs", Integer.toString(AT_ONCE)));
        Map<String, Object> others = Map.of(
                "bool",
                Map.of("filter", List.of(Map.of("term", Map.of(ClusterSchema.SITE, site))), "must_not", List.of(but)));
        String query = Answers.line(Map.of("query", others));
        sections.client().read("POST", "/" + index + "/_refresh", Map.of(), null);
        boolean isMore = true;
        while (isMore) {
            alone.ensureHeld();
            JsonObject answer = sections.client().read("POST", "/" + index + "/_delete_by_query", parameters, query);
            if (answer != null && Answers.number(answer, "version_conflicts") > 0) {
                throw new AwayException("some of it is being removed by a request before");
            }
            isMore = answer != null && Answers.number(answer, "total") >= AT_ONCE;
        }
    }
}
