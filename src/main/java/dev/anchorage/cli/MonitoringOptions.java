package dev.anchorage.cli;

import dev.anchorage.web.AccessLog;
import dev.anchorage.web.AdminServer;
import dev.anchorage.web.Backstage;
import dev.anchorage.web.Sites;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say what the owner sees of a running service.
final class MonitoringOptions {
    private static final String DEFAULT_ADMIN = "127.0.0.1:8081";

    @Option(
            names = "--admin-listen",
            paramLabel = "HOST:PORT",
            description = "Where to show /metrics and /health; none: nowhere (default: " + DEFAULT_ADMIN
                    + ", or nowhere when that is taken).")
    private @Nullable String adminListen;

    @Option(names = "--access-log", description = "Write one line for each answer, without address and query.")
    private boolean isAccessLogged;

    @Option(names = "--access-log-queries", description = "Let the access log also say what readers asked for.")
    private boolean areQueriesLogged;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            completionCandidates = Choices.LogFormats.class,
            description = "How to write the log: text or json (default: ${DEFAULT-VALUE}).")
    private ServiceLog.Format format = ServiceLog.Format.TEXT;

    void take(PlainLine line) {
        adminListen = line.value("admin-listen");
        isAccessLogged = line.flag("access-log");
        areQueriesLogged = line.flag("access-log-queries");
        format = line.choice("log-format", format);
    }

    /// The log of this process from now on, what libraries say included.
    ///
    /// @param site  the only one that is served, when it has a name
    ServiceLog log(PrintWriter err, @Nullable String site) {
        ServiceLog log = new ServiceLog(err, format, site);
        Logger root = LogManager.getLogManager().getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(log);
        return log;
    }

    /// What writes answers down; null when nobody wants that.
    @Nullable
    AccessLog accessLog(ServiceLog log) {
        return isAccessLogged || areQueriesLogged
                ? access -> log.event(access.began(), Level.INFO, details(access))
                : null;
    }

    private Map<String, Object> details(AccessLog.Access access) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("message", "access");
        details.put("method", access.method());
        details.put("path", access.path());
        if (areQueriesLogged && !access.query().isEmpty()) {
            details.put("query", access.query());
        }
        details.put("status", access.status());
        details.put("bytes", access.bytes());
        details.put("millis", access.time().toNanos() / 1e6);
        String traceId = access.traceId();
        if (traceId != null) {
            details.put("trace", traceId);
        }
        return details;
    }

    /// Starts the owner's listener. That the default address is taken, perhaps by another Anchorage, is no reason not
    /// to serve; that one asked for is taken is.
    ///
    /// @return null when there is none
    @Nullable
    AdminServer start(Sites sites, Backstage backstage, Consumer<String> warnings)
            throws IOException, SettingsException {
        if ("none".equals(adminListen)) {
            return null;
        }
        String asked = adminListen == null ? DEFAULT_ADMIN : adminListen;
        ListenAddress address = ListenAddress.parse("--admin-listen", asked);
        try {
            return new AdminServer(address.host(), address.port(), sites, backstage);
        } catch (RuntimeException failed) {
            if (!(failed.getCause() instanceof BindException taken)) {
                throw failed;
            }
            String sentence = asked + " can't be listened on (" + taken.getMessage() + ")";
            if (adminListen != null) {
                throw new IOException(sentence + "; --admin-listen names another address", failed);
            }
            warnings.accept(
                    "anchorage: " + sentence + ", so there are no metrics; --admin-listen names another address");
            return null;
        }
    }
}
