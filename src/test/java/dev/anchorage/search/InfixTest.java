package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.search.suggest.analyzing.AnalyzingInfixSuggester;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds completions against Lucene's for parts of phrases (issue 5), and prints the table of ADR 26:
/// `mvn test -Dtest=InfixTest -Dinfix=true`.
@EnabledIfSystemProperty(named = "infix", matches = "true")
final class InfixTest {
    private static final int ASKED = 400;
    private static final int PROPOSED = 8;
    private static final double NOISE = 0.02;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rust-blog", "v8.dev", "react-native"})
    void completionsAreAsGoodAsThoseOfAnInfixSuggester(String archive) throws IOException {
        TestBlog blog = new TestBlog(TestBlog.shared("archives/" + archive), folder.resolve("index"));
        blog.update();
        try (IndexSnapshots snapshots = new IndexSnapshots(blog.index(), SiteShare.WHOLE);
                AnalyzingInfixSuggester infix =
                        new AnalyzingInfixSuggester(new ByteBuffersDirectory(), new StandardAnalyzer())) {
            IndexSnapshot snapshot = snapshots.acquire();
            List<Phrase> phrases = PhraseGathering.gathered(snapshot);
            for (Phrase phrase : phrases) {
                infix.add(new BytesRef(phrase.text()), null, (long) (phrase.worth() * 1_000), null);
            }
            infix.refresh();
            for (Typed typed : Typed.values()) {
                compare(archive, typed, phrases, snapshot, infix);
            }
            snapshots.release(snapshot);
        }
    }

    private static void compare(
            String archive, Typed typed, List<Phrase> phrases, IndexSnapshot snapshot, AnalyzingInfixSuggester infix)
            throws IOException {
        Random random = new Random(7);
        List<Phrase> shuffled = new ArrayList<>(phrases);
        Collections.shuffle(shuffled, random);
        Tally ours = new Tally();
        Tally theirs = new Tally();
        for (Phrase phrase : shuffled) {
            String part = typed.of(Phrasebook.fold(phrase.text()), random).orElse("");
            if (!part.isBlank() && ours.asked < ASKED) {
                ours.add(
                        phrase,
                        snapshot.phrases()
                                .completions(part, snapshot)
                                .orElseThrow()
                                .queries());
                theirs.add(
                        phrase,
                        infix.lookup(part, PROPOSED, true, false).stream()
                                .map(found -> found.key.toString())
                                .toList());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-14s %-12s n %3d  ours proposed %.3f MRR %.3f  infix proposed %.3f MRR %.3f%n",
                archive,
                typed,
                ours.asked,
                ours.proposed(),
                ours.meanReciprocalRank(),
                theirs.proposed(),
                theirs.meanReciprocalRank());
        assertTrue(ours.meanReciprocalRank() > theirs.meanReciprocalRank() - NOISE, archive + " " + typed);
    }

    private static Optional<String> begun(String phrase, int letters) {
        return phrase.length() > letters ? Optional.of(phrase.substring(0, letters)) : Optional.empty();
    }

    private static Optional<String> laterBegun(String phrase, int letters, Random random) {
        List<String> later = Arrays.stream(phrase.split(" ", -1))
                .skip(1)
                .filter(word -> word.length() >= letters && Character.isLetter(word.charAt(0)))
                .toList();
        return later.isEmpty()
                ? Optional.empty()
                : Optional.of(later.get(random.nextInt(later.size())).substring(0, letters));
    }

    private static Optional<String> twoWords(String phrase, Random random) {
        String[] words = phrase.split(" ", -1);
        int at = 1 + random.nextInt(Math.max(1, words.length - 2));
        return words.length < 4 ? Optional.empty() : Optional.of(words[at] + " " + words[at + 1]);
    }

    private static Optional<String> swapped(String phrase, Random random) {
        StringBuilder word = new StringBuilder(phrase.split(" ", -1)[0]);
        if (word.length() < 6) {
            return Optional.empty();
        }
        int at = 1 + random.nextInt(word.length() - 2);
        return Optional.of(word.insert(at + 2, word.charAt(at)).deleteCharAt(at).toString());
    }

    /// What is typed of a phrase.
    private enum Typed {
        BEGIN_6,
        BEGIN_4,
        LATER_5,
        LATER_4,
        TWO_WORDS,
        SWAPPED;

        Optional<String> of(String phrase, Random random) {
            return switch (this) {
                case BEGIN_6 -> begun(phrase, 6);
                case BEGIN_4 -> begun(phrase, 4);
                case LATER_5 -> laterBegun(phrase, 5, random);
                case LATER_4 -> laterBegun(phrase, 4, random);
                case TWO_WORDS -> twoWords(phrase, random);
                case SWAPPED -> swapped(phrase, random);
            };
        }
    }

    private static final class Tally {
        private int asked;
        private int found;
        private double reciprocalRanks;

        void add(Phrase wanted, List<String> proposed) {
            asked++;
            int place = proposed.indexOf(wanted.text());
            found += place < 0 ? 0 : 1;
            reciprocalRanks += place < 0 ? 0 : 1.0 / (place + 1);
        }

        double proposed() {
            return (double) found / asked;
        }

        double meanReciprocalRank() {
            return reciprocalRanks / asked;
        }
    }
}
