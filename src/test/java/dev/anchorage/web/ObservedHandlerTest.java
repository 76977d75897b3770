package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ObservedHandlerTest {
    /// The cases of W3C Trace Context, section 3.2.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01       | 4bf92f3577b34da6a3ce929d0e0e4736
            01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-later | 4bf92f3577b34da6a3ce929d0e0e4736
            00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-later |
            00-00000000000000000000000000000000-00f067aa0ba902b7-01       |
            00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01       |
            ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01       |
            00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01       |
            00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7          |
            00-<script>                                                   |
                                                                          |
            """)
    void onlyAValidTraceparentGivesATrace(@Nullable String traceparent, @Nullable String traceId) {
        assertEquals(traceId, ObservedHandler.traceId(traceparent));
    }
}
