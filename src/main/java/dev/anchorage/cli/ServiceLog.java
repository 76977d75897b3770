package dev.anchorage.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// What a running service says on standard error, libraries included: one event a line, control characters escaped.
/// Thread-safe.
final class ServiceLog extends Handler {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final SimpleFormatter MESSAGES = new SimpleFormatter();

    private final PrintWriter err;
    private final Format format;
    private final @Nullable String site;

    ServiceLog(PrintWriter err, Format format) {
        this(err, format, null);
    }

    /// @param site  that everything here is about; null: there is only one blog
    ServiceLog(PrintWriter err, Format format, @Nullable String site) {
        this.err = err;
        this.format = format;
        this.site = site;
    }

    /// The same log for what is said of one site.
    ServiceLog of(@Nullable String name) {
        return new ServiceLog(err, format, name);
    }

    void info(String message) {
        event(Instant.now(), Level.INFO, Map.of("message", message));
    }

    void warning(String message) {
        event(Instant.now(), Level.WARNING, Map.of("message", message));
    }

    /// What is said before anything is answered: a line as it is for people, an event like all others for programs.
    ///
    /// @param message  without control characters
    void say(Level level, String message) {
        switch (format) {
            case TEXT -> err.println((site == null ? "" : site + ": ") + message);
            case JSON -> event(Instant.now(), level, Map.of("message", message));
        }
    }

    /// What is said so of something that may be wrong.
    void sayWarning(String message) {
        say(Level.WARNING, message);
    }

    /// One event.
    ///
    /// @param details  shown in their order; a number stays a number in JSON
    void event(Instant time, Level level, Map<String, Object> details) {
        Map<String, Object> all = details;
        if (site != null) {
            all = new LinkedHashMap<>();
            all.put("site", site);
            all.putAll(details);
        }
        print(time, level, all);
    }

    private void print(Instant time, Level level, Map<String, Object> details) {
        err.println(
                switch (format) {
                    case TEXT -> text(time, level, details);
                    case JSON -> json(time, level, details);
                });
    }

    private static String text(Instant time, Level level, Map<String, Object> details) {
        StringBuilder line = new StringBuilder().append(time).append(' ').append(level.getName());
        details.forEach((name, value) -> line.append(' ')
                .append(name.equals("message") ? "" : name + "=")
                .append(escaped(value.toString())));
        return line.toString();
    }

    private static String json(Instant time, Level level, Map<String, Object> details) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("time", time.toString());
            json.writeStringProperty("level", level.getName());
            details.forEach((name, value) -> {
                switch (value) {
                    case Double fraction -> json.writeNumberProperty(name, fraction);
                    case Number whole -> json.writeNumberProperty(name, whole.longValue());
                    default -> json.writeStringProperty(name, value.toString());
                }
            });
            json.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// No character of a value begins a line or speaks to the terminal.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    boolean isSpoken = Character.isISOControl(c)
                            || Character.getType(c) == Character.FORMAT
                            || c == '\u2028'
                            || c == '\u2029';
                    escaped.append(isSpoken ? String.format("\\u%04x", c) : String.valueOf((char) c));
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        StringBuilder message = new StringBuilder(MESSAGES.formatMessage(record));
        Throwable thrown = record.getThrown();
        if (thrown != null) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace, true));
            message.append(": ").append(trace.toString().strip());
        }
        event(record.getInstant(), record.getLevel(), Map.of("message", record.getLoggerName() + ": " + message));
    }

    @Override
    public void flush() {
        err.flush();
    }

    @Override
    public void close() {
        flush();
    }

    /// How an event is written.
    enum Format {
        /// For people.
        TEXT,
        /// For programs: one JSON object a line.
        JSON
    }
}
