package dev.anchorage.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/// Sends each word through the analyzer of a language, which may cut it further; keywords are lower-cased only.
final class StemFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final Analyzer language;
    private final boolean leavesPlainWords;
    private final KnownStems known;
    private final WrittenWord written;
    private final Deque<Stem> rest = new ArrayDeque<>();
    private int start;
    private boolean isCut;
    private @Nullable String whole;

    /// @param leavesPlainWords  whether the language leaves words of `a` to `z` as they are
    /// @param known  what became of words before
    /// @param written  is told each word, or the stretch of it, as it is written but for its case
    StemFilter(TokenStream words, Analyzer language, boolean leavesPlainWords, KnownStems known, WrittenWord written) {
        super(words);
        this.written = written;
        this.language = language;
        this.leavesPlainWords = leavesPlainWords;
        this.known = known;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!rest.isEmpty()) {
            increment.setPositionIncrement(1);
            show(rest.removeFirst());
            return true;
        }
        int skipped = 0;
        while (input.incrementToken()) {
            if (leavesPlainWords && isPlain()) {
                written.keep(term);
                isCut = false;
                increment.setPositionIncrement(increment.getPositionIncrement() + skipped);
                return true;
            }
            KnownStems.Word word = keyword.isKeyword() ? lowerCased() : stemmed();
            List<Stem> stems = word.stems();
            if (!stems.isEmpty()) {
                start = offset.startOffset();
                whole = word.whole();
                isCut = stems.size() > 1 && offset.endOffset() - start == term.length();
                increment.setPositionIncrement(increment.getPositionIncrement() + skipped);
                for (int i = 1; i < stems.size(); i++) {
                    rest.add(stems.get(i));
                }
                show(stems.getFirst());
                return true;
            }
            skipped += increment.getPositionIncrement();
        }
        return false;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        rest.clear();
    }

    private boolean isPlain() {
        char[] letters = term.buffer();
        for (int i = 0; i < term.length(); i++) {
            if (letters[i] < 'a' || letters[i] > 'z') {
                return false;
            }
        }
        return true;
    }

    private void show(Stem stem) {
        term.setEmpty().append(stem.text());
        written.keep(whole == null ? stem.text() : whole);
        if (isCut) {
            offset.setOffset(start + stem.start(), start + stem.end());
        }
    }

    /// The word but for what its stem has lost in front of an apostrophe: `école` of `l’école`.
    private static String written(String text, Stem stem) {
        String word = text.toLowerCase(Locale.ROOT);
        int start = Math.max(word.indexOf('\''), word.indexOf('’')) + 1;
        boolean isElided = start > 0
                && start < word.length()
                && !stem.text().isEmpty()
                && !beginsAlike(stem.text(), word.substring(0, start))
                && beginsAlike(stem.text(), word.substring(start));
        return isElided ? word.substring(start) : word;
    }

    /// Stems may have lost their accents.
    private static boolean beginsAlike(String stem, String word) {
        char[] folded = new char[4];
        int length = ASCIIFoldingFilter.foldToASCII(new char[] {word.charAt(0)}, 0, folded, 0, 1);
        return length > 0 && (stem.charAt(0) == folded[0] || stem.charAt(0) == word.charAt(0));
    }

    private KnownStems.Word lowerCased() {
        String text = term.toString();
        Stem stem = new Stem(text.toLowerCase(Locale.ROOT), 0, text.length());
        return new KnownStems.Word(text, List.of(stem), written(text, stem));
    }

    private KnownStems.Word stemmed() throws IOException {
        KnownStems.Word word = known.find(term);
        if (word == null) {
            String text = term.toString();
            List<Stem> stems = analysed(text);
            word = new KnownStems.Word(text, stems, stems.size() == 1 ? written(text, stems.getFirst()) : null);
            known.keep(word);
        }
        return word;
    }

    /// `cœur` is written `coeur`, too, and stemmers look at its length.
    private List<Stem> analysed(String word) throws IOException {
        List<Stem> stems = new ArrayList<>(1);
        boolean hasLigature = word.indexOf('œ') >= 0 || word.indexOf('Œ') >= 0;
        String spelt = hasLigature ? word.replace("œ", "oe").replace("Œ", "Oe") : word;
        try (TokenStream stream = language.tokenStream("", spelt)) {
            CharTermAttribute text = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute range = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(new Stem(text.toString(), range.startOffset(), range.endOffset()));
            }
            stream.end();
        }
        return List.copyOf(stems);
    }

    /// What the analyzer makes of a word or a stretch of it.
    record Stem(String text, int start, int end) {}
}
