package dev.anchorage.search;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why a post or section ranks where it does for a query, or why it is not found.
///
/// @param url  as it was asked for
/// @param generation  of the index that was asked
/// @param sentence  the verdict for people
/// @param missing  words of the query that the section lacks
/// @param post  how the post scores; null when it doesn't
/// @param section  how the section scores, the post's best one when none was asked for; null when it doesn't
/// @param ahead  posts that stand before it, best first, at most five
public record Explanation(
        String query,
        String url,
        long generation,
        Verdict verdict,
        String sentence,
        List<String> missing,
        @Nullable PostScore post,
        @Nullable SectionScore section,
        List<Ahead> ahead) {

    public Explanation {
        missing = List.copyOf(missing);
        ahead = List.copyOf(ahead);
    }

    /// The same, known better by somebody who can read the posts.
    public Explanation because(Verdict other, String reason) {
        return new Explanation(query, url, generation, other, reason, missing, post, section, ahead);
    }

    /// What became of a post or section.
    public enum Verdict {
        /// It is among the answers.
        FOUND,
        /// Its post is among the answers, but shows other sections.
        NOT_SHOWN,
        /// A filter of the request leaves it out.
        FILTERED,
        /// It has a word that the query excludes, or lacks a phrase that it demands.
        EXCLUDED,
        /// It lacks the words.
        NO_MATCH,
        /// The post has no such section.
        NO_SECTION,
        /// The index has no such post.
        NOT_INDEXED,
        /// The post is hidden from readers.
        HIDDEN,
        /// The post's file can't be read.
        SKIPPED;

        /// The name in answers.
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// How a post scores: (best section + whole × weight) × links × recency.
    ///
    /// @param rank  1 for the first hit
    /// @param best  its best section's worth as an answer
    /// @param whole  its score as a whole
    /// @param wholeWeight  of that
    /// @param links  number of posts that link to it
    /// @param linkFactor  what these are worth
    /// @param recencyFactor  what its date is worth
    public record PostScore(
            String title,
            String url,
            String path,
            int rank,
            float score,
            float best,
            float whole,
            float wholeWeight,
            int links,
            float linkFactor,
            float recencyFactor) {}

    /// How a section scores: as an answer (words + pairs) × coverage × links; among the sections of its post distinct ×
    /// coverage × links² + heading cover × its weight.
    ///
    /// @param rank  among the sections of its post, 1 for the best
    /// @param asAnswer  its worth as an answer
    /// @param score  its worth among the sections of its post
    /// @param words  what each word of the query adds
    /// @param pairs  what neighbouring words add that stand together
    /// @param distinct  what of words and pairs tells it from the other sections of its post
    /// @param found  number of the query's words it has
    /// @param wanted  number of the query's words that count
    /// @param coverage  factor for words it lacks
    /// @param links  number of posts that link to it
    /// @param linkFactor  what these are worth
    /// @param headingCover  how much of the heading the query makes up
    /// @param headingCoverWeight  of that
    public record SectionScore(
            String heading,
            String url,
            int rank,
            float asAnswer,
            float score,
            List<WordScore> words,
            float pairs,
            float distinct,
            int found,
            int wanted,
            float coverage,
            int links,
            float linkFactor,
            float headingCover,
            float headingCoverWeight) {
        public SectionScore {
            words = List.copyOf(words);
        }
    }

    /// What a word adds: in each field weight × rarity × frequency.
    ///
    /// @param score  the sum of its parts
    public record WordScore(String word, float score, List<Part> parts) {
        public WordScore {
            parts = List.copyOf(parts);
        }
    }

    /// What a term adds in one field: its score is weight × rarity × frequency.
    ///
    /// @param field  a part of the section, or `exact` for the words as they are written
    /// @param count  how often the term stands there
    /// @param frequency  what that is worth in a text of this length
    public record Part(
            String field, String term, int count, float weight, float rarity, float frequency, float score) {}

    /// A post that stands before the one asked for.
    public record Ahead(String title, String url, float score) {}
}
