package dev.anchorage.search;

import dev.anchorage.index.SectionField;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Adds up the scores of a post's sections, word by word; of a word's forms the best one counts. Sections are numbered
/// from 0. Not thread-safe.
final class SectionScores {
    private final float[] total;
    private final float[] heading;
    private final int[] words;
    private final float[] ofWord;
    private final float[] ofForm;
    private final float[] rarityInHeading;
    private final float[] rarityOfForm;
    private final int[] headingWords;
    private final int[] headingLength;
    private final @Nullable Trace trace;

    /// @param trace  is told what the score of its section is made of; null: nobody is
    SectionScores(int sections, @Nullable Trace trace) {
        this.trace = trace;
        total = new float[sections];
        heading = new float[sections];
        words = new int[sections];
        ofWord = new float[sections];
        ofForm = new float[sections];
        rarityInHeading = new float[sections];
        rarityOfForm = new float[sections];
        headingWords = new int[sections];
        headingLength = new int[sections];
    }

    void startWord() {
        Arrays.fill(ofWord, 0);
        Arrays.fill(rarityInHeading, 0);
        if (trace != null) {
            trace.startWord();
        }
    }

    void startForm() {
        Arrays.fill(ofForm, 0);
        Arrays.fill(rarityOfForm, 0);
        if (trace != null) {
            trace.startForm();
        }
    }

    /// Adds the occurrence of a term of the form in a section.
    void add(int section, Occurrences there) throws IOException {
        float score = there.score();
        ofForm[section] += score;
        if (trace != null) {
            trace.add(section, there, score);
        }
        if (there.term().part() == SectionField.HEADING) {
            rarityOfForm[section] +=
                    there.term().rarity() * there.term().weight() / Ranking.weightOf(SectionField.HEADING);
            headingLength[section] = Math.max(1, there.length());
        }
    }

    void endForm() {
        for (int i = 0; i < ofForm.length; i++) {
            ofWord[i] = Math.max(ofWord[i], ofForm[i]);
            rarityInHeading[i] = Math.max(rarityInHeading[i], rarityOfForm[i]);
        }
        if (trace != null) {
            trace.endForm();
        }
    }

    void endWord() {
        for (int i = 0; i < ofWord.length; i++) {
            if (ofWord[i] > 0) {
                total[i] += ofWord[i];
                words[i]++;
            }
            if (rarityInHeading[i] > 0) {
                heading[i] += rarityInHeading[i];
                headingWords[i]++;
            }
        }
    }

    /// Adds to a section that has a word already.
    void addBonus(int section, float score) {
        total[section] += score;
        if (trace != null) {
            trace.addPair(section, score);
        }
    }

    int size() {
        return total.length;
    }

    float of(int section) {
        return total[section];
    }

    /// Number of the query's words that the section or its context has.
    int words(int section) {
        return words[section];
    }

    /// How much of the query stands in the heading, times how much of the heading that is.
    float heading(int section) {
        return headingWords[section] == 0
                ? 0
                : heading[section] * Math.min(1, (float) headingWords[section] / headingLength[section]);
    }
}
