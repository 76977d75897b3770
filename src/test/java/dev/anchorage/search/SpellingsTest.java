package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.index.IndexSchema;
import dev.anchorage.post.Generator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against Lucene's own spell checker.
final class SpellingsTest {
    private static final int WORDS = 300;
    private static final int SPELLINGS = 3;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzäø";

    private final Random random = new Random(7);

    @Test
    void misspeltWordsOfTheSampleArchiveGetTheSpellingsThatLuceneFinds(@TempDir Path folder) throws IOException {
        new TestBlog(Path.of("data"), folder).builtBy(new Generator("sphinx")).update();
        try (FSDirectory files = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(files)) {
            Vocabulary vocabulary = new Vocabulary(reader);
            List<String> words = words(reader);
            int found = 0;
            for (int i = 0; i < WORDS; i++) {
                String word = misspelt(misspelt(words.get(random.nextInt(words.size()))));
                List<String> spellings = vocabulary.spellings(word);
                assertEquals(byLucene(reader, word), spellings, word);
                found += spellings.size();
            }
            assertTrue(found > WORDS / 2, "only " + found);
        }
    }

    private static List<String> words(DirectoryReader reader) throws IOException {
        List<String> words = new ArrayList<>();
        TermsEnum terms = MultiTerms.getTerms(reader, IndexSchema.WORDS).iterator();
        for (var term = terms.next(); term != null; term = terms.next()) {
            String word = term.utf8ToString();
            if (word.length() > SPELLINGS && word.codePoints().allMatch(Character::isLetter)) {
                words.add(word);
            }
        }
        return words;
    }

    /// A letter more, less or other, or two the other way round.
    private String misspelt(String word) {
        int at = 1 + random.nextInt(word.length() - 1);
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + letter + word.substring(at);
            case 1 -> word.length() == 2 ? word : word.substring(0, at) + word.substring(at + 1);
            case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
            default -> word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1);
        };
    }

    private static List<String> byLucene(DirectoryReader reader, String word) throws IOException {
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMaxEdits(word.length() < 6 ? 1 : 2);
        checker.setMaxInspections(1_000);
        return Arrays.stream(checker.suggestSimilar(
                        new Term(IndexSchema.WORDS, word), SPELLINGS, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX))
                .map(spelling -> spelling.string)
                .toList();
    }
}
