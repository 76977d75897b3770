package dev.anchorage.post;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The language that a path tells: a suffix (`post.de.md`) or one of the two uppermost folders (`de/`, `blog/zh-cn/`),
/// not counting folders that every site has (`content`, `src`). Only languages that blogs are translated to count.
final class PathLanguage {
    private static final Set<String> LANGUAGES = Set.of(
            "af", "ar", "az", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "eo", "es", "et", "eu", "fa",
            "fi", "fr", "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "ka", "kk", "km", "ko", "lt", "lv",
            "mk", "ml", "mr", "ms", "nb", "ne", "nl", "nn", "no", "pa", "pl", "pt", "ro", "ru", "si", "sk", "sl", "sq",
            "sr", "sv", "sw", "ta", "te", "th", "tl", "tr", "uk", "ur", "uz", "vi", "zh");
    private static final Set<String> SITE_FOLDERS = Set.of(
            "content",
            "contents",
            "src",
            "source",
            "docs",
            "doc",
            "pages",
            "posts",
            "_posts",
            "site",
            "website",
            "apps",
            "i18n",
            "data",
            "collections");
    private static final Pattern TAG =
            Pattern.compile("([a-z]{2})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|419))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUFFIX = Pattern.compile(".*[^/.]\\.([A-Za-z]{2}(?:[-_][A-Za-z0-9]{2,4})*)\\.[^./]+");
    private static final int FOLDERS_LOOKED_AT = 2;

    private PathLanguage() {}

    /// A BCP 47 tag for a path counted from the root of the content.
    static Optional<String> of(String path) {
        Matcher suffix = SUFFIX.matcher(path);
        if (suffix.matches() && isLanguage(suffix.group(1))) {
            return Optional.of(canonical(suffix.group(1)));
        }
        return folder(path).map(PathLanguage::canonical);
    }

    /// The folder of a path that stands for a language, as it is spelled.
    static Optional<String> folder(String path) {
        List<String> parts = List.of(path.split("/", -1));
        return parts.subList(0, parts.size() - 1).stream()
                .dropWhile(SITE_FOLDERS::contains)
                .limit(FOLDERS_LOOKED_AT)
                .filter(PathLanguage::isLanguage)
                .findFirst();
    }

    static boolean isLanguage(String tag) {
        Matcher m = TAG.matcher(tag);
        return m.matches() && LANGUAGES.contains(m.group(1).toLowerCase(Locale.ROOT));
    }

    static String canonical(String tag) {
        return Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag();
    }
}
