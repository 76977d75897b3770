package dev.anchorage.index;

import dev.anchorage.section.Section;
import dev.anchorage.section.SectionedPost;
import org.jspecify.annotations.Nullable;

/// The language of a post.
///
/// @param tag  by which it is narrowed to and shown, a BCP 47 tag; null: nobody names one and the text leaves a doubt
/// @param key  the language of {@link Languages} in which it is analysed
record PostLanguage(@Nullable String tag, String key) {
    /// The one that the post names, else the one that the configuration names, else the one that its text tells.
    static PostLanguage of(SectionedPost post, @Nullable String defaultLanguage) {
        String named =
                post.post().language() == null ? defaultLanguage : post.post().language();
        if (named != null) {
            return new PostLanguage(named, Languages.keyOf(named));
        }
        StringBuilder text = new StringBuilder(post.title());
        for (Section section : post.sections()) {
            text.append('\n').append(section.text());
        }
        LanguageGuess guess = LanguageGuess.of(text.toString());
        return new PostLanguage(guess.isCertain() ? guess.tag() : null, Languages.keyOf(guess.tag()));
    }

    /// The language in which a section is analysed: that of its script when it tells one.
    String keyOf(Section section) {
        String fromScript = LanguageGuess.fromScript(section.text().isEmpty() ? section.heading() : section.text());
        return fromScript == null ? key : Languages.keyOf(fromScript);
    }
}
