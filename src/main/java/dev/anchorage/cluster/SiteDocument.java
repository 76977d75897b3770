package dev.anchorage.cluster;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a cluster knows of a blog: which filling of the index answers, and which one can be gone back to. It
/// is replaced as a whole, so that readers go over from one state to the next at once.
///
/// @param format  of what was written, as {@link ClusterSchema#format} says
/// @param current  what answers; null: nothing yet
/// @param kept  what can be gone back to; null: nothing
/// @param fillings  how many were begun
/// @param isDirty  whether an update has begun to replace posts of the current filling and did not come to its end
/// @param hasLeftovers  whether there may be something in the cluster that neither of these needs
record SiteDocument(
        String format,
        @Nullable Filling current,
        @Nullable Filling kept,
        long fillings,
        boolean isDirty,
        boolean hasLeftovers) {

    /// Of a blog that was never indexed.
    static SiteDocument empty() {
        return new SiteDocument(ClusterSchema.format(), null, null, 0, false, false);
    }

    static SiteDocument of(JsonObject source) {
        return new SiteDocument(
                Answers.text(source, "format"),
                Filling.of(Answers.at(source, "current")),
                Filling.of(Answers.at(source, "kept")),
                Answers.number(source, "fillings"),
                source.getBoolean("dirty", false),
                source.getBoolean("leftovers", false));
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", format);
        if (current != null) {
            json.put("current", current.toJson());
        }
        if (kept != null) {
            json.put("kept", kept.toJson());
        }
        json.put("fillings", fillings);
        json.put("dirty", isDirty);
        json.put("leftovers", hasLeftovers);
        return json;
    }

    SiteDocument dirty() {
        return new SiteDocument(format, current, kept, fillings, true, true);
    }

    SiteDocument tidied() {
        return new SiteDocument(format, current, kept, fillings, isDirty, false);
    }

    /// Both, as far as there are.
    List<Filling> needed() {
        return Stream.of(current, kept)
                .<Filling>mapMulti((filling, taking) -> {
                    if (filling != null) {
                        taking.accept(filling);
                    }
                })
                .toList();
    }

    SiteDocument begun() {
        return new SiteDocument(format, current, kept, fillings + 1, isDirty, true);
    }

    /// A filling of the index with the posts of a blog.
    ///
    /// @param place  its name
    /// @param commit  what the state says about itself
    /// @param facts  ids of the documents that hold, piece by piece, what is known of all its posts
    record Filling(String place, Map<String, String> commit, List<String> facts) {
        static @Nullable Filling of(JsonObject json) {
            if (json.isEmpty()) {
                return null;
            }
            Map<String, String> commit = new TreeMap<>();
            Answers.at(json, "commit").forEach((key, value) -> {
                if (value instanceof JsonString text) {
                    commit.put(key, text.getString());
                }
            });
            List<String> facts = new ArrayList<>();
            json.getJsonArray("facts").getValuesAs(JsonString.class).forEach(id -> facts.add(id.getString()));
            return new Filling(Answers.text(json, "place"), commit, List.copyOf(facts));
        }

        Map<String, Object> toJson() {
            return Map.of("place", place, "commit", commit, "facts", facts);
        }
    }
}
