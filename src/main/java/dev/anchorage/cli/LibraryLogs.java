package dev.anchorage.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/// What libraries may say on standard error. Java makes one of these when a library first wants to say something; many
/// commands are over before.
public final class LibraryLogs {
    private static final String OF_USER = "java.util.logging.config.file";
    private static final String OF_PROGRAM = "java.util.logging.config.class";

    /// Reads `logging.properties`.
    public LibraryLogs() throws IOException {
        try (InputStream settings = LibraryLogs.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        }
    }

    /// Lets libraries say only what this allows, unless the user names another configuration.
    static void quieten() {
        if (System.getProperty(OF_USER) == null) {
            System.setProperty(OF_PROGRAM, LibraryLogs.class.getName());
        }
    }
}
