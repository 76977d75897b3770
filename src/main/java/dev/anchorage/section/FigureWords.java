package dev.anchorage.section;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The searchable words of an image's file name.
final class FigureWords {
    private static final Pattern BORDERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /// Sizes (`1024x768`, `2x`, `300w`), camera numbers (`IMG_1234`, `DSC00012`), bare numbers, hashes.
    private static final Pattern MEANINGLESS = Pattern.compile(
            "(?i)\\d+|\\d+x\\d*|\\d+(px|w|h)|x\\d|(img|dsc|dscn|dscf|pxl|p|mg|vid|screenshot|scaled|image)\\d*|v\\d+"
                    + "|(?=[0-9a-f]*\\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,}|(?=\\w*\\d\\w*\\d\\w*\\d)\\w{16,}");

    private FigureWords() {}

    /// `images/field-museum-patagotitan-maroyum.jpg` gives `field museum patagotitan maroyum`; a data URI gives
    /// nothing.
    static String of(String url) {
        if (url.isEmpty() || url.regionMatches(true, 0, "data:", 0, 5)) {
            return "";
        }
        return BORDERS.splitAsStream(decoded(fileName(url)))
                .filter(word -> !word.isEmpty() && !MEANINGLESS.matcher(word).matches())
                .collect(Collectors.joining(" "));
    }

    private static String fileName(String url) {
        int end = url.length();
        for (char stop : new char[] {'?', '#'}) {
            int at = url.indexOf(stop);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        String name = url.substring(url.lastIndexOf('/', end - 1) + 1, end);
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= 6 ? name.substring(0, dot) : name;
    }

    private static String decoded(String name) {
        if (name.indexOf('%') < 0) {
            return name;
        }
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }
}
