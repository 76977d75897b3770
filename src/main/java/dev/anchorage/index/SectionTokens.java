package dev.anchorage.index;

import dev.anchorage.index.SectionField.Stretch;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Map.Entry;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// The terms of all parts of a section as one stream, each part on the positions that {@link SectionField} gives it.
/// Ranges of shown parts count through all of them in their order, one sign between each; those of others are empty.
final class SectionTokens extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute range = addAttribute(OffsetAttribute.class);
    private final Map<SectionField, PartTokens> parts;
    private final boolean isLong;
    private Iterator<Entry<SectionField, PartTokens>> rest;
    private SectionField part = SectionField.TITLE;
    private Stretch stretch = part.stretch(false);
    private PartTokens tokens = PartTokens.NONE;
    private int next;
    private int place;
    private int position;
    private int shown;

    SectionTokens(Map<SectionField, PartTokens> parts) {
        this.parts = new EnumMap<>(parts);
        isLong = SectionField.isLong(
                parts.getOrDefault(SectionField.BODY, PartTokens.NONE).positions());
        rest = this.parts.entrySet().iterator();
    }

    @Override
    public void reset() {
        rest = parts.entrySet().iterator();
        tokens = PartTokens.NONE;
        next = 0;
        position = -1;
        shown = 0;
    }

    @Override
    public boolean incrementToken() {
        while (next == tokens.count()) {
            if (!rest.hasNext()) {
                return false;
            }
            startNextPart();
        }
        clearAttributes();
        tokens.copyTerm(next, term);
        place = Math.min(place + tokens.step(next), stretch.last());
        increment.setPositionIncrement(place - position);
        position = place;
        if (part.isShown()) {
            range.setOffset(shown + tokens.start(next), shown + tokens.end(next));
        }
        next++;
        return true;
    }

    private void startNextPart() {
        shown += part.isShown() && tokens != PartTokens.NONE ? tokens.textLength() + 1 : 0;
        Entry<SectionField, PartTokens> entry = rest.next();
        part = entry.getKey();
        tokens = entry.getValue();
        next = 0;
        stretch = part.stretch(isLong);
        place = stretch.first() - 1;
    }
}
