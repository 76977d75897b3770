package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.index.IndexSchema;
import dev.anchorage.post.Generator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against Lucene's own spell checker.
final class SpellingsTest {
    private static final int WORDS = 300;
    private static final int SPELLINGS = 3;
    private static final String FIELD = "word";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzäø";

    private final Random random = new Random(7);

    @Test
    void aLetterTooManyOfAKindIsThoughtOfFirst(@TempDir Path folder) throws IOException {
        new TestBlog(folder)
                .write("a.md", "# Rust\n\nThe rustc of rust and the comittee, a rusty rustc, rustc.\n")
                .update();
        try (FSDirectory files = FSDirectory.open(folder.resolve("index"));
                DirectoryReader archive = DirectoryReader.open(files)) {
            Vocabulary vocabulary = new Vocabulary(archive, IndexSchema.languages(archive), 1);
            assertEquals("rust", vocabulary.spellings("rustt").getFirst());
            assertEquals("comittee", vocabulary.spellings("committee").getFirst());
        }
    }

    @Test
    void misspeltWordsOfTheSampleArchiveGetTheSpellingsThatLuceneFinds(@TempDir Path folder) throws IOException {
        new TestBlog(Path.of("data"), folder).builtBy(new Generator("sphinx")).update();
        try (FSDirectory files = FSDirectory.open(folder);
                DirectoryReader archive = DirectoryReader.open(files);
                Directory memory = new ByteBuffersDirectory()) {
            Vocabulary vocabulary = new Vocabulary(archive, IndexSchema.languages(archive), 1);
            Map<String, Integer> all = new TreeMap<>();
            vocabulary.forEach((word, sections) -> all.merge(word, sections, Integer::sum));
            try (DirectoryReader plain = plain(all, memory)) {
                List<String> words = all.keySet().stream()
                        .filter(word ->
                                word.length() > SPELLINGS && word.codePoints().allMatch(Character::isLetter))
                        .toList();
                int found = 0;
                for (int i = 0; i < WORDS; i++) {
                    String word = misspelt(misspelt(words.get(random.nextInt(words.size()))));
                    List<String> spellings = vocabulary.spellings(word);
                    if (spellings.stream().allMatch(spelling -> spelling.charAt(0) == word.charAt(0))) {
                        assertEquals(byLucene(plain, word), spellings, word);
                        found += spellings.size();
                    }
                }
                assertTrue(found > WORDS / 2, "only " + found);
            }
        }
    }

    @Test
    void aWordOfTwoLanguagesIsOneWord() throws IOException {
        Spellings spellings = Spellings.of(
                take -> {
                    Map.of("hand", 9, "land", 2).forEach(take::accept);
                    Map.of("hand", 3, "wand", 1).forEach(take::accept);
                },
                64);
        List<Spellings.Near> near = spellings.of("hamd", 1);
        assertEquals(List.of(new Spellings.Near("hand", 1, 12)), near);
    }

    @Test
    void wordsAreGatheredInHardlyMoreRoomThanTheirLettersTake() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process gathering = new ProcessBuilder(
                        java.toString(),
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyWords.class.getName())
                .redirectErrorStream(true)
                .start();
        try (InputStream said = gathering.getInputStream()) {
            assertEquals(
                    "456976 words, near: [Near[word=ohabcd, edits=1, frequency=1]]",
                    new String(said.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals(0, gathering.waitFor());
    }

    /// As many words as an archive of tens of thousands of posts has: 2.7 MB of letters, 40 MB as objects.
    static final class ManyWords {
        private static final int LETTERS = 26;
        private static final int COUNT = LETTERS * LETTERS * LETTERS * LETTERS;

        private ManyWords() {}

        public static void main(String... none) throws IOException {
            Spellings spellings = Spellings.of(
                    take -> {
                        for (int i = 0; i < COUNT; i++) {
                            take.accept("oh" + word(i), 1);
                        }
                    },
                    64);
            System.out.print(COUNT + " words, near: " + spellings.of("qohabcd", 3));
        }

        private static String word(int number) {
            char[] word = new char[4];
            for (int i = 0, left = number; i < word.length; i++, left /= LETTERS) {
                word[i] = (char) ('a' + left % LETTERS);
            }
            return new String(word);
        }
    }

    @Test
    void aWordNearByMayBeginWithAnotherLetter() throws IOException {
        Map<String, Integer> words = Map.of("cargo", 9, "rustup", 3, "args", 5, "gulls", 1);
        Spellings spellings = Spellings.of(take -> words.forEach(take::accept), 64);
        assertEquals("args", words(spellings.of("argo", 1)), "a word that keeps the letter is nearer");
        assertEquals("rustup", words(spellings.of("ustup", 1)));
        assertEquals("rustup", words(spellings.of("xrustup", 1)));
        assertEquals("rustup", words(spellings.of("tustup", 1)));
        assertEquals("rustup", words(spellings.of("urstup", 1)));
        assertEquals("", words(spellings.of("utsup", 1)));
    }

    private static String words(List<Spellings.Near> near) {
        return near.stream().map(Spellings.Near::word).sorted().collect(Collectors.joining(" "));
    }

    /// The same words as often, one in each term, which Lucene's spell checker needs.
    private static DirectoryReader plain(Map<String, Integer> words, Directory files) throws IOException {
        int sections = Collections.max(words.values());
        try (IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
            for (int i = 0; i < sections; i++) {
                Document document = new Document();
                for (Map.Entry<String, Integer> word : words.entrySet()) {
                    if (word.getValue() > i) {
                        document.add(new StringField(FIELD, word.getKey(), Field.Store.NO));
                    }
                }
                writer.addDocument(document);
            }
        }
        return DirectoryReader.open(files);
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
                        new Term(FIELD, word), SPELLINGS, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX))
                .map(spelling -> spelling.string)
                .toList();
    }
}
