package dev.anchorage.post;

import dev.anchorage.post.FrontMatter.Format;
import java.util.Arrays;
import java.util.List;

/// How a plain string stands for several values.
enum ListDialect {
    /// ABlog: commas separate authors, locations, tags, categories and languages.
    ABLOG {
        @Override
        List<String> split(String key, String text) {
            return parts(text, ",");
        }
    },
    /// Pelican: tags and authors are separated by semicolons if there are any, else by commas.
    PELICAN {
        @Override
        List<String> split(String key, String text) {
            boolean isList = key.equals("tags") || key.equals("authors") || key.equals("keywords");
            return isList ? parts(text, text.contains(";") ? ";" : ",") : List.of(text);
        }
    },
    /// Jekyll: white space separates what a plural key holds.
    JEKYLL {
        @Override
        List<String> split(String key, String text) {
            boolean isList = key.equals("tags") || key.equals("categories");
            return isList ? parts(text, "\\s+") : List.of(text);
        }
    },
    /// Everybody else: a string is one value.
    ONE_VALUE {
        @Override
        List<String> split(String key, String text) {
            return List.of(text);
        }
    };

    abstract List<String> split(String key, String text);

    /// The same for locations in which commas part a place from what it lies in: semicolons stand for them.
    List<String> splitPlaces(String key, String text) {
        return this == ABLOG ? parts(text, ";") : split(key, text);
    }

    static ListDialect of(FrontMatter frontMatter, Generator generator) {
        boolean isAblog = frontMatter.values().containsKey("blogpost");
        return switch (generator.name()) {
            case "sphinx" -> ABLOG;
            case "pelican" -> PELICAN;
            case "jekyll" -> isAblog ? ABLOG : JEKYLL;
            default -> {
                boolean isKeyValue = frontMatter.format() == Format.KEY_VALUE;
                yield isAblog ? ABLOG : isKeyValue ? PELICAN : ONE_VALUE;
            }
        };
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
