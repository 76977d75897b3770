package dev.anchorage.post;

import java.util.Map;
import java.util.function.Predicate;

/// Metadata that one file gives to posts.
///
/// @param source  the file, for messages
/// @param scope  to which of the posts below its place it applies, in words that change when the answer does
/// @param matches  the same as a test of a post's place
/// @param metadata  what it says
/// @param isFinal  whether a post's own front matter can't say otherwise
/// @param joinsLists  whether lists are added to a post's own instead of giving way to them
record InheritedLayer(
        String source,
        String scope,
        Predicate<String> matches,
        FrontMatter metadata,
        boolean isFinal,
        boolean joinsLists) {

    /// Metadata for every post below a place.
    static InheritedLayer forAll(String source, FrontMatter metadata) {
        return new InheritedLayer(source, "", post -> true, metadata, false, false);
    }

    /// Metadata for some posts.
    static InheritedLayer forSome(String source, String scope, Predicate<String> matches, FrontMatter metadata) {
        return new InheritedLayer(source, scope, matches, metadata, false, false);
    }

    /// Hides posts, whatever they say themselves.
    static InheritedLayer hiding(String source, String scope, Predicate<String> matches) {
        FrontMatterValue yes = new FrontMatterValue.Text("true");
        return new InheritedLayer(source, scope, matches, FrontMatter.of(Map.of("unpublished", yes)), true, false);
    }

    InheritedLayer joiningLists() {
        return new InheritedLayer(source, scope, matches, metadata, isFinal, true);
    }

    boolean isEmpty() {
        return metadata.values().isEmpty() && metadata.isIntact();
    }

    /// Everything that decides what this layer does.
    String description() {
        return String.join(
                "\u0000", source, scope, metadata.values().toString(), metadata.unread(), String.valueOf(isFinal));
    }
}
