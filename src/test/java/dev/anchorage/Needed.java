package dev.anchorage;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// What a test needs of the machine it runs on.
public final class Needed {
    private Needed() {}

    /// A program. Where everything is to be tested (`CI=true`) a test without it fails; elsewhere it is skipped, and
    /// says so on standard error.
    public static void program(Path path) {
        that(Files.isExecutable(path), path + " on this machine");
    }

    /// Anything else, with the same consequences.
    ///
    /// @param what  is needed, as it goes on after "there is no"
    public static void that(boolean isThere, String what) {
        that(isThere, what, Boolean.parseBoolean(System.getenv("CI")));
    }

    static void that(boolean isThere, String what, boolean isCi) {
        if (isThere) {
            return;
        }
        String sentence = "NOT TESTED: there is no " + what;
        System.err.println(sentence);
        Assertions.assertFalse(isCi, sentence);
        Assumptions.abort(sentence); // not in CI, where it failed above
    }
}
