package dev.anchorage.cli;

import dev.anchorage.index.Rollback;
import dev.anchorage.search.IndexStats;
import dev.anchorage.search.ResponseJson;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.Searcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `anchorage rollback`.
@Command(
        name = "rollback",
        description = "Put the state of the index before its last full reindex back; a running service follows.")
final class RollbackCommand extends Subcommand {
    RollbackCommand(Settings settings) {
        super(settings);
    }

    @Override
    int run() throws IOException, SettingsException {
        try (Engine engine = engine()) {
            return run(engine);
        }
    }

    private int run(Engine engine) throws IOException {
        Optional<Rollback> done = engine.store(index(), settings.site()).rollBack();
        if (done.isEmpty()) {
            err().println("anchorage: " + settings.inFront()
                    + "there is nothing to go back to, so the index is as before: no state from before a full reindex"
                    + " is kept");
            return Main.DONE_BUT;
        }
        IndexStats stats = engine.once(index(), SearchOptions.NONE, settings.site(), Searcher::stats);
        tell(done.get(), stats, engine.bytes(index()));
        return Main.DONE;
    }

    private void tell(Rollback done, IndexStats stats, @Nullable Long bytes) {
        if (output.isJson) {
            out().println(new String(ResponseJson.of(stats, bytes), StandardCharsets.UTF_8));
        } else if (!output.isQuiet) {
            out().println(settings.inFront() + "The index is as it was at "
                    + done.updated().truncatedTo(ChronoUnit.SECONDS) + " again, with " + stats.posts()
                    + (stats.posts() == 1 ? " post" : " posts") + "; this is generation " + done.generation() + ".");
            out().println("What was rolled back is not indexed again until posts or settings change; rolling back once"
                    + " more brings it back.");
        }
    }
}
