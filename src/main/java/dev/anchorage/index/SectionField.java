package dev.anchorage.index;

/// The parts of a section's text that are searched, each a Lucene field of its own.
///
/// Every part but the code is analysed in the section's language, so a part has one Lucene field for each language.
public enum SectionField {
    /// The post's title.
    TITLE("title"),
    /// The section's heading.
    HEADING("heading"),
    /// The headings above the section's own.
    HEADING_PATH("path"),
    /// The prose.
    BODY("body"),
    /// Code blocks and code spans, split at identifier borders; the same analysis in every language.
    CODE("code"),
    /// Alternative texts, titles, captions and file-name words of images.
    FIGURES("figures"),
    /// The post's tags, categories, locations, authors and series.
    LABELS("labels"),
    /// The post's own summary.
    SUMMARY("summary");

    private final String stem;

    SectionField(String stem) {
        this.stem = stem;
    }

    /// The name in explanations.
    public String key() {
        return stem;
    }

    /// The name of the Lucene field that holds this part of sections in a language.
    ///
    /// @param language  a key of {@link Languages}
    public String in(String language) {
        return this == CODE ? stem : stem + "_" + language;
    }
}
