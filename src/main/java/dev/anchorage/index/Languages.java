package dev.anchorage.index;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.jspecify.annotations.Nullable;

/// The languages whose words can be reduced to stems, and the one by one differences between them.
///
/// A language's key is the primary subtag of its BCP 47 tag; Chinese, Japanese and Korean share the key {@value #CJK},
/// and every language without rules of its own shares {@value #OTHER}. Thread-safe.
public final class Languages {
    /// Key of Chinese, Japanese and Korean, which are cut into overlapping pairs of characters.
    public static final String CJK = "cjk";

    /// Key of all languages without rules of their own: lower-cased and folded, not stemmed.
    public static final String OTHER = "other";

    private static final Map<String, Rules> RULES = Map.ofEntries(
            rules("ar", ArabicAnalyzer::new, ArabicAnalyzer::getDefaultStopSet),
            rules("bg", BulgarianAnalyzer::new, BulgarianAnalyzer::getDefaultStopSet),
            rules("bn", BengaliAnalyzer::new, BengaliAnalyzer::getDefaultStopSet),
            rules("ca", CatalanAnalyzer::new, CatalanAnalyzer::getDefaultStopSet),
            rules(CJK, CJKAnalyzer::new, CJKAnalyzer::getDefaultStopSet),
            rules("ckb", SoraniAnalyzer::new, SoraniAnalyzer::getDefaultStopSet),
            rules("cs", CzechAnalyzer::new, CzechAnalyzer::getDefaultStopSet),
            rules("da", DanishAnalyzer::new, DanishAnalyzer::getDefaultStopSet),
            rules("de", GermanAnalyzer::new, GermanAnalyzer::getDefaultStopSet),
            rules("el", GreekAnalyzer::new, GreekAnalyzer::getDefaultStopSet),
            rules("en", EnglishAnalyzer::new, EnglishAnalyzer::getDefaultStopSet),
            rules("es", SpanishAnalyzer::new, SpanishAnalyzer::getDefaultStopSet),
            rules("et", EstonianAnalyzer::new, EstonianAnalyzer::getDefaultStopSet),
            rules("eu", BasqueAnalyzer::new, BasqueAnalyzer::getDefaultStopSet),
            rules("fa", PersianAnalyzer::new, PersianAnalyzer::getDefaultStopSet),
            rules("fi", FinnishAnalyzer::new, FinnishAnalyzer::getDefaultStopSet),
            rules("fr", FrenchAnalyzer::new, FrenchAnalyzer::getDefaultStopSet),
            rules("ga", IrishAnalyzer::new, IrishAnalyzer::getDefaultStopSet),
            rules("gl", GalicianAnalyzer::new, GalicianAnalyzer::getDefaultStopSet),
            rules("hi", HindiAnalyzer::new, HindiAnalyzer::getDefaultStopSet),
            rules("hu", HungarianAnalyzer::new, HungarianAnalyzer::getDefaultStopSet),
            rules("hy", ArmenianAnalyzer::new, ArmenianAnalyzer::getDefaultStopSet),
            rules("id", IndonesianAnalyzer::new, IndonesianAnalyzer::getDefaultStopSet),
            rules("it", ItalianAnalyzer::new, ItalianAnalyzer::getDefaultStopSet),
            rules("lt", LithuanianAnalyzer::new, LithuanianAnalyzer::getDefaultStopSet),
            rules("lv", LatvianAnalyzer::new, LatvianAnalyzer::getDefaultStopSet),
            rules("ne", NepaliAnalyzer::new, NepaliAnalyzer::getDefaultStopSet),
            rules("nl", DutchAnalyzer::new, DutchAnalyzer::getDefaultStopSet),
            rules("no", NorwegianAnalyzer::new, NorwegianAnalyzer::getDefaultStopSet),
            rules(OTHER, StandardAnalyzer::new, () -> CharArraySet.EMPTY_SET),
            rules("pt", PortugueseAnalyzer::new, PortugueseAnalyzer::getDefaultStopSet),
            rules("ro", RomanianAnalyzer::new, RomanianAnalyzer::getDefaultStopSet),
            rules("ru", RussianAnalyzer::new, RussianAnalyzer::getDefaultStopSet),
            rules("sr", SerbianAnalyzer::new, SerbianAnalyzer::getDefaultStopSet),
            rules("sv", SwedishAnalyzer::new, SwedishAnalyzer::getDefaultStopSet),
            rules("ta", TamilAnalyzer::new, TamilAnalyzer::getDefaultStopSet),
            rules("te", TeluguAnalyzer::new, TeluguAnalyzer::getDefaultStopSet),
            rules("th", ThaiAnalyzer::new, ThaiAnalyzer::getDefaultStopSet),
            rules("tr", TurkishAnalyzer::new, TurkishAnalyzer::getDefaultStopSet));

    private static final Map<String, String> ALIASES =
            Map.of("zh", CJK, "ja", CJK, "ko", CJK, "nb", "no", "nn", "no", "in", "id");

    private Languages() {}

    /// The key under which texts of a language are analysed.
    ///
    /// @param tag  a BCP 47 tag such as `pt-BR`, in any case, also with `_`; null: unknown
    /// @return a key, {@link #OTHER} for null and for languages without rules
    public static String keyOf(@Nullable String tag) {
        if (tag == null) {
            return OTHER;
        }
        String primary = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        String key = ALIASES.getOrDefault(primary, primary);
        return RULES.containsKey(key) ? key : OTHER;
    }

    /// Words of a language that carry no meaning alone, lower-cased, unstemmed.
    ///
    /// @param key  a language's key
    public static CharArraySet stopWords(String key) {
        return rulesOf(key).stopWords().get();
    }

    /// The keys of all languages with stop words, CJK left out, whose stop words are English.
    static List<String> keys() {
        return RULES.keySet().stream().filter(key -> !key.equals(CJK)).sorted().toList();
    }

    /// An analyzer that keeps stop words.
    static Analyzer analyzer(String key) {
        return rulesOf(key).analyzer().apply(CharArraySet.EMPTY_SET);
    }

    private static Rules rulesOf(String key) {
        Rules rules = RULES.get(key);
        if (rules == null) {
            throw new IllegalArgumentException("\"" + key + "\" is no key of a language");
        }
        return rules;
    }

    private static Map.Entry<String, Rules> rules(
            String key, Function<CharArraySet, Analyzer> analyzer, Supplier<CharArraySet> stopWords) {
        return Map.entry(key, new Rules(analyzer, stopWords));
    }

    private record Rules(Function<CharArraySet, Analyzer> analyzer, Supplier<CharArraySet> stopWords) {}
}
