package dev.anchorage.search;

import dev.anchorage.index.SectionField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// A word of a query as ranking sees it: any of several forms, the best of which counts.
///
/// @param forms  the word as typed, near spellings, completions; not empty
/// @param isStop  whether the word carries no meaning beside the others: then only its completions count
/// @param isBound  whether the word carries no meaning outside the phrase it was asked for in: marked only in there
/// @param only  the part of a section that the word is limited to; null: any
/// @param phrase  the phrase that it was asked for in, as text; null: none
/// @param inOnePiece  matches where a name that is cut into parts stands as typed; null: it is no such name
record RankedWord(
        List<Form> forms,
        boolean isStop,
        boolean isBound,
        @Nullable SectionField only,
        @Nullable String phrase,
        @Nullable Query inOnePiece) {
    RankedWord {
        forms = List.copyOf(forms);
    }

    static RankedWord typed(String text) {
        return ofPhrase(text, null, null);
    }

    /// A name by its parts.
    ///
    /// @param inOnePiece  matches where they stand one behind the other
    static RankedWord cutName(String text, Query inOnePiece) {
        return new RankedWord(typed(text).forms, false, false, null, text, inOnePiece);
    }

    /// A word limited to a part.
    static RankedWord ofForms(List<Form> forms, @Nullable SectionField only) {
        return new RankedWord(forms, false, false, only, null, null);
    }

    /// A word of a phrase.
    ///
    /// @param phrase  null: it stands alone
    static RankedWord ofPhrase(String text, @Nullable String phrase, @Nullable SectionField only) {
        return new RankedWord(List.of(new Form(text, Kind.TYPED, 1)), false, false, only, phrase, null);
    }

    /// The same word, bound to its phrase.
    RankedWord bound() {
        return new RankedWord(forms, isStop, true, only, phrase, inOnePiece);
    }

    /// The same word, or one spelt nearly so.
    RankedWord orSpelt(String other) {
        List<Form> either = new ArrayList<>(forms);
        either.add(new Form(other, Kind.SPELLING, Ranking.SPELLING));
        return new RankedWord(either, isStop, isBound, only, phrase, inOnePiece);
    }

    /// The same word in other forms.
    RankedWord inForms(List<Form> others, boolean isStopWord) {
        return new RankedWord(others, isStopWord, isBound, only, phrase, inOnePiece);
    }

    /// Whether words of the archive go on from it.
    boolean isBegun() {
        return forms.stream().anyMatch(form -> form.kind() == Kind.COMPLETION);
    }

    /// The word as it was typed; null when only its completions were asked for.
    @Nullable
    String text() {
        Form first = forms.getFirst();
        return first.kind() == Kind.TYPED ? first.text() : null;
    }

    /// The forms that rank: a stop word doesn't, what goes on from it does.
    List<Form> rankedForms() {
        return forms.stream().filter(this::ranksBy).toList();
    }

    /// Whether one of the forms ranks.
    boolean ranksBy(Form form) {
        return !isStop || form.kind() == Kind.COMPLETION;
    }

    /// How the word reads in explanations.
    String label() {
        Form first = forms.getFirst();
        return first.kind() == Kind.TYPED ? first.text() : first.text() + "…";
    }

    /// By hand, since Java links that of a record anew in each process (ADR 36).
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RankedWord word
                && forms.equals(word.forms)
                && isStop == word.isStop
                && isBound == word.isBound
                && only == word.only
                && Objects.equals(phrase, word.phrase)
                && Objects.equals(inOnePiece, word.inOnePiece);
    }

    @Override
    public int hashCode() {
        return Objects.hash(forms, isStop, isBound, only, phrase, inOnePiece);
    }

    /// One way to read the word.
    ///
    /// @param weight  of a match in this form against one of the word as typed
    record Form(String text, Kind kind, float weight) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Form form && text.equals(form.text) && kind == form.kind && weight == form.weight;
        }

        @Override
        public int hashCode() {
            return Objects.hash(text, kind, weight);
        }
    }

    /// Where a form comes from. The forms of one kind are as rare, together, as all of them are; else the rarest
    /// completion would win.
    enum Kind {
        /// As typed.
        TYPED,
        /// A word of the archive that is spelt nearly so.
        SPELLING,
        /// A word of the archive that begins so.
        COMPLETION,
        /// Another word or phrase for it, as the owner says.
        SYNONYM;

        /// The kind whose forms are taken together with those of this one. A word that goes on from what was typed is
        /// never rarer than what was typed, so that it never counts for more.
        Kind together() {
            return this == TYPED ? COMPLETION : this;
        }

        /// Whether a form of this kind is at least as common as all that are taken together.
        boolean isCommonAsAll() {
            return this == COMPLETION || this == SPELLING;
        }
    }
}
