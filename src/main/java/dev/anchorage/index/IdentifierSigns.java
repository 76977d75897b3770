package dev.anchorage.index;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.apache.lucene.analysis.CharFilter;

/// Takes the signs that belong to an identifier through the tokenizer, which would cut there and drop them.
///
/// The `++` of `C++`, the `::` of `std::vec` and their like become connectors, which the tokenizer takes for letters;
/// {@link IdentifierFilter} turns them back. A sign for a sign: no character moves. In any other place a sign stays
/// what it is.
final class IdentifierSigns extends CharFilter {
    private static final String SIGNS = "+#-:.@/$";
    private static final String CONNECTORS = "\u203F\u2040\u2054\uFE33\uFE34\uFE4D\uFE4E\uFE4F";

    /// Chinese, Japanese and Korean letters begin here; they stand beside identifiers without a space.
    private static final char FIRST_CJK = '\u2E80';

    private static final int FIRST_BUFFER = 64;

    private char[] text = {};
    private int at = -1;

    IdentifierSigns(Reader text) {
        super(text);
    }

    /// What a connector stands for; any other character for itself.
    static char signOf(char c) {
        int index = c < CONNECTORS.charAt(0) ? -1 : CONNECTORS.indexOf(c);
        return index < 0 ? c : SIGNS.charAt(index);
    }

    @Override
    public int read(char[] target, int from, int most) throws IOException {
        if (at < 0) {
            text = readAll();
            connect();
            at = 0;
        }
        int count = Math.min(most, text.length - at);
        if (count <= 0) {
            return -1;
        }
        System.arraycopy(text, at, target, from, count);
        at += count;
        return count;
    }

    /// A query is a word at a time: a buffer for texts would cost more than its analysis.
    private char[] readAll() throws IOException {
        char[] read = new char[FIRST_BUFFER];
        int length = 0;
        for (int more = 0; more >= 0; more = input.read(read, length, read.length - length)) {
            length += more;
            read = length == read.length ? Arrays.copyOf(read, 4 * length) : read;
        }
        return Arrays.copyOf(read, length);
    }

    @Override
    protected int correct(int offset) {
        return offset;
    }

    private void connect() {
        for (int i = 0; i < text.length; i++) {
            switch (text[i]) {
                case '+' -> plus(i);
                case '#' -> hash(i);
                case '-' -> hyphen(i);
                case ':' -> colon(i);
                case '.' -> dot(i);
                case '@' -> at(i);
                case '$' -> dollar(i);
                default -> {}
            }
        }
    }

    /// `C++`, `C++17`
    private void plus(int i) {
        if (is(i + 1, '+') && !is(i + 2, '+') && isLetter(i - 1) && !isLetter(i + 2)) {
            connect(i, i + 2);
        }
    }

    /// `C#`
    private void hash(int i) {
        if (isLetter(i - 1) && !isWord(i - 2) && !isWord(i + 1)) {
            connect(i, i + 1);
        }
    }

    /// `--add-modules`, `CVE-2018-8777`
    private void hyphen(int i) {
        if (is(i + 1, '-') && isLetter(i + 2) && isBegun(i)) {
            connect(i, endOfName(i + 2));
        } else if (isWord(i - 1) && isDigit(i + 1)) {
            connect(i, i + 1);
        }
    }

    /// `std::vec`
    private void colon(int i) {
        if (is(i + 1, ':') && isWord(i - 1) && isWord(i + 2) && !isDigit(i + 2)) {
            connect(i, i + 2);
        }
    }

    /// `.NET`, `es2015.promise`; the tokenizer keeps `a.b` and `1.2`
    private void dot(int i) {
        if (isLetter(i + 1) ? isBegun(i) || (isWord(i - 1) && !isLetter(i - 1)) : isDigit(i + 1) && isWord(i - 1)) {
            connect(i, i + 1);
        }
    }

    /// `@angular/core`, `@angular`
    private void at(int i) {
        if (isLetter(i + 1) && isBegun(i)) {
            int end = endOfName(i + 1);
            boolean isScope = is(end, '/') && isWord(end + 1);
            connect(i, isScope ? endOfName(end + 1) : end);
        }
    }

    /// `$HOME`
    private void dollar(int i) {
        if (isWord(i + 1) && !isDigit(i + 1) && isBegun(i)) {
            connect(i, i + 1);
        }
    }

    private void connect(int from, int end) {
        for (int i = from; i < end; i++) {
            int sign = SIGNS.indexOf(text[i]);
            text[i] = sign < 0 ? text[i] : CONNECTORS.charAt(sign);
        }
    }

    /// Behind letters, digits, and the hyphens and dots between them.
    private int endOfName(int from) {
        int end = from;
        while (isWord(end) || ((is(end, '-') || is(end, '.')) && isWord(end + 1))) {
            end++;
        }
        return end;
    }

    /// Whether something can begin here: not inside a word, an address, a path or a chain of calls.
    private boolean isBegun(int i) {
        if (i == 0 || Character.isWhitespace(text[i - 1]) || text[i - 1] >= FIRST_CJK) {
            return true;
        }
        int type = Character.getType(text[i - 1]);
        return type == Character.START_PUNCTUATION
                || type == Character.INITIAL_QUOTE_PUNCTUATION
                || "\"'`,|=<>*".indexOf(text[i - 1]) >= 0;
    }

    private boolean is(int i, char c) {
        return i >= 0 && i < text.length && text[i] == c;
    }

    private boolean isLetter(int i) {
        return i >= 0 && i < text.length && text[i] < FIRST_CJK && Character.isLetter(text[i]);
    }

    private boolean isDigit(int i) {
        return i >= 0 && i < text.length && Character.isDigit(text[i]);
    }

    private boolean isWord(int i) {
        return isLetter(i) || isDigit(i) || is(i, '_');
    }
}
