package dev.anchorage.post;

import dev.anchorage.post.TomlParser.TomlException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in a TOML text.
final class TomlText {
    private final String text;
    private int at;
    private int line;

    TomlText(String text, int firstLine) {
        this.text = text;
        line = firstLine;
    }

    int line() {
        return line;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    boolean isAt(String expected) {
        return text.startsWith(expected, at);
    }

    boolean take(String expected) {
        boolean isThere = isAt(expected);
        at += isThere ? expected.length() : 0;
        return isThere;
    }

    void expect(String expected) {
        skipSpaces();
        if (!take(expected)) {
            throw error("expected \"" + expected + "\"");
        }
    }

    TomlException error(String message) {
        return new TomlException(line, message);
    }

    void skipSpaces() {
        while (isAt(" ") || isAt("\t")) {
            at++;
        }
    }

    /// Skips white space, line ends and comments.
    void skipBlank() {
        while (!isAtEnd()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == '\n') {
                line++;
                at++;
            } else if (c == ' ' || c == '\t') {
                at++;
            } else {
                return;
            }
        }
    }

    void endOfLine() {
        skipSpaces();
        if (!isAtEnd() && !isAt("\n") && !isAt("#")) {
            throw error("expected the end of the line");
        }
    }

    String token(Pattern pattern, String what) {
        Matcher m = pattern.matcher(text).region(at, text.length());
        if (!m.lookingAt()) {
            throw error("expected " + what);
        }
        at = m.end();
        return m.group();
    }

    /// Any of the four kinds of string.
    String string() {
        String quote = text.substring(at, at + 1);
        if (take(quote.repeat(3))) {
            take("\n");
            return until(quote.repeat(3), quote.equals("\""));
        }
        take(quote);
        return until(quote, quote.equals("\""));
    }

    private String until(String closer, boolean hasEscapes) {
        var out = new StringBuilder();
        int start = line;
        while (!take(closer)) {
            if (isAtEnd() || (closer.length() == 1 && isAt("\n"))) {
                throw new TomlException(start, "a string has no end");
            }
            char c = text.charAt(at++);
            if (c == '\n') {
                line++;
            }
            if (c == '\\' && hasEscapes) {
                escape(out);
            } else {
                out.append(c);
            }
        }
        while (closer.length() == 3 && take(closer.substring(1, 2))) {
            out.append(closer.charAt(0));
        }
        return out.toString();
    }

    private void escape(StringBuilder out) {
        char c = isAtEnd() ? ' ' : text.charAt(at++);
        switch (c) {
            case 'b' -> out.append('\b');
            case 't' -> out.append('\t');
            case 'n' -> out.append('\n');
            case 'f' -> out.append('\f');
            case 'r' -> out.append('\r');
            case 'e' -> out.append('\u001B');
            case '"', '\\' -> out.append(c);
            case 'u' -> codePoint(4, out);
            case 'U' -> codePoint(8, out);
            case '\n', ' ', '\t' -> {
                at--;
                while (!isAtEnd() && Character.isWhitespace(text.charAt(at))) {
                    line += text.charAt(at) == '\n' ? 1 : 0;
                    at++;
                }
            }
            default -> throw error("\"\\" + c + "\" is no escape");
        }
    }

    private void codePoint(int digits, StringBuilder out) {
        String hex = text.substring(at, Math.min(at + digits, text.length()));
        if (!hex.matches("[0-9A-Fa-f]{" + digits + "}") || !Character.isValidCodePoint((int) Long.parseLong(hex, 16))) {
            throw error("\"" + hex + "\" is no character");
        }
        out.appendCodePoint((int) Long.parseLong(hex, 16));
        at += digits;
    }
}
