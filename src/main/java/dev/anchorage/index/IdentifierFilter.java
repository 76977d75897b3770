package dev.anchorage.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.jspecify.annotations.Nullable;

/// Gives an identifier whole and by its parts, the first of which stands at the same place.
///
/// `HeaderIdGenerator` has the parts `Header`, `Id`, `Generator`; `std::vec` has `std`, `vec`; `.NET` has `NET`; `C++`
/// is one. What has signs is a keyword, which no stemmer touches. {@link IdentifierSigns} must stand before the
/// tokenizer.
final class IdentifierFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final boolean cutsApostrophes;
    private final boolean isQuery;
    private final Deque<Part> parts = new ArrayDeque<>();
    private @Nullable State whole;
    private boolean isFirst;

    /// @param cutsApostrophes  whether `l'eau` has parts, too
    /// @param isQuery  whether a part that differs from the whole by its signs only is left out: a reader who types
    /// `.NET` doesn't mean a net, but one who types `@angular` means `@angular/core`, too
    IdentifierFilter(TokenStream words, boolean cutsApostrophes, boolean isQuery) {
        super(words);
        this.cutsApostrophes = cutsApostrophes;
        this.isQuery = isQuery;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!parts.isEmpty()) {
            nextPart();
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (!isPlain()) {
            boolean hasSigns = restoreSigns();
            keyword.setKeyword(hasSigns);
            cut();
            boolean isWhole = parts.size() == 1 && parts.getFirst().length() == term.length();
            boolean isMeantWithSigns = isQuery && hasSigns && term.charAt(0) != '@';
            if (isWhole || (isMeantWithSigns && parts.size() == 1)) {
                parts.clear();
            }
            length.setPositionLength(Math.max(1, parts.size()));
            whole = parts.isEmpty() ? null : captureState();
            isFirst = true;
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        parts.clear();
    }

    /// Whether there is nothing to cut; a capital at the beginning doesn't count.
    private boolean isPlain() {
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if ((c < 'a' || c > 'z') && (!Character.isLetterOrDigit(c) || (i > 0 && Character.isUpperCase(c)))) {
                return false;
            }
        }
        return true;
    }

    private boolean restoreSigns() {
        boolean hasSigns = false;
        for (int i = 0; i < term.length(); i++) {
            char sign = IdentifierSigns.signOf(term.charAt(i));
            hasSigns |= sign != term.charAt(i);
            term.buffer()[i] = sign;
        }
        return hasSigns;
    }

    private void cut() {
        int start = 0;
        for (int i = 0; i <= term.length(); i++) {
            if (i == term.length() || !isLetter(i)) {
                cut(start, i);
                start = i + 1;
            }
        }
    }

    /// A name within a text's name is a word, too, since readers type `pluralrules` for `Intl.PluralRules`.
    private void cut(int start, int end) {
        if (!isQuery && end - start < term.length() && nextWord(start, end) < end) {
            parts.add(new Part(start, end, true));
        }
        for (int from = start; from < end; from = nextWord(from, end)) {
            add(from, nextWord(from, end));
        }
    }

    private int nextWord(int start, int end) {
        int next = start + 1;
        while (next < end && !isNewWord(next)) {
            next++;
        }
        return next;
    }

    /// The signs of `C++` belong to its part, since `C` alone is something else; the `l` of `l'eau` tells nothing.
    private void add(int start, int end) {
        int behind = end;
        while (end - start == 1 && behind < term.length() && "+#".indexOf(term.charAt(behind)) >= 0) {
            behind++;
        }
        boolean isEnding = end - start < 3 && (isApostrophe(start - 1) || isApostrophe(end));
        if (behind > start && !isEnding) {
            parts.add(new Part(start, behind, false));
        }
    }

    private boolean isApostrophe(int i) {
        return i >= 0 && i < term.length() && (term.charAt(i) == '\'' || term.charAt(i) == '’');
    }

    private boolean isLetter(int i) {
        char c = term.charAt(i);
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.SURROGATE -> true;
            default -> Character.isLetterOrDigit(c) || (!cutsApostrophes && isApostrophe(i));
        };
    }

    /// `headerId` goes on with a new word at its `I`, `XMLHttp` at its second `H`; `URLs` is one.
    private boolean isNewWord(int i) {
        return Character.isUpperCase(term.charAt(i))
                && (Character.isLowerCase(term.charAt(i - 1))
                        || (Character.isUpperCase(term.charAt(i - 1))
                                && i + 2 < term.length()
                                && Character.isLowerCase(term.charAt(i + 1))
                                && Character.isLowerCase(term.charAt(i + 2))));
    }

    private void nextPart() {
        Part part = parts.removeFirst();
        restoreState(whole);
        boolean isAsLong = offset.endOffset() - offset.startOffset() == term.length();
        int start = offset.startOffset();
        if (isAsLong) {
            offset.setOffset(start + part.start(), start + part.end());
        }
        boolean hasSigns = !Character.isLetterOrDigit(term.charAt(part.end() - 1));
        term.copyBuffer(term.buffer(), part.start(), part.length());
        keyword.setKeyword(keyword.isKeyword() && hasSigns);
        increment.setPositionIncrement(isFirst ? 0 : 1);
        length.setPositionLength(1);
        isFirst = part.hasParts();
    }

    /// @param hasParts  whether the next part is the first within this one, and stands at the same place
    private record Part(int start, int end, boolean hasParts) {
        int length() {
            return end - start;
        }
    }
}
