package dev.anchorage.web;

/// Why a request is not even looked at: it is answered once, and its connection ends.
enum Refusal {
    MALFORMED(400, "Bad Request", "malformed-request", "This is no well-formed HTTP request."),
    PERCENT(400, "Bad Request", "malformed-url", "The address has a % that is followed by no two hexadecimal digits."),
    AMBIGUOUS(400, "Bad Request", "ambiguous-request", "It is unclear where this request ends."),
    BODY(400, "Bad Request", "unexpected-body", "A request of this kind has no body."),
    SLOW(408, "Request Timeout", "slow-request", "The request took too long to arrive."),
    LENGTH(411, "Length Required", "length-required", "A body needs its length announced in Content-Length."),
    LARGE_BODY(413, "Content Too Large", "large-body", "The body is larger than this service takes."),
    LONG_URL(414, "URI Too Long", "long-url", "The address is longer than this service takes."),
    EXPECTATION(417, "Expectation Failed", "expectation", "This service expects nothing but 100-continue."),
    PIPELINED(429, "Too Many Requests", "pipelined", "Too many requests wait on one connection; read answers first."),
    LARGE_HEADER(
            431, "Request Header Fields Too Large", "large-header", "The header is larger than this service takes."),
    BUSY(503, "Service Unavailable", "busy", "The service is busy; please ask again in a moment."),
    VERSION(505, "HTTP Version Not Supported", "http-version", "This service speaks HTTP/1.1.");

    private final int status;
    private final String reason;
    private final String type;
    private final String title;

    /// @param type  last part of the problem's stable type
    /// @param title  a sentence that a person understands
    Refusal(int status, String reason, String type, String title) {
        this.status = status;
        this.reason = reason;
        this.type = type;
        this.title = title;
    }

    int status() {
        return status;
    }

    /// What HTTP calls the status.
    String reason() {
        return reason;
    }

    /// Last part of the problem's type.
    String type() {
        return type;
    }

    /// A sentence that a person understands.
    String title() {
        return title;
    }
}
