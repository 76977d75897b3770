package dev.anchorage.bench;

/// What any program written in Java takes before it does anything.
final class Nothing {
    private Nothing() {}

    /// Does nothing.
    ///
    /// @param args  none
    public static void main(String[] args) {}
}
