package dev.anchorage.search;

import dev.anchorage.index.SectionField;
import java.util.Arrays;

/// Adds up what the words of a query say for one section of a post against its other sections
/// (`src/docs/adr/0025-which-section.md`).
///
/// It is the score of the section but for what says nothing there: a word of the post's title stands for the whole
/// post, wherever a section repeats it, and a word of the heading is not counted again as one of the headings above.
/// Sections are numbered from 0. Used for one post after the other; not thread-safe.
final class SectionChoice {
    private int size;
    private float[] total = new float[0];
    private float[] ofWord = new float[0];
    private float[] ofForm = new float[0];
    private float heading;
    private boolean isInTitle;
    private boolean isOwn;
    private boolean isWordInTitle;
    private int titleWords;

    void startPost(int sections) {
        size = sections;
        if (total.length < sections) {
            total = new float[sections];
            ofWord = new float[sections];
            ofForm = new float[sections];
        }
        Arrays.fill(total, 0, size, 0);
        titleWords = 0;
    }

    void startWord() {
        Arrays.fill(ofWord, 0, size, 0);
        isWordInTitle = false;
    }

    void startForm() {
        Arrays.fill(ofForm, 0, size, 0);
    }

    /// Starts with a stem in a section.
    void startStem() {
        heading = 0;
        isInTitle = false;
        isOwn = false;
    }

    /// Adds the score of the stem in a part of the section. The title comes first, the heading before those above it.
    void add(int section, SectionField part, float score) {
        isOwn |= part != SectionField.LABELS && part != SectionField.SUMMARY;
        ofForm[section] += switch (part) {
            case TITLE -> {
                isInTitle = true;
                isWordInTitle = true;
                yield score;
            }
            case HEADING -> {
                heading = score * weightInHeading(section);
                yield heading;
            }
            case HEADING_PATH -> Math.max(0, score * weight(isInTitle) - heading);
            case BODY, CODE, FIGURES -> score * weight(isInTitle);
            case LABELS, SUMMARY -> score;
        };
    }

    /// Adds the score of the word as it was typed, wherever it stands but in what all sections of the post share.
    void addExact(int section, float score) {
        ofForm[section] += isOwn ? score * weight(isInTitle) : 0;
    }

    /// What the current stem is worth in the section's heading. That of the first section is the title where posts
    /// begin with theirs: then the first section stands for the post.
    float weightInHeading(int section) {
        return weight(isInTitle && section > 0);
    }

    private static float weight(boolean isInTitle) {
        return isInTitle ? Ranking.REPEATED_TITLE : 1;
    }

    void endForm() {
        for (int i = 0; i < size; i++) {
            ofWord[i] = Math.max(ofWord[i], ofForm[i]);
        }
    }

    void endWord() {
        for (int i = 0; i < size; i++) {
            total[i] += ofWord[i];
        }
        titleWords += isWordInTitle ? 1 : 0;
    }

    void addBonus(int section, float score) {
        total[section] += score;
    }

    float of(int section) {
        return total[section];
    }

    /// Number of the query's words that the post's title has.
    int titleWords() {
        return titleWords;
    }
}
