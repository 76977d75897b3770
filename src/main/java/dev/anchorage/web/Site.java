package dev.anchorage.web;

import dev.anchorage.search.Searcher;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One blog that a service answers for, with all that is its own. Thread-safe.
public final class Site {
    private final @Nullable String name;
    private final String blog;
    private final List<String> origins;
    private final Owner owner;
    private final Health health;
    private final @Nullable QueryWatch queries;
    private volatile @Nullable Searcher searcher;

    /// A site whose index is not open yet.
    ///
    /// @param name  by which requests ask for it; null: it is the only blog of the service
    /// @param blog  what the results page calls it
    /// @param cors  origins whose pages may read its answers; `*` stands for all
    /// @param queries  told of every query; null: nobody is
    public Site(
            @Nullable String name,
            String blog,
            List<String> cors,
            Owner owner,
            Health health,
            @Nullable QueryWatch queries) {
        this.name = name;
        this.blog = blog;
        this.origins = CorsHandler.origins(cors);
        this.owner = owner;
        this.health = health;
        this.queries = queries;
    }

    /// The only blog of a service.
    static Site only(WebOptions options, Backstage backstage) {
        return new Site(
                null, options.blog(), options.cors(), backstage.owner(), backstage.health(), backstage.queries());
    }

    /// From now on this answers.
    public void open(Searcher opened) {
        searcher = opened;
    }

    /// Whether anything answers yet.
    public boolean isOpen() {
        return searcher != null;
    }

    /// What answers.
    ///
    /// @throws NotReadyException when there is no index yet
    public Searcher searcher() throws NotReadyException {
        Searcher opened = searcher;
        if (opened == null) {
            throw new NotReadyException();
        }
        return opened;
    }

    /// The name; empty when this is the only blog.
    public String label() {
        return name == null ? "" : name;
    }

    @Nullable
    String name() {
        return name;
    }

    String blog() {
        return blog;
    }

    List<String> origins() {
        return origins;
    }

    Owner owner() {
        return owner;
    }

    Health health() {
        return health;
    }

    @Nullable
    QueryWatch queries() {
        return queries;
    }

    /// What is told of queries.
    QueryNotes notes() {
        return new QueryNotes(queries == null ? null : queries.log());
    }

    /// An address of the service for this site: with its name, when it has one.
    String address(String path) {
        return name == null ? path : path + "?" + Sites.PARAMETER + "=" + name;
    }

    /// A site has no index yet.
    public static final class NotReadyException extends IOException {
        private static final long serialVersionUID = 1;

        NotReadyException() {
            super("there is no index yet");
        }
    }
}
