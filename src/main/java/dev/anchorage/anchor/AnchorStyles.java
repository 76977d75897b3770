package dev.anchorage.anchor;

import dev.anchorage.post.Generator;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// All anchor rules, by the names that the configuration uses.
public final class AnchorStyles {
    private static final Map<String, Function<Options, AnchorStyle>> BY_NAME = byName();

    private AnchorStyles() {}

    /// The rule of a generator with its options.
    ///
    /// @throws IllegalArgumentException when there is no generator of this name, or an option has a value that it
    ///     can't have
    public static AnchorStyle of(Generator generator) {
        Function<Options, AnchorStyle> rule = BY_NAME.get(generator.name());
        if (rule == null) {
            throw new IllegalArgumentException("there is no generator \"" + generator.name() + "\" (expected one of "
                    + String.join(", ", BY_NAME.keySet()) + ")");
        }
        return rule.apply(new Options(generator));
    }

    /// The names of all generators.
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    private static Map<String, Function<Options, AnchorStyle>> byName() {
        Map<String, Function<Options, AnchorStyle>> rules = new TreeMap<>();
        rules.put("sphinx", SphinxRule::of);
        rules.put("github-slugger", options -> GithubSluggerRules.rehype());
        rules.put("astro", GithubSluggerRules::astro);
        rules.put("docusaurus", GithubSluggerRules::docusaurus);
        rules.put("gatsby", GithubSluggerRules::gatsby);
        rules.put("github", options -> GithubSluggerRules.github());
        rules.put("jekyll", KramdownRule::of);
        rules.put("hugo", HugoRule::of);
        rules.put("python-markdown", PythonMarkdownRule::pythonMarkdown);
        rules.put("mkdocs", PythonMarkdownRule::mkdocs);
        rules.put("pelican", PythonMarkdownRule::pelican);
        rules.put("markdown-it-anchor", MarkdownItRules::anchor);
        rules.put("eleventy-id", options -> MarkdownItRules.eleventy());
        rules.put("vitepress", options -> MarkdownItRules.vitePress());
        rules.put("hexo", HexoRule::of);
        rules.put("zola", ZolaRule::of);
        rules.put("pandoc", PandocRule::of);
        rules.put("none", options -> new AnchorRule(RenderedText.PLAIN, text -> "", NoIds::new));
        return Collections.unmodifiableMap(rules);
    }
}
