package dev.anchorage.anchor;

import java.lang.Character.UnicodeBlock;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import net.gcardone.junidecode.Junidecode;

/// `@sindresorhus/slugify` 2.2 with `decamelize: false`, as Eleventy 3 calls it.
///
/// Its letters are spelled as Junidecode spells them, in the alphabets that it knows ([#KNOWN]) and but for the letters
/// where it goes its own way ([#OWN_SPELLINGS]); those of mathematics and enclosed ones as Unicode has them. All others
/// separate words, Chinese and Japanese among them.
final class EleventySlug implements Slug {
    private static final Pattern KNOWN = Pattern.compile("["
            + "[À-ž&&[^×÷ĸĿŀŉŊŋŒœŦŧ]]ẞ"
            + "[Ά-ώ&&[^·]]"
            + "А-яЁёЄєІіЇїҐґЌќЉљЊњ"
            + "[Ա-Ֆա-և&&[^Ււ]]"
            + "ა-ჰ"
            // Arabic, with digits, and what Persian, Pashto and Urdu add
            + "\\u0621-\\u063a\\u0641-\\u064a\\u064f\\u0660-\\u0669\\u06f0-\\u06f9"
            + "\\u067e\\u0686\\u0689\\u0693\\u06af\\u06ba\\u06bc\\u06be\\u06c1\\u06cc"
            // Thaana
            + "\\u0780-\\u07b0"
            + "]");

    /// A letter, then its spelling; both cases, unless the capital has a spelling too.
    private static final Map<Integer, String> OWN_SPELLINGS = CodePoints.table("""
            ä ae ö oe ü ue ¢ c ¥ y € e ₩ w ₫ s ₴ s ₹ r ₺ l ₽ p ₿ b
            β v Β b ξ ks η i ή i υ y ύ y ϋ y ΰ y φ f χ x
            ё yo є ye й y щ sch ю yu я ya
            ե ye ը y ճ tch ո vo ռ r ց c ք q և yev
            ფ ph ქ q ღ gh ყ k ც ts ძ dz წ ts ჭ tch ხ kh
            ء e أ a إ i ا a ة t ع e غ gh ى a ـ _ ژ zh ک k
            ٹ t ټ p ځ z څ c ڈ d ڑ r ږ g ښ x ګ g ۀ e ۍ ai ې e ے e
            ޅ lh އ a ޏ gn ޢ a
            💯 100 🔢 1234 🔟 10 🆘 sos 🔝 top 🔜 soon
            """);

    private static final Pattern DIACRITIC = Pattern.compile("[\\p{Mn}\\p{Lm}\\p{Sk}^`´¨¯·¸\u20e3]");
    private static final Pattern CONTRACTION = Pattern.compile("(?<=[a-z\\d])'([ts])(?=\\s|$)");

    @Override
    public String of(String text) {
        String lower = transliterated(text).toLowerCase(Locale.ROOT);
        String joined = CONTRACTION.matcher(lower).replaceAll("$1");
        return Hyphens.between(joined, c -> !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')));
    }

    private static String transliterated(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String replaced = CodePoints.replace(
                        CodePoints.replace(composed, EleventySlug::unadorned)
                                .replaceAll("(?iu)ъе", "ye")
                                .replaceAll("(?iu)ый", "iy")
                                .replaceAll("(?iu)ու", "u"),
                        EleventySlug::spelled)
                .replace("&", " and ")
                .replace("🦄", " unicorn ")
                .replace("♥", " love ");
        return DIACRITIC
                .matcher(Normalizer.normalize(replaced, Normalizer.Form.NFD))
                .replaceAll("");
    }

    /// The letter or number that a mathematical or enclosed one is a form of.
    private static String unadorned(int c) {
        String whole = Character.toString(c);
        UnicodeBlock block = UnicodeBlock.of(c);
        boolean isForm = UnicodeBlock.ENCLOSED_ALPHANUMERICS.equals(block)
                || UnicodeBlock.MATHEMATICAL_ALPHANUMERIC_SYMBOLS.equals(block);
        return isForm ? Normalizer.normalize(whole, Normalizer.Form.NFKD) : whole;
    }

    private static String spelled(int c) {
        String whole = Character.toString(c);
        if (c < 128) {
            return whole;
        }
        String own = OWN_SPELLINGS.get(c);
        if (own == null) {
            own = OWN_SPELLINGS.get(Character.toLowerCase(c));
        }
        if (own != null) {
            return own;
        }
        return KNOWN.matcher(whole).matches()
                ? CodePoints.keep(Junidecode.unidecode(whole), Character::isLetterOrDigit)
                : whole;
    }
}
