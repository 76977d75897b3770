package dev.anchorage.cli;

import dev.anchorage.web.WebOptions;
import java.nio.file.Path;
import java.util.List;
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

    WebOptions checked() throws SettingsException {
        ListenAddress address = ListenAddress.parse(listen);
        return new WebOptions(address.host(), address.port(), publicUrl, cors, name, stylesheet);
    }
}
