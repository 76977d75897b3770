package dev.anchorage.post;

/// TOML 1.0. Where it is broken, the simple lines are used.
final class TomlFrontMatter {
    private TomlFrontMatter() {}

    static FrontMatter read(FrontMatterBlock block, Findings findings) {
        try {
            TomlTable root = new TomlParser(block.text(), block.firstLine()).parse();
            return new FrontMatter(block.format(), root.toFields().fields(), root.lines(), "");
        } catch (TomlParser.TomlException e) {
            findings.add(
                    e.line(), "front matter is no valid TOML (" + e.getMessage() + "); only its simple lines are used");
            return LineByLine.read(block, true);
        }
    }
}
