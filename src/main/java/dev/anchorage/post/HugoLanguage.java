package dev.anchorage.post;

import java.util.Locale;
import java.util.Map;

/// What a path tells about the language of a Hugo page: a folder of the language's own (`contentDir`) or a suffix of
/// the file name.
///
/// @param path  without what stands for the language
/// @param prefix  first part of the address; empty for the main language
record HugoLanguage(SitePath path, String prefix) {
    private static final String CONTENT_DIR = ".contentDir";

    static HugoLanguage of(SitePath path, Map<String, String> options) {
        for (Map.Entry<String, String> option : options.entrySet()) {
            if (option.getKey().startsWith("languages.") && option.getKey().endsWith(CONTENT_DIR)) {
                String language = option.getKey()
                        .substring("languages.".length(), option.getKey().length() - CONTENT_DIR.length());
                String folder = option.getValue().replaceAll("^content/?|/+$", "");
                if (!folder.isEmpty() && (path.folder() + "/").startsWith(folder + "/")) {
                    String rest = path.folder().substring(Math.min(path.folder().length(), folder.length() + 1));
                    return new HugoLanguage(path.withFolder(rest), prefix(language, options));
                }
            }
        }
        int dot = path.stem().lastIndexOf('.');
        String suffix = path.stem().substring(dot + 1);
        if (dot > 0 && PathLanguage.isLanguage(suffix)) {
            return new HugoLanguage(path.withStem(path.stem().substring(0, dot)), prefix(suffix, options));
        }
        return new HugoLanguage(path, "");
    }

    private static String prefix(String language, Map<String, String> options) {
        boolean isMain = language.equalsIgnoreCase(options.getOrDefault("defaultContentLanguage", "en"));
        boolean isAlways =
                options.getOrDefault("defaultContentLanguageInSubdir", "false").equals("true");
        return isMain && !isAlways ? "" : language.toLowerCase(Locale.ROOT);
    }
}
