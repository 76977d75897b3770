package dev.anchorage.anchor;

/// Hugo with goldmark. Options as under `markup.goldmark.parser`: `autoHeadingIDType` (`github`, `github-ascii`,
/// `blackfriday`), `autoHeadingID`.
final class HugoRule {
    private HugoRule() {}

    static AnchorStyle of(Options options) {
        HugoSlug slug = switch (options.oneOf("autoHeadingIDType", "github", "github", "github-ascii", "blackfriday")) {
            case "github-ascii" -> HugoSlug.GITHUB_ASCII;
            case "blackfriday" -> HugoSlug.BLACKFRIDAY;
            default -> HugoSlug.GITHUB;
        };
        boolean writesIds = options.flag("autoHeadingID", true);
        return new AnchorRule(HugoRule::lastLine, orHeading(slug), writesIds ? UniqueIds.NeverTaken::new : NoIds::new)
                .with(AttributeBlock::goldmark, IdPolicy.REGISTERED);
    }

    /// goldmark hands Hugo the raw source of the heading's last line.
    private static String lastLine(HeadingSource heading) {
        String source = heading.source();
        return source.substring(source.lastIndexOf('\n') + 1);
    }

    private static Slug orHeading(Slug slug) {
        return text -> {
            String id = slug.of(text);
            return id.isEmpty() ? "heading" : id;
        };
    }
}
