package dev.anchorage.search;

import dev.anchorage.index.SectionField;
import java.util.Arrays;

/// Adds up what the words of a query say for one section of a post against its other sections
/// (`src/docs/adr/0025-which-section.md`).
///
/// It is the score of the section but for what says nothing there: a word of the post's title stands for the whole
/// post, wherever a section repeats it, and a word of the heading is not counted again as one of the headings above.
/// Sections, be they of several posts, are numbered from 0. Not thread-safe.
final class SectionChoice {
    private int[] firsts = new int[0];
    private float[] total = new float[0];
    private float[] ofWord = new float[0];
    private float[] ofForm = new float[0];
    private int[] titleWords = new int[0];
    private int[] lastTitleWord = new int[0];
    private int word;
    private float heading;
    private boolean isInTitle;
    private boolean isOwn;

    /// Starts with other posts.
    ///
    /// @param sections  of all of them
    void startPosts(int sections) {
        if (total.length < sections) {
            firsts = new int[sections];
            total = new float[sections];
            ofWord = new float[sections];
            ofForm = new float[sections];
            titleWords = new int[sections];
            lastTitleWord = new int[sections];
        }
        Arrays.fill(total, 0, sections, 0);
        Arrays.fill(titleWords, 0, sections, 0);
    }

    /// Says which section is the first of a section's post.
    void setFirst(int section, int first) {
        firsts[section] = first;
    }

    void startWord() {
        word++;
    }

    /// Starts with the current word in a section.
    void startWord(int section) {
        ofWord[section] = 0;
    }

    /// Starts with a form of it.
    void startForm(int section) {
        ofForm[section] = 0;
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
                addTitleWord(firsts[section]);
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

    /// Counts a word of the title, which sections in several languages have in some of them only, once for the post.
    private void addTitleWord(int first) {
        titleWords[first] += lastTitleWord[first] == word ? 0 : 1;
        lastTitleWord[first] = word;
    }

    /// Adds the score of the word as it was typed, wherever it stands but in what all sections of the post share.
    void addExact(int section, float score) {
        ofForm[section] += isOwn ? score * weight(isInTitle) : 0;
    }

    /// What the current stem is worth in the section's heading. That of the first section is the title where posts
    /// begin with theirs: then the first section stands for the post.
    float weightInHeading(int section) {
        return weight(isInTitle && firsts[section] != section);
    }

    private static float weight(boolean isInTitle) {
        return isInTitle ? Ranking.REPEATED_TITLE : 1;
    }

    void endForm(int section) {
        ofWord[section] = Math.max(ofWord[section], ofForm[section]);
    }

    void endWord(int section) {
        total[section] += ofWord[section];
    }

    void addBonus(int section, float score) {
        total[section] += score;
    }

    /// What speaks for a section against the others of its post.
    ///
    /// @param whole  the section's own score. It counts for the first section when the title has all words: a query
    ///     that names the post is answered by its beginning
    /// @param wanted  number of the query's words that count
    float of(int section, float whole, int wanted) {
        return firsts[section] == section && titleWords[section] >= wanted ? whole : total[section];
    }
}
