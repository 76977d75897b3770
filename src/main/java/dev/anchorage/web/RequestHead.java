package dev.anchorage.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The first line and the header fields of one request, read strictly: what two parsers could take for different
/// requests (RFC 9112, section 11.2) is refused rather than repaired.
final class RequestHead {
    private static final byte[] NEW = "HTTP/1.1".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_METHOD = 16;
    private static final int MAX_LENGTH_DIGITS = 10;
    private static final int MAX_PORT_DIGITS = 5;
    private static final int MAX_PORT = 65_535;

    /// What a host's name may have besides letters and digits (RFC 3986), which is more than names in use have.
    private static final String NAME_MARKS = "-._~!$&'()*+;=";

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private final byte[] bytes;
    private final int end;
    private final HttpLimits limits;
    private int at;

    private String method = "";
    /// As long as it is empty the target is a path with nothing in it to look at.
    private String target = "";

    private boolean isOld;
    private int fields;
    private @Nullable String host;
    private @Nullable String length;
    private boolean hasKey;
    private boolean isChunked;
    private @Nullable Refusal refusal;

    private RequestHead(byte[] bytes, int end, HttpLimits limits) {
        this.bytes = bytes;
        this.end = end;
        this.limits = limits;
    }

    /// Where the head at the beginning of the bytes ends, its empty line included; -1 when it goes on after `to`.
    ///
    /// @param seen  up to where there is surely no end
    static int end(byte[] bytes, int seen, int to) {
        for (int i = seen; i < to; i++) {
            if (bytes[i] == '\n') {
                int next = i + 1 < to && bytes[i + 1] == '\r' ? i + 2 : i + 1;
                if (next < to && bytes[next] == '\n') {
                    return next + 1;
                }
            }
        }
        return -1;
    }

    /// Whether a request can begin with this byte.
    static boolean canStart(byte first) {
        return first >= 'A' && first <= 'Z';
    }

    /// Reads a whole head from the beginning of the bytes.
    static RequestHead read(byte[] bytes, int end, HttpLimits limits) {
        RequestHead head = new RequestHead(bytes, end, limits);
        head.refusal = end > limits.headerBytes() ? tooLarge(bytes, end, limits) : head.check();
        return head;
    }

    /// Names what is too large in the beginning of a head: the address, or all of it.
    static Refusal tooLarge(byte[] bytes, int end, HttpLimits limits) {
        for (int i = 0; i < Math.min(end, limits.urlBytes()); i++) {
            if (bytes[i] == '\n') {
                return Refusal.LARGE_HEADER;
            }
        }
        return Refusal.LONG_URL;
    }

    /// What is wrong with it; null when it is fine.
    @Nullable
    Refusal refusal() {
        return refusal;
    }

    /// Whether it announces a body.
    boolean hasBody() {
        return bodyLength() > 0;
    }

    private @Nullable Refusal check() {
        Refusal wrong = requestLine();
        while (wrong == null && at < end - 2) {
            wrong = ++fields > limits.headerFields() ? Refusal.LARGE_HEADER : field();
        }
        if (wrong == null && !isLineEnd(at)) {
            wrong = Refusal.MALFORMED;
        }
        return wrong != null ? wrong : together();
    }

    private @Nullable Refusal requestLine() {
        int start = at;
        while (at < end && canStart(bytes[at])) {
            at++;
        }
        method = text(start, at);
        if (method.isEmpty() || method.length() > MAX_METHOD || !skip(' ')) {
            return Refusal.MALFORMED;
        }
        start = at;
        boolean isPlain = start < end && bytes[start] == '/';
        while (at < end && bytes[at] > ' ' && bytes[at] < 0x7f) {
            isPlain &= bytes[at] != '%' && bytes[at] != '#';
            at++;
        }
        if (at - start > limits.urlBytes()) {
            return Refusal.LONG_URL;
        }
        if (isPlain) {
            return skip(' ') ? version() : Refusal.MALFORMED;
        }
        target = text(start, at);
        boolean isTarget = target.startsWith("/")
                || target.regionMatches(true, 0, "http://", 0, 7)
                || (target.equals("*") && method.equals("OPTIONS"));
        if (!isTarget || target.indexOf('#') >= 0 || !skip(' ')) {
            return Refusal.MALFORMED;
        }
        return PercentEncoding.isWellFormed(target) ? version() : Refusal.PERCENT;
    }

    private @Nullable Refusal version() {
        int start = at;
        at = Math.min(end, start + NEW.length);
        if (Arrays.equals(bytes, start, at, NEW, 0, NEW.length)) {
            return skipLineEnd() ? null : Refusal.MALFORMED;
        }
        String version = text(start, at);
        isOld = version.equals("HTTP/1.0");
        if (!isOld) {
            return version.matches("HTTP/[0-9]\\.[0-9]") ? Refusal.VERSION : Refusal.MALFORMED;
        }
        return skipLineEnd() ? null : Refusal.MALFORMED;
    }

    private @Nullable Refusal field() {
        int start = at;
        at = tokenEnd(at);
        int nameEnd = at;
        if (nameEnd == start || !skip(':')) {
            return Refusal.MALFORMED;
        }
        int valueStart = at;
        while (at < end && (bytes[at] == '\t' || (bytes[at] >= ' ' && bytes[at] != 0x7f) || bytes[at] < 0)) {
            at++;
        }
        int valueEnd = at;
        return skipLineEnd() ? noted(start, nameEnd, valueStart, valueEnd) : Refusal.MALFORMED;
    }

