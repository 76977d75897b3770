package dev.anchorage.search;

import dev.anchorage.search.Explanation.Part;
import java.util.ArrayList;
import java.util.List;

/// What each word adds to the score of one section, written down while the section is scored. Not thread-safe.
final class Trace {
    private final int section;
    private final List<List<Part>> words = new ArrayList<>();
    private List<Part> form = new ArrayList<>();
    private float pairs;

    /// @param section  its number in its post, from 0
    Trace(int section) {
        this.section = section;
    }

    boolean isOf(int other) {
        return section == other;
    }

    void startWord() {
        words.add(List.of());
    }

    void startForm() {
        form = new ArrayList<>();
    }

    void add(String field, String term, int count, float weight, float rarity, float frequency) {
        form.add(new Part(field, term, count, weight, rarity, frequency, weight * rarity * frequency));
    }

    /// Of a word's forms the best one counts.
    void endForm() {
        if (sum(form) > sum(words.getLast())) {
            words.set(words.size() - 1, form);
        }
    }

    void addPair(float score) {
        pairs += score;
    }

    /// For each word of the query, in its order, what it adds; nothing when the section lacks it.
    List<List<Part>> words() {
        return words;
    }

    /// What words that stand together add.
    float pairs() {
        return pairs;
    }

    static float sum(List<Part> parts) {
        float sum = 0;
        for (Part part : parts) {
            sum += part.score();
        }
        return sum;
    }
}
