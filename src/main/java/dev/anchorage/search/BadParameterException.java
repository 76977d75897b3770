package dev.anchorage.search;

/// A parameter of a request whose value is none that it takes. (A query is never an error.)
public final class BadParameterException extends Exception {
    private static final long serialVersionUID = 1;
    private static final int MAX_SHOWN = 60;

    private final String parameter;
    private final String sentence;

    /// @param parameter  the name of the parameter
    /// @param found  its value
    /// @param expected  what it takes, in words
    public BadParameterException(String parameter, String found, String expected) {
        this(parameter, "\"" + parameter + "\" is \"" + shown(found) + "\", expected " + expected);
    }

    /// For an address that can't be read at all, whatever its parameters.
    public static BadParameterException ofUrl(String sentence) {
        return new BadParameterException("", sentence);
    }

    private BadParameterException(String parameter, String sentence) {
        super(sentence);
        this.parameter = parameter;
        this.sentence = sentence;
    }

    /// The name of the parameter; empty when it is about the whole address.
    public String parameter() {
        return parameter;
    }

    /// What is wrong and what was expected, in one sentence.
    public String sentence() {
        return sentence;
    }

    private static String shown(String value) {
        return value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "…";
    }
}
