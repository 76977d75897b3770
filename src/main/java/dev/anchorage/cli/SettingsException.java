package dev.anchorage.cli;

/// A configuration or an argument that can't be right. The message is one sentence with the place, the cause and the
/// cure.
final class SettingsException extends Exception {
    private static final long serialVersionUID = 1;

    SettingsException(String message) {
        super(message);
    }
}
