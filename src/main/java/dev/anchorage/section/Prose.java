package dev.anchorage.section;

import dev.anchorage.anchor.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one stretch of inline content holds.
final class Prose {
    final List<Inline> inlines = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final List<String> figures = new ArrayList<>();
    final List<String> code = new ArrayList<>();
    final List<String> ids = new ArrayList<>();
    private static final int LONGEST_ENDING = 60;
    private final StringBuilder words = new StringBuilder();

    int length() {
        return words.length();
    }

    void say(CharSequence more) {
        words.append(more);
    }

    /// Takes back a short end of what was said, when it matches.
    void unsay(Pattern ending) {
        Matcher found = ending.matcher(words).region(Math.max(0, words.length() - LONGEST_ENDING), words.length());
        if (found.find()) {
            words.setLength(found.start());
        }
    }

    void figure(String alt, String title, String url) {
        for (String part : List.of(alt, title, FigureWords.of(url))) {
            if (!part.isBlank()) {
                figures.add(part);
            }
        }
    }

    /// The text for readers, blanks collapsed.
    String text() {
        String said = words.toString();
        StringBuilder text = new StringBuilder(said.length());
        int copied = 0;
        boolean isAfterBlank = false;
        for (int at = 0; at < said.length(); at++) {
            char c = said.charAt(at);
            boolean isBlank = c == ' ' || c == '\t' || c == '\n' || c == '\u00a0';
            if (isBlank && (isAfterBlank || c != ' ')) {
                text.append(said, copied, at).append(isAfterBlank ? "" : " ");
                copied = at + 1;
            }
            isAfterBlank = isBlank;
        }
        return text.append(said, copied, said.length()).toString().strip();
    }

    void addTo(Outline outline) {
        SectionDraft section = outline.current();
        section.addText(text());
        addBesidesTextTo(outline);
    }

    void addBesidesTextTo(Outline outline) {
        SectionDraft section = outline.current();
        code.forEach(section::addCode);
        figures.forEach(section::addFigure);
        section.links.addAll(links);
        outline.otherIds.addAll(ids);
    }
}
