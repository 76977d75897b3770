package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ServiceLogTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String HOSTILE = "/a\n2026 INFO forged\r\t\u001b[31m\u009b\u2028\u202e\u0000";

    private final StringWriter written = new StringWriter();

    @ParameterizedTest
    @EnumSource(ServiceLog.Format.class)
    void whatClientsSendStaysOnOneLineAndSpeaksToNoTerminal(ServiceLog.Format format) {
        log(format).event(NOON, Level.INFO, Map.of("path", HOSTILE));
        assertEquals(1, written.toString().lines().count(), written.toString());
        assertEquals(
                0,
                written.toString()
                        .strip()
                        .chars()
                        .filter(c -> c < ' ' || c > '~')
                        .count(),
                written.toString());
    }

    @ParameterizedTest
    @EnumSource(ServiceLog.Format.class)
    void aTraceIsOneEvent(ServiceLog.Format format) {
        LogRecord record = new LogRecord(Level.WARNING, "a request failed");
        record.setThrown(new IllegalStateException("cause\nof it"));
        log(format).publish(record);
        assertEquals(1, written.toString().lines().count(), written.toString());
    }

    @Test
    void peopleAndProgramsReadTheSame() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("message", "access");
        details.put("status", 200);
        details.put("millis", 1.25);
        log(ServiceLog.Format.TEXT).event(NOON, Level.INFO, details);
        assertEquals(
                "2026-11-22T12:00:00Z INFO access status=200 millis=1.25",
                written.toString().strip());
        written.getBuffer().setLength(0);
        log(ServiceLog.Format.JSON).event(NOON, Level.INFO, details);
        assertEquals(
                "{\"time\":\"2026-11-22T12:00:00Z\",\"level\":\"INFO\",\"message\":\"access\",\"status\":200,\"millis\":1.25}",
                written.toString().strip());
    }

    private ServiceLog log(ServiceLog.Format format) {
        return new ServiceLog(new PrintWriter(written, true), format);
    }
}