    /// Keeps the fields on which it depends where a request ends, whom it is for and who asks.
    private @Nullable Refusal noted(int start, int nameEnd, int valueStart, int valueEnd) {
        return switch (nameEnd - start) {
            case 4 -> isName("host", start) ? host(text(valueStart, valueEnd).strip()) : null;
            case 6 ->
                isName("expect", start) && !text(valueStart, valueEnd).strip().equalsIgnoreCase("100-continue")
                        ? Refusal.EXPECTATION
                        : null;
            case 13 -> isName("authorization", start) ? key() : null;
            case 14 ->
                isName("content-length", start)
                        ? length(text(valueStart, valueEnd).strip())
                        : null;
            case 17 -> {
                isChunked |= isName("transfer-encoding", start);
                yield null;
            }
            default -> null;
        };
    }

    /// Of two keys nobody could say which one counts.
    private @Nullable Refusal key() {
        boolean isSecond = hasKey;
        hasKey = true;
        return isSecond ? Refusal.MALFORMED : null;
    }

    private @Nullable Refusal host(String value) {
        boolean isSecond = host != null;
        host = value;
        return isSecond || !isHost(value) ? Refusal.MALFORMED : null;
    }

    /// A name, an IPv4 address or an IPv6 one in brackets, and perhaps a port.
    private static boolean isHost(String value) {
        if (value.startsWith("[")) {
            int end = value.indexOf(']');
            return end > 0
                    && isOf(value, 1, end, RequestHead::isIpv6Mark)
                    && AddressBlock.literal(value.substring(1, end)) != null
                    && isPort(value, end + 1);
        }
        int colon = value.indexOf(':');
        int end = colon < 0 ? value.length() : colon;
        return isOf(value, 0, end, RequestHead::isNameMark) && isPort(value, end);
    }

    /// Whether nothing follows, or a colon with a port.
    private static boolean isPort(String value, int from) {
        return from == value.length()
                || (value.charAt(from) == ':'
                        && value.length() - from <= MAX_PORT_DIGITS + 1
                        && isOf(value, from + 1, value.length(), RequestHead::isDigit)
                        && isPort(Integer.parseInt(value.substring(from + 1))));
    }

    private static boolean isPort(int number) {
        return number > 0 && number <= MAX_PORT;
    }

    /// Whether there are characters from one place to another, and all of them are of a kind.
    private static boolean isOf(String value, int from, int to, IntPredicate kind) {
        int i = from;
        while (i < to && kind.test(value.charAt(i))) {
            i++;
        }
        return i == to && from < to;
    }

    private static boolean isNameMark(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || NAME_MARKS.indexOf(c) >= 0;
    }

    private static boolean isIpv6Mark(int c) {
        return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || isDigit(c) || c == ':';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private @Nullable Refusal length(String value) {
        boolean isSecond = length != null;
        length = value;
        boolean isNumber = !value.isEmpty() && value.chars().allMatch(RequestHead::isDigit);
        return isSecond || !isNumber ? Refusal.AMBIGUOUS : null;
    }

    private @Nullable Refusal together() {
        if ((host == null && !isOld) || !isForHost()) {
            return Refusal.MALFORMED;
        }
        if (isChunked && (length != null || isOld)) {
            return Refusal.AMBIGUOUS;
        }
        boolean mayHaveBody = method.equals("POST");
        if (isChunked) {
            return mayHaveBody ? Refusal.LENGTH : Refusal.BODY;
        }
        if (bodyLength() > 0 && !mayHaveBody) {
            return Refusal.BODY;
        }
        return bodyLength() > limits.bodyBytes() ? Refusal.LARGE_BODY : null;
    }

    private long bodyLength() {
        if (length == null) {
            return 0;
        }
        return length.length() > MAX_LENGTH_DIGITS ? Long.MAX_VALUE : Long.parseLong(length);
    }

    /// An address that names a host must name the one of the field.
    private boolean isForHost() {
        if (target.isEmpty() || target.startsWith("/") || target.equals("*")) {
            return true;
        }
        int slash = target.indexOf('/', 7);
        return slash > 0 && target.substring(7, slash).equalsIgnoreCase(host);
    }

    /// Whether this name begins there, in upper or lower case.
    private boolean isName(String name, int start) {
        for (int i = 0; i < name.length(); i++) {
            if ((bytes[start + i] | ' ') != name.charAt(i)) { // no token mark becomes another by this but letters
                return false;
            }
        }
        return true;
    }

    private int tokenEnd(int from) {
        int i = from;
        while (i < end && isTokenMark(bytes[i])) {
            i++;
        }
        return i;
    }

    private static boolean isTokenMark(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || (b > ' ' && TOKEN_MARKS.indexOf(b) >= 0);
    }

    private boolean skip(char mark) {
        return at < end && bytes[at++] == mark;
    }

    private boolean skipLineEnd() {
        boolean isEnd = isLineEnd(at);
        at += 2;
        return isEnd;
    }

    private boolean isLineEnd(int from) {
        return from + 1 < end && bytes[from] == '\r' && bytes[from + 1] == '\n';
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
