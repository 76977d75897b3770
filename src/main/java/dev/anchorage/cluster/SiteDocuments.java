package dev.anchorage.cluster;

import dev.anchorage.index.ArchiveFacts;
import dev.anchorage.index.IndexDamagedException;
import dev.anchorage.index.IndexState;
import dev.anchorage.index.IndexedPosts;
import dev.anchorage.search.AwayException;
import dev.anchorage.search.RemoteSections.State;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/// Reads and writes what a cluster knows of each blog. Thread-safe.
final class SiteDocuments {
    /// The id of the only blog.
    private static final String ONLY = "_";

    /// A document holds so many bytes of what is known of all posts.
    private static final int PIECE = 8 << 20;

    private final ClusterClient client;
    private final ClusterOptions options;

    SiteDocuments(ClusterClient client, ClusterOptions options) {
        this.client = client;
        this.options = options;
    }

    /// The id of a blog, by which its posts are routed.
    static String id(@Nullable String site) {
        return site == null ? ONLY : site;
    }

    /// Where a blog is, for messages.
    String place(@Nullable String site) {
        return "the cluster at " + options.nodes().getFirst() + (site == null ? "" : ", site " + site);
    }

    private String path(String id) {
        return "/" + ClusterSchema.states(options) + "/_doc/" + id;
    }

    /// What the cluster knows of a blog now; null: nothing.
    @Nullable
    Versioned read(@Nullable String site) throws IOException {
        JsonObject found = client.read("GET", path("site." + id(site)), Map.of(), null);
        if (found == null || !found.getBoolean("found", false)) {
            return null;
        }
        return new Versioned(
                SiteDocument.of(Answers.at(found, "_source")),
                Answers.number(found, "_seq_no"),
                Answers.number(found, "_primary_term"));
    }

    /// A blog that answers.
    ///
    /// @throws NoSuchFileException when there is no index
    /// @throws IndexDamagedException when it was written by another version
    Present present(@Nullable String site) throws IOException {
        Versioned found = read(site);
        SiteDocument.Filling current = found == null ? null : found.document().current();
        if (found == null || current == null) {
            throw new NoSuchFileException(place(site), null, "there is no index; `anchorage index` makes one");
        }
        if (!found.document().format().equals(ClusterSchema.format())) {
            throw IndexDamagedException.ofOtherVersion(place(site));
        }
        return new Present(found, current);
    }

    /// Replaces what is known of a blog.
    ///
    /// @param before  what it is made from; null: nothing was known
    /// @throws ConflictException when another has replaced it meanwhile
    Versioned write(@Nullable String site, SiteDocument document, @Nullable Versioned before) throws IOException {
        Map<String, String> condition = before == null
                ? Map.of("op_type", "create")
                : Map.of("if_seq_no", Long.toString(before.number()), "if_primary_term", Long.toString(before.term()));
        JsonObject written;
        try {
            written = client.write("PUT", path("site." + id(site)), condition, Answers.line(document.toJson()));
        } catch (ConflictException conflict) {
            Versioned there = read(site);
            if (there != null && there.document().equals(document)) {
                return there; // it was this one, whose answer got lost
            }
            throw conflict;
        }
        if (written == null) {
            throw new IOException("the index of states is gone");
        }
        return new Versioned(document, Answers.number(written, "_seq_no"), Answers.number(written, "_primary_term"));
    }

    /// The state that a filling is.
    State state(@Nullable String site, SiteDocument.Filling filling) throws IOException {
        return new State(
                site,
                IndexState.of(filling.commit(), place(site)),
                read(site, () -> ArchiveFacts.read(bytes(filling.facts(), "facts"))),
                filling.place());
    }

    /// The files that a filling was made from.
    IndexedPosts files(@Nullable String site, SiteDocument.Filling filling) throws IOException {
        return read(site, () -> IndexedPosts.read(bytes(filling.facts(), "files")));
    }

    /// What is there but makes no sense is damage, which a full reindex mends.
    private <T> T read(@Nullable String site, IOSupplier<T> reading) throws IOException {
        try {
            return reading.get();
        } catch (AwayException | ClusterException known) {
            throw known;
        } catch (IOException nonsense) {
            throw IndexDamagedException.at(place(site), nonsense);
        }
    }

    private byte[] bytes(List<String> ids, String kind) throws IOException {
        List<String> wanted = ids.stream().filter(id -> id.startsWith(kind)).toList();
        JsonObject answer = client.read(
                "POST", "/" + ClusterSchema.states(options) + "/_mget", Map.of(), Answers.line(Map.of("ids", wanted)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (answer != null && answer.get("docs") instanceof JsonArray pieces) {
            for (JsonObject piece : pieces.getValuesAs(JsonObject.class)) {
                if (!piece.getBoolean("found", false)) {
                    throw new IOException("a piece of what is known of all posts is gone");
                }
                bytes.writeBytes(Base64.getDecoder().decode(Answers.text(Answers.at(piece, "_source"), "bytes")));
            }
        }
        return bytes.toByteArray();
    }

    /// Writes what is known of all posts.
    ///
    /// @param name  that nothing else has
    /// @return the ids of its pieces
    List<String> write(@Nullable String site, String name, ArchiveFacts facts, IndexedPosts files) throws IOException {
        List<String> ids = new ArrayList<>();
        write(site, "facts." + name, facts.write(), ids);
        write(site, "files." + name, files.write(), ids);
        return List.copyOf(ids);
    }

    private void write(@Nullable String site, String name, byte[] bytes, List<String> ids) throws IOException {
        for (int from = 0; from < bytes.length; from += PIECE) {
            String id = name + "." + from / PIECE;
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE));
            client.write(
                    "PUT",
                    path(id),
                    Map.of(),
                    Answers.line(Map.of(
                            ClusterSchema.SITE,
                            id(site),
                            "bytes",
                            Base64.getEncoder().encodeToString(piece))));
            ids.add(id);
        }
    }

    /// @param number  of the change that made it
    /// @param term  of the part of the index in which that was
    record Versioned(SiteDocument document, long number, long term) {}

    /// @param current  of the document
    record Present(Versioned found, SiteDocument.Filling current) {}
}
