package dev.anchorage.search;

/// A parameter of a request whose value is none that it takes. (A query is never an error.)
public final class BadParameterException extends Exception {
    private static final long serialVersionUID = 1;
    private static final int MAX_SHOWN = 60;

    private final String parameter;

    /// @param parameter  the name of the parameter
    /// @param found  its value
    /// @param expected  what it takes, in words
    public BadParameterException(String parameter, String found, String expected) {
        super("\"" + parameter + "\" is \"" + shown(found) + "\", expected " + expected);
        this.parameter = parameter;
    }

    /// The name of the parameter.
    public String parameter() {
        return parameter;
    }

    private static String shown(String value) {
        return value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "…";
    }
}
