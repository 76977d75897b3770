package dev.anchorage.anchor;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// docutils `nodes.make_id` (0.19 and 0.21 alike): ASCII letters, digits and single hyphens, beginning with a letter.
final class DocutilsSlug implements Slug {
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^[-0-9]+|-+$");

    /// `_non_id_translate` and `_non_id_translate_digraphs`: letters that NFKD leaves whole.
    private static final Map<Integer, String> SPELLED_OUT = spelledOut(
            "øo đd ħh ıi łl ŧt ƀb ƃb ƈc ƌd ƒf ƙk ƚl ƞn ƥp ƫt ƭt ƴy ƶz ǥg ȥz ȴl ȵn ȶt ȷj ȼc ȿs ɀz ɇe ɉj ɋq ɍr ɏy"
                    + " ßsz æae œoe ȸdb ȹqp");

    private static Map<Integer, String> spelledOut(String pairs) {
        return Arrays.stream(pairs.split(" "))
                .collect(Collectors.toUnmodifiableMap(pair -> pair.codePointAt(0), pair -> pair.substring(1)));
    }

    @Override
    public String of(String text) {
        String hyphenated = OTHERS.matcher(ascii(text)).replaceAll("-");
        return ENDS.matcher(hyphenated).replaceAll("");
    }

    private static String ascii(String text) {
        StringBuilder spelled = new StringBuilder(text.length());
        Fold.withFinalSigma(text).codePoints().forEach(c -> {
            String letters = SPELLED_OUT.get(c);
            if (letters == null) {
                spelled.appendCodePoint(c);
            } else {
                spelled.append(letters);
            }
        });
        return Normalizer.normalize(spelled, Normalizer.Form.NFKD).replaceAll("[^\\x00-\\x7f]", "");
    }
}
