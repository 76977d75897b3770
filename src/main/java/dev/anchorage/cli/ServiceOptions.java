package dev.anchorage.cli;

import dev.anchorage.web.AddressBlock;
import dev.anchorage.web.HttpLimits;
import dev.anchorage.web.WebOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say how the service answers over HTTP.
final class ServiceOptions {
    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:8080",
            description = "Where to answer (default: ${DEFAULT-VALUE}).")
    private String listen = "127.0.0.1:8080";

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            split = ",",
            description = "A site whose pages may ask, such as https://blog.example.org; may be repeated.")
    private List<String> cors = List.of();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "Blog archive",
            description = "The blog's name on the results page (default: ${DEFAULT-VALUE}).")
    private String name = "Blog archive";

    @Option(names = "--stylesheet", paramLabel = "FILE", description = "Another look for the results page.")
    private @Nullable Path stylesheet;

    @Option(names = "--public-url", paramLabel = "URL", description = "This service's address as readers see it.")
    private @Nullable String publicUrl;

    @Option(
            names = "--hosts",
            paramLabel = "NAME",
            split = ",",
            description = "A name under which to answer, besides that of --public-url; may be repeated.")
    private List<String> hosts = List.of();

    @Option(
            names = "--trusted-proxies",
            paramLabel = "ADDRESS",
            split = ",",
            description = "A proxy whose X-Forwarded-For counts, such as 10.0.0.0/8; may be repeated.")
    private List<String> proxies = List.of();

    @Option(
            names = "--limits",
            paramLabel = "NAME=NUMBER",
            split = ",",
            description = "How much a client may ask, such as requests-per-second=20; may be repeated.")
    private Map<String, String> limits = Map.of();

    @Option(
            names = "--max-age",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long browsers may show an answer without asking again (default: ${DEFAULT-VALUE}).")
    private int maxAgeSeconds = 30;

    void take(PlainLine line) {
        listen = line.value("listen", listen);
        cors = line.parts("cors");
        name = line.value("name", name);
        stylesheet = line.path("stylesheet");
        publicUrl = line.value("public-url");
        hosts = line.parts("hosts");
        proxies = line.parts("trusted-proxies");
        line.leave("limits");
        maxAgeSeconds = line.number("max-age", maxAgeSeconds);
    }

    List<String> cors() {
        return cors;
    }

    String name() {
        return name;
    }

    WebOptions checked() throws SettingsException {
        ListenAddress address = ListenAddress.parse(listen);
        try {
            return new WebOptions(
                    address.host(),
                    address.port(),
                    checkedUrl(),
                    cors,
                    name,
                    stylesheet,
                    new WebOptions.Access(
                            hosts, proxies.stream().map(AddressBlock::parse).toList()),
                    HttpLimits.of(limits),
                    Duration.ofSeconds(Math.max(0, maxAgeSeconds)));
        } catch (IllegalArgumentException wrong) {
            throw new SettingsException(String.valueOf(wrong.getMessage()));
        }
    }

    private @Nullable String checkedUrl() throws SettingsException {
        if (publicUrl != null && !publicUrl.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
            throw new SettingsException(
                    "--public-url is \"" + publicUrl + "\", expected an address such as https://search.example.org");
        }
        return publicUrl == null ? null : publicUrl.replaceFirst("/+$", "");
    }
}
