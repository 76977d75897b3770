package dev.anchorage.index;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// The names and shapes of all Lucene fields.
///
/// A post is one block of Lucene documents: its sections in document order, then the post itself. Sections carry the
/// text, each word once, spelt as {@link WordTerm} and placed as {@link SectionField} say; the post carries metadata,
/// facets and filters. Both carry {@link #PATH}, by which a block is replaced as one.
public final class IndexSchema {
    /// Changes whenever an index written before can't be read or would answer differently.
    public static final int FORMAT = 12;

    /// Which kind of document: {@link #KIND_POST} or {@link #KIND_SECTION}.
    public static final String KIND = "kind";

    /// Value of {@link #KIND} of the last document of a block.
    public static final String KIND_POST = "post";

    /// The term of every post.
    public static final Term ANY_POST = new Term(KIND, KIND_POST);

    /// Value of {@link #KIND} of all other documents of a block.
    public static final String KIND_SECTION = "section";

    /// Path of the source file: a term on every document, stored on posts.
    public static final String PATH = "source";

    /// The same as sorted doc values on posts. (A Lucene field has the same structures on all documents.)
    public static final String PATH_ORDER = "sourceOrder";

    /// Doc values on all documents: what ranking needs of them, see {@link Measures}.
    public static final String MEASURES = "measures";

    /// Content hash, size and time of the source file, binary doc values on posts.
    public static final String FINGERPRINT = "fingerprint";

    /// Day of publication as days since 1970, doc values on posts that have one.
    public static final String DATE = "date";

    /// The moment (milliseconds since 1970) from which a post may no longer be seen; doc values on posts that expire.
    public static final String EXPIRES = "expires";

    /// The post's permalink: a term and stored.
    public static final String PERMALINK = "permalink";

    /// Stored on posts: ISO day of the last revision.
    public static final String UPDATED = "updated";

    /// Stored on posts: the title for display.
    public static final String POST_TITLE = "postTitle";

    /// Stored on posts: the summary for display.
    public static final String POST_SUMMARY = "postSummary";

    /// Stored on posts: the series.
    public static final String SERIES = "series";

    /// Stored on posts: the language that the post gives or that its text tells for certain, a BCP 47 tag.
    public static final String POST_LANGUAGE = "postLanguage";

    /// Terms on posts: keys of the languages in which their sections were analysed.
    public static final String ANALYSED_AS = "analysedAs";

    /// Terms on sections with words: the key of the language that they are in, which tells of how many
    /// sections a language has words when some of these are deleted.
    public static final String WORDS_IN = "wordsIn";

    /// Sorted doc values on sections that have an anchor: the anchor.
    public static final String OWN_ANCHOR = "ownAnchor";

    /// Terms on posts: the addresses that the post's links lead to, as `LinkAddress` gives them; one with a fragment
    /// stands there with it and without.
    public static final String LINKS_TO = "linksTo";

    private static final String TEXT = "text_";

    private IndexSchema() {}

    /// The Lucene field with all words of sections in a language.
    ///
    /// @param language  a key of {@link Languages}
    public static String text(String language) {
        return TEXT + language;
    }

    /// Whether a Lucene field has the words of sections.
    public static boolean isText(String field) {
        return field.startsWith(TEXT);
    }

    /// The key of the language whose words a Lucene field has.
    ///
    /// @param field  what {@link #text} says of the language
    public static String languageOf(String field) {
        return field.substring(TEXT.length());
    }

    /// Matches every post.
    public static Query postsQuery() {
        return new TermQuery(ANY_POST);
    }

    /// Matches every section.
    public static Query sectionsQuery() {
        return new TermQuery(new Term(KIND, KIND_SECTION));
    }

    /// The configuration of all facets.
    public static FacetsConfig facets() {
        FacetsConfig config = new FacetsConfig();
        for (Facet facet : Facet.values()) {
            config.setMultiValued(facet.key(), true);
        }
        return config;
    }

    /// The languages in which the sections of an index were analysed, sorted.
    public static List<String> languages(IndexReader reader) throws IOException {
        List<String> found = new ArrayList<>();
        Terms keys = MultiTerms.getTerms(reader, ANALYSED_AS);
        if (keys != null) {
            TermsEnum each = keys.iterator();
            for (BytesRef key = each.next(); key != null; key = each.next()) {
                found.add(key.utf8ToString());
            }
        }
        return List.copyOf(found);
    }

    /// A dimension to count and narrow by.
    public enum Facet {
        /// Labels from front matter.
        TAG,
        /// Places from front matter.
        LOCATION,
        /// Categories from front matter.
        CATEGORY,
        /// Who wrote the post.
        AUTHOR,
        /// The post's language.
        LANGUAGE,
        /// The year of publication.
        YEAR;

        private static final String DOT_OF_CAPITAL_I = "\u0307";

        /// The facet's name in requests and answers.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The Lucene field with the values folded for matching.
        public String filterField() {
            return key() + "Key";
        }

        /// A facet value as it is compared: without regard to outer space, to case (`IŞIK` is `Işık`, `straße` is
        /// `STRASSE`) and to how its accents are coded.
        public static String fold(String value) {
            String upper =
                    Normalizer.normalize(value.strip(), Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
            return upper.toLowerCase(Locale.ROOT).replace(DOT_OF_CAPITAL_I, "");
        }
    }
}
