package dev.anchorage.anchor;

/// The family that uses github-slugger.
final class GithubSluggerRules {
    private GithubSluggerRules() {}

    /// rehype-slug 6: works on the HTML tree.
    static AnchorStyle rehype() {
        return new AnchorRule(RenderedText.PLAIN, new GithubSlug(), UniqueIds.NeverTaken::new).with(IdPolicy.HTML_TOO);
    }
}
