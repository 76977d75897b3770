package dev.anchorage.cli;

import java.nio.charset.StandardCharsets;

/// What a hostile client sends when it has connected, and what it adds each second.
enum Hostile {
    IDLE("", ""),
    SLOW_HEAD("GET /search?q=", "x"),
    SLOW_HEADER_FIELDS("GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ", "x"),
    ENDLESS_BODY(
            "POST /api/v1/hooks/git HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: 0\r\nContent-Length: 99999\r\n\r\n",
            "x"),
    READS_SLOWLY("GET /search?limit=100 HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(16), "\r\n"),
    READS_NOTHING("GET /anchorage-search.js HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(16), "\r\n"),
    COSTLY_QUERY(
            "GET /api/v1/search?q={number}+" + "t*+".repeat(32) + "&limit=100 HTTP/1.1\r\nHost: localhost\r\n\r\n", ""),
    SMUGGLED(
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            ""),
    LARGE_HEAD("GET / HTTP/1.1\r\nHost: localhost\r\nX-A: " + "x".repeat(20_000), "");

    private static final String ONLY = System.getProperty("fire.only", "");

    private final String first;
    private final String eachSecond;

    Hostile(String first, String eachSecond) {
        this.first = first;
        this.eachSecond = eachSecond;
    }

    /// Whether it does not take what it is sent.
    boolean isStuck() {
        return this == READS_NOTHING || this == READS_SLOWLY;
    }

    /// @param number  tells its query from others'
    byte[] first(int number) {
        return first.replace("{number}", Integer.toString(number)).getBytes(StandardCharsets.US_ASCII);
    }

    byte[] eachSecond() {
        return eachSecond.getBytes(StandardCharsets.US_ASCII);
    }

    /// Three of five say nothing; the others do all the rest in turn.
    static Hostile of(int number) {
        if (!ONLY.isEmpty()) {
            return valueOf(ONLY);
        }
        return number % 5 < 3 ? IDLE : values()[1 + number / 5 % (values().length - 1)];
    }
}
