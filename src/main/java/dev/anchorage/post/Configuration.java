package dev.anchorage.post;

import dev.anchorage.post.FrontMatter.Format;

/// Configuration files as data: the same languages as front matter's.
final class Configuration {
    private Configuration() {}

    /// @param name  of the file; its ending tells the language
    static FrontMatter parse(String name, String text) {
        Format format = name.endsWith(".toml") ? Format.TOML : name.endsWith(".json") ? Format.JSON : Format.YAML;
        var findings = new Findings(name);
        String clean = text.replace("\r\n", "\n").replace("\uFEFF", "");
        var block = new FrontMatterBlock(format, clean, 1, true, clean.length());
        if (Nesting.isTooDeep(clean)) {
            return LineByLine.read(block, true);
        }
        return format == Format.TOML ? TomlFrontMatter.read(block, findings) : YamlFrontMatter.read(block, findings);
    }
}
