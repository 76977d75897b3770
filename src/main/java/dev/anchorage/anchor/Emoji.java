package dev.anchorage.anchor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Emoji and their names: GitHub's shortcodes as flexmark's emoji extension lists them, a file that is read when the
/// first style asks. Emoji that came to Unicode after that list go by their Unicode names.
final class Emoji {
    private static final String REFERENCE = "/EmojiReference.txt";
    private static final int ALIASES = 8;
    private static final Pattern ONE_POINT = Pattern.compile("U\\+(\\p{XDigit}++)(?: U\\+FE0F)?+");

    /// Common emoji that deunicode, and JoyPixels before it, calls otherwise than GitHub. That it calls 🛠 `tools`
    /// shows in links that authors of the Rust blog wrote.
    private static final Map<Integer, String> OTHERWISE_NAMED = CodePoints.table("""
            🛠 tools 👍 thumbsup 👎 thumbsdown 📱 mobile_phone 🖥 desktop 📝 pencil 🗓 calendar_spiral
            🙂 slight_smile 🙃 upside_down 🤗 hugging 🙄 rolling_eyes 🤓 nerd 💩 poop 🦊 fox
            🤞 fingers_crossed ✋ raised_hand 🤷 person_shrugging 🤦 person_facepalming 🏃 person_running
            🥇 first_place 🥈 second_place 🥉 third_place 🗺 map 🏗 construction_site ⚖ scales
            🌧 cloud_rain 🖼 frame_photo 🎙 microphone2 ☎ telephone
            """);

    private static final Map<Integer, String> NAMES = new HashMap<>();
    private static final Set<String> SHORTCODES = new HashSet<>();

    static {
        readReference();
        nameNewerOnes();
        NAMES.putAll(OTHERWISE_NAMED);
    }

    private Emoji() {}

    /// The name of a single code point, words joined by `_`; empty when it is no emoji.
    static String nameOf(int c) {
        return NAMES.getOrDefault(c, "");
    }

    /// Whether `:name:` stands for an emoji on GitHub.
    static boolean isShortcode(String name) {
        return SHORTCODES.contains(name);
    }

    /// Columns: shortcode, category, file of a cheat sheet, GitHub's file, code points, …, shortcodes that mean the
    /// same.
    private static void readReference() {
        try (InputStream bytes = Objects.requireNonNull(Emoji.class.getResourceAsStream(REFERENCE), REFERENCE);
                BufferedReader rows = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            rows.lines()
                    .map(row -> row.split("\t", -1))
                    .filter(cells -> cells.length > ALIASES && cells[1].equals("github") && cells[4].startsWith("U+"))
                    .forEach(Emoji::enter);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void enter(String[] cells) {
        SHORTCODES.add(cells[0]);
        if (!cells[ALIASES].isBlank()) {
            SHORTCODES.addAll(Set.of(cells[ALIASES].strip().split(",")));
        }
        Matcher point = ONE_POINT.matcher(cells[4]);
        if (point.matches()) {
            NAMES.putIfAbsent(Integer.parseInt(point.group(1), 16), cells[0]);
        }
    }

    /// Skin tones, hair and the letters of flags have names but no shortcode.
    private static void nameNewerOnes() {
        for (int c = 0x1f000; c < 0x20000; c++) {
            if (!Character.isEmojiPresentation(c) || NAMES.containsKey(c)) {
                continue;
            }
            if (Character.isEmojiModifier(c)) {
                NAMES.put(c, "tone" + (c - 0x1f3fa));
                continue;
            }
            String name = Objects.requireNonNull(Character.getName(c))
                    .replaceAll("SYMBOL LETTER |EMOJI COMPONENT ", "")
                    .replaceAll("\\W", "_")
                    .toLowerCase(Locale.ROOT);
            NAMES.put(c, name);
            if (!Character.isEmojiComponent(c)) {
                SHORTCODES.add(name);
            }
        }
    }
}
