package dev.anchorage.post;

import dev.anchorage.post.FrontMatter.Format;
import java.util.Optional;

/// Finds front matter and reads it: as the language it is written in, or, where that fails, line by line.
final class FrontMatterReader {
    static final int MAX_CHARS = 64 * 1024;

    private FrontMatterReader() {}

    /// @param bodyStart  index of the body's first character
    record Result(FrontMatter frontMatter, int bodyStart) {}

    /// @param anyKeyValueLines  whether the generator is one that takes every `Key: value` line for metadata
    static Result read(String text, boolean anyKeyValueLines, Findings findings) {
        Optional<FrontMatterBlock> found = FrontMatterBlock.find(text, anyKeyValueLines);
        if (found.isEmpty()) {
            return new Result(
                    LooseHead.hidingLine(text).map(FrontMatter::unreadable).orElse(FrontMatter.NONE), 0);
        }
        return new Result(read(found.get(), findings), found.get().bodyStart());
    }

    private static FrontMatter read(FrontMatterBlock block, Findings findings) {
        Optional<String> refusal = refusal(block);
        if (refusal.isPresent()) {
            findings.add(Math.max(1, block.firstLine() - 1), refusal.get() + "; only its simple lines are used");
            return LineByLine.read(block, true);
        }
        return switch (block.format()) {
            case YAML, JSON -> YamlFrontMatter.read(block, findings);
            case TOML -> TomlFrontMatter.read(block, findings);
            case KEY_VALUE -> LineByLine.read(block, false);
            case CODE, NONE -> LineByLine.read(block, true);
        };
    }

    private static Optional<String> refusal(FrontMatterBlock block) {
        if (!block.isClosed()) {
            return Optional.of("front matter begins here but is never closed");
        }
        if (block.format() == Format.CODE) {
            return Optional.of("front matter is program code, which is not run");
        }
        if (block.text().length() > MAX_CHARS) {
            return Optional.of("front matter has " + block.text().length() + " characters (at most " + MAX_CHARS
                    + " are read as a whole)");
        }
        return Nesting.isTooDeep(block.text())
                ? Optional.of("front matter is nested more than " + Nesting.MAX_DEPTH + " levels deep")
                : Optional.empty();
    }
}
