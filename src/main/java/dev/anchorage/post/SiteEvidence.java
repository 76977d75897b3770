package dev.anchorage.post;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one configuration file tells. Built up by the class that knows the generator.
final class SiteEvidence {
    private final String name;
    private final String evidence;
    private final Map<String, String> options = new HashMap<>();
    private Path contentRoot;
    private @Nullable String site;
    private boolean isSure = true;

    /// @param file  the file that proves it
    SiteEvidence(String name, Path file, SiteFolder folder) {
        this.name = name;
        this.evidence = file.getFileName() + " in " + folder.path() + " is " + name + "'s";
        contentRoot = folder.path();
    }

    SiteEvidence(String name, SiteFolder folder, String evidence) {
        this.name = name;
        this.evidence = evidence;
        contentRoot = folder.path();
    }

    SiteEvidence option(String key, Optional<String> value) {
        value.ifPresent(v -> options.put(key, v));
        return this;
    }

    SiteEvidence option(String key, String value) {
        options.put(key, value);
        return this;
    }

    /// Takes options over under their own names.
    SiteEvidence options(FrontMatter configuration, String... keys) {
        for (String key : keys) {
            option(key, configuration.text(key));
        }
        return this;
    }

    SiteEvidence contentRoot(Path root) {
        contentRoot = root;
        return this;
    }

    /// The address of the site, whose path is the base of all permalinks.
    SiteEvidence site(Optional<String> address) {
        address.filter(a -> a.matches("https?://.+")).ifPresent(a -> {
            site = a.replaceAll("/+$", "");
            base(Optional.of(a.replaceAll("https?://[^/]*", "")));
        });
        return this;
    }

    SiteEvidence base(Optional<String> path) {
        String trimmed = path.orElse("").replaceAll("^/+|/+$", "");
        if (!trimmed.isEmpty()) {
            options.put(Permalinks.BASE, "/" + trimmed);
        }
        return this;
    }

    SiteEvidence unsure() {
        isSure = false;
        return this;
    }

    DetectedGenerator forArchive(Path archive) {
        return new DetectedGenerator(
                new Generator(name, options), ContentRoot.of(contentRoot, archive), site, evidence, isSure);
    }
}
