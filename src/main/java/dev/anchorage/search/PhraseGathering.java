package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.Measures;
import dev.anchorage.index.SectionField;
import dev.anchorage.index.StoredPost;
import dev.anchorage.index.StoredPost.StoredSection;
import dev.anchorage.search.Phrase.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SlowCodecReaderWrapper;
import org.jspecify.annotations.Nullable;

/// Goes once through the posts of a commit and takes down titles, headings and labels, each once.
final class PhraseGathering {
    private static final List<Facet> LABELS = List.of(Facet.TAG, Facet.LOCATION, Facet.CATEGORY);

    /// Nobody types more than this until it is alone.
    private static final int MAX_CHARS = 120;

    /// Headings beyond so many phrases are left out, which bounds the memory: 10 MB, twice as much while gathering.
    private static final int MAX_PHRASES = 60_000;

    /// Words that fewer titles and headings have together are no phrase.
    private static final int FREQUENT = 4;

    private final Map<String, Draft> drafts = new HashMap<>();
    private final Map<String, Said> ofPost = new HashMap<>();
    private final Set<String> fields;
    private long firstDay = Long.MAX_VALUE;
    private long lastDay = Long.MIN_VALUE;

    private PhraseGathering() {
        fields = new HashSet<>(StoredPost.FIELDS);
        fields.add(IndexSchema.POST_TITLE);
        fields.add(IndexSchema.PERMALINK);
    }

    static Phrasebook phrases(IndexSnapshot snapshot) throws IOException {
        return new Phrasebook(gathered(snapshot));
    }

    /// All phrases of a commit, each once.
    static List<Phrase> gathered(IndexSnapshot snapshot) throws IOException {
        PhraseGathering gathering = new PhraseGathering();
        for (LeafReaderContext segment : snapshot.reader().leaves()) {
            gathering.read(segment, snapshot);
        }
        List<Phrase> phrases = gathering.gathered();
        phrases.addAll(new Phrasebook(phrases).frequent(FREQUENT, snapshot::isStopWord));
        return phrases;
    }

    private void read(LeafReaderContext segment, IndexSnapshot snapshot) throws IOException {
        PostTable posts = snapshot.postTable();
        FacetTable labels = snapshot.facetTable().get();
        StoredFieldsReader stored = inOrder(segment);
        for (int post = posts.firstPost(segment.ord); post < posts.firstPost(segment.ord + 1); post++) {
            int document = posts.document(post);
            Document shown = stored.document(document - segment.docBase, fields);
            read(shown);
            for (Facet label : LABELS) {
                labels.of(label, post).forEach(value -> say(value, Kind.LABEL));
            }
            endPost(document, posts.day(post), String.valueOf(shown.get(IndexSchema.PERMALINK)));
        }
    }

    /// Reads documents as a merge does, which unpacks at once what was packed together. It has what the segment's own
    /// reader has, and is closed with that.
    private static StoredFieldsReader inOrder(LeafReaderContext segment) throws IOException {
        CodecReader reader = SlowCodecReaderWrapper.wrap(FilterLeafReader.unwrap(segment.reader()));
        return reader.getFieldsReader().getMergeInstance();
    }

    private void read(Document document) throws IOException {
        for (StoredSection section : StoredPost.of(document).sections()) {
            say(section.text(SectionField.HEADING), Kind.HEADING);
        }
        say(document.get(IndexSchema.POST_TITLE), Kind.TITLE);
    }

    private void say(@Nullable String text, Kind kind) {
        if (text != null && text.length() <= MAX_CHARS) {
            String folded = Phrasebook.fold(text);
            if (!folded.isEmpty()) {
                ofPost.merge(folded, new Said(text, kind), Said::or);
            }
        }
    }

    private void endPost(int number, long day, String permalink) {
        if (day != Measures.NO_DAY) {
            firstDay = Math.min(firstDay, day);
            lastDay = Math.max(lastDay, day);
        }
        ofPost.forEach((folded, said) -> {
            Draft one = new Draft(said, 1, said.kind() == Kind.LABEL ? Phrase.NO_POST : number, day, permalink);
            if (said.kind() != Kind.HEADING || drafts.size() < MAX_PHRASES) {
                drafts.merge(folded, one, Draft::and);
            }
        });
        ofPost.clear();
    }

    private List<Phrase> gathered() {
        List<Phrase> phrases = new ArrayList<>(drafts.size());
        // In an order that does not depend on how the index came to be.
        drafts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .forEach(draft -> phrases.add(Phrase.of(
                        draft.said().text(), draft.said().kind(), draft.posts(), draft.newest(), age(draft.day()))));
        return phrases;
    }

    private float age(long day) {
        return day == Measures.NO_DAY || lastDay == firstDay ? 1 : (float) (lastDay - day) / (lastDay - firstDay);
    }

    /// A phrase as one post has it.
    private record Said(String text, Kind kind) {
        private static final Comparator<Said> BEST_FIRST =
                Comparator.comparing(Said::kind).thenComparing(Said::text);

        Said or(Said other) {
            return BEST_FIRST.compare(other, this) < 0 ? other : this;
        }
    }

    /// A phrase as the posts so far have it.
    ///
    /// @param permalink  of the newest; of several of one day the first counts, wherever they stand in the index
    private record Draft(Said said, int posts, int newest, long day, String permalink) {
        Draft and(Draft other) {
            Draft newer = other.leadsBefore(this) ? other : this;
            return new Draft(
                    said.or(other.said), posts + other.posts, newer.newest, Math.max(day, other.day), newer.permalink);
        }

        private boolean leadsBefore(Draft other) {
            if (newest == Phrase.NO_POST || other.newest == Phrase.NO_POST) {
                return other.newest == Phrase.NO_POST;
            }
            return day == other.day ? permalink.compareTo(other.permalink) < 0 : day > other.day;
        }
    }
}
