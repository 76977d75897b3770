package dev.anchorage.post;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How posts are to be read.
///
/// @param generator  decides on the dialect of front matter and on permalinks
/// @param contentRoot  from where the generator counts paths
/// @param site  address of the blog with its base path, as `https://example.org/blog`; null: permalinks are
///     root-relative
/// @param permalink  a template that overrules the generator (`/:year/:month/:slug/`); null for none
/// @param fields  which front matter keys feed a field (`title`, `date`, `updated`, `tags`, `categories`, `locations`,
/// `authors`, `language`, `series`, `summary`) instead of the usual ones
/// @param defaultLanguage  a BCP 47 tag for posts that don't say; null for none
/// @param hasLocationHierarchy  a comma within a location leads to what the place lies in, and separates no locations
/// @param zone  in which dates and times without an offset are meant
/// @param maxBytes  larger files are refused
/// @param inherited  what posts inherit from files around them
public record PostOptions(
        Generator generator,
        ContentRoot contentRoot,
        @Nullable String site,
        @Nullable String permalink,
        Map<String, List<String>> fields,
        @Nullable String defaultLanguage,
        boolean hasLocationHierarchy,
        ZoneId zone,
        long maxBytes,
        InheritedMetadata inherited) {

    /// Larger posts are refused unless an option says otherwise: 8 MB.
    public static final long DEFAULT_MAX_BYTES = 8L * 1024 * 1024;

    public PostOptions {
        fields = Map.copyOf(fields);
    }

    /// A generator with the archive as its root and everything else left to defaults; dates without an offset are meant
    /// in UTC.
    public static PostOptions of(Generator generator) {
        return new PostOptions(
                generator,
                ContentRoot.SAME,
                null,
                null,
                Map.of(),
                null,
                false,
                ZoneId.of("UTC"),
                DEFAULT_MAX_BYTES,
                InheritedMetadata.NONE);
    }

    /// The same with another root for paths.
    public PostOptions withContentRoot(ContentRoot newRoot) {
        return new PostOptions(
                generator,
                newRoot,
                site,
                permalink,
                fields,
                defaultLanguage,
                hasLocationHierarchy,
                zone,
                maxBytes,
                inherited);
    }

    /// The same for a blog at an address.
    public PostOptions withSite(@Nullable String newSite) {
        return new PostOptions(
                generator,
                contentRoot,
                newSite,
                permalink,
                fields,
                defaultLanguage,
                hasLocationHierarchy,
                zone,
                maxBytes,
                inherited);
    }

    /// The same with a permalink template.
    public PostOptions withPermalink(@Nullable String newPermalink) {
        return new PostOptions(
                generator,
                contentRoot,
                site,
                newPermalink,
                fields,
                defaultLanguage,
                hasLocationHierarchy,
                zone,
                maxBytes,
                inherited);
    }

    /// The same with other keys for some fields.
    public PostOptions withFields(Map<String, List<String>> newFields) {
        return new PostOptions(
                generator,
                contentRoot,
                site,
                permalink,
                newFields,
                defaultLanguage,
                hasLocationHierarchy,
                zone,
                maxBytes,
                inherited);
    }

    /// The same with a language for posts that don't say.
    public PostOptions withDefaultLanguage(@Nullable String newLanguage) {
        return new PostOptions(
                generator,
                contentRoot,
                site,
                permalink,
                fields,
                newLanguage,
                hasLocationHierarchy,
                zone,
                maxBytes,
                inherited);
    }

    /// The same with locations that lie in one another, or not.
    public PostOptions withLocationHierarchy(boolean isOn) {
        return new PostOptions(
                generator, contentRoot, site, permalink, fields, defaultLanguage, isOn, zone, maxBytes, inherited);
    }

    /// The same in another time zone.
    public PostOptions withZone(ZoneId newZone) {
        return new PostOptions(
                generator,
                contentRoot,
                site,
                permalink,
                fields,
                defaultLanguage,
                hasLocationHierarchy,
                newZone,
                maxBytes,
                inherited);
    }

    /// The same with other metadata from around the posts.
    public PostOptions withInherited(InheritedMetadata newInherited) {
        return new PostOptions(
                generator,
                contentRoot,
                site,
                permalink,
                fields,
                defaultLanguage,
                hasLocationHierarchy,
                zone,
                maxBytes,
                newInherited);
    }
}
