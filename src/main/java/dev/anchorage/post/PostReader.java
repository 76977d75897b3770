package dev.anchorage.post;

import dev.anchorage.archive.Problem;
import dev.anchorage.archive.SourceFile;
import dev.anchorage.post.DateReader.Reading;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Reads source files as posts. What is wrong in a file is named and the rest is read: only a file that is no text or
/// too large is refused.
///
/// Thread-safe.
public final class PostReader {
    private static final Visibility SHOWN = new Visibility.Published(null, null);

    /// Templates that go through the posts make a listing.
    private static final Pattern LISTING = Pattern.compile(
            "\\{%-?\\s*(?:for\\s+\\w+\\s+in\\s+(?:site|collections?|paginator|pagination|posts|pages)\\b|paginate\\b)"
                    + "|\\{\\{-?\\s*(?:paginator|pagination)\\.");

    private static final Pattern NO_POST_NAME = Pattern.compile("(?i)(?:^|.*/)(?:404|search|sitemap|offline)\\.html?");

    private final PostOptions options;
    private final Permalinks permalinks;

    /// A reader for the posts of one archive.
    public PostReader(PostOptions options) {
        this.options = options;
        permalinks = new Permalinks(options);
    }

    /// What is wrong with files that posts inherit from.
    public List<Problem> problems() {
        return options.inherited().problems();
    }

    /// Reads a post.
    ///
    /// @throws PostFormatException when the file is no text or larger than the limit
    /// @throws IOException when the file has vanished or can't be read
    public Post read(SourceFile file) throws PostFormatException, IOException {
        return read(file, bytes -> true).orElseThrow();
    }

    /// Reads a post if its bytes are wanted.
    ///
    /// @return empty when they are not
    /// @throws PostFormatException when the file is no text or larger than the limit
    /// @throws IOException when the file has vanished or can't be read
    public Optional<Post> read(SourceFile file, Predicate<byte[]> isWanted) throws PostFormatException, IOException {
        refuseLarge(file.path(), file.size());
        byte[] bytes = file.bytes();
        return isWanted.test(bytes) ? Optional.of(read(file.path(), bytes)) : Optional.empty();
    }

    /// Reads a post whose bytes are at hand.
    ///
    /// @param path  relative to the archive, with `/`
    /// @throws PostFormatException when the bytes are no text or more than the limit
    public Post read(String path, byte[] bytes) throws PostFormatException {
        refuseLarge(path, bytes.length);
        var findings = new Findings(path);
        String text = SourceText.decode(bytes, findings);
        boolean isPelican = options.generator().name().equals("pelican");
        FrontMatterReader.Result head = FrontMatterReader.read(text, isPelican, findings);
        if (isHtml(path) && head.frontMatter().format() == FrontMatter.Format.NONE) {
            return page(path, text, findings);
        }
        Body body = body(path, text, head.bodyStart());
        boolean isSphinx = options.generator().name().equals("sphinx");
        FrontMatter own = isSphinx ? AblogDirective.merge(head.frontMatter(), body) : head.frontMatter();
        FrontMatter frontMatter = options.inherited().addTo(own, path);
        MangledLines.name(text, findings);
        Visibility outward = outward(path, body);
        return post(path, frontMatter, body, outward, findings);
    }

    /// HTML without front matter is a page of a built site, or else a part of its theme.
    private Post page(String path, String text, Findings findings) {
        if (!BuiltSites.areRead(options.generator()) || !HtmlDocument.isPage(text)) {
            Visibility noPost = new Visibility.NoPost("it is HTML without front matter");
            return post(path, FrontMatter.NONE, new Body.Html(text, 1), noPost, findings);
        }
        MangledLines.name(text, findings);
        var page = new HtmlDocument(text);
        FrontMatter head = page.head();
        Visibility visibility =
                HtmlRobots.forbid(text) ? new Visibility.Hidden("robots: noindex in the page's head") : SHOWN;
        return post(
                path,
                head,
                new Body.Page(page.mainHtml(), 1),
                page.whyNoPost(path).<Visibility>map(Visibility.NoPost::new).orElse(visibility),
                findings);
    }

    private static Visibility outward(String path, Body body) {
        if (!(body instanceof Body.Html html)) {
            return SHOWN;
        }
        if (NO_POST_NAME.matcher(path).matches() || LISTING.matcher(html.text()).find()) {
            return new Visibility.NoPost("it is a page that lists posts or serves the site");
        }
        return HtmlRobots.forbid(html.text()) ? new Visibility.Hidden("robots: noindex in the page's head") : SHOWN;
    }

    /// @param outward  what the body tells about who may see the post; front matter can only narrow it
    private Post post(String path, FrontMatter frontMatter, Body body, Visibility outward, Findings findings) {
        var fields = new FieldReader(frontMatter, options, findings);
        var dates = new DateReader(frontMatter, options.zone(), findings);
        Optional<Reading> written = dates.first(Field.DATE.keys(options.fields()));
        written.ifPresent(dates::complain);
        Optional<Reading> updated = dates.first(Field.UPDATED.keys(options.fields()));
        updated.ifPresent(dates::complain);
        String sitePath = options.contentRoot().sitePath(path);
        Optional<LocalDate> pathDate = PathDate.of(sitePath).or(() -> permalinkDate(frontMatter));
        Optional<LocalDate> date =
                written.flatMap(Reading::date).map(PostDate::day).or(() -> pathDate);
        Optional<String> language = language(fields, frontMatter, sitePath, findings);
        Optional<String> title = fields.text(Field.TITLE);
        return new Post(
                path,
                permalinks.of(new PermalinkSource(
                        sitePath, frontMatter, title, written.flatMap(Reading::date), date, language)),
                title.orElse(null),
                date.orElse(null),
                updated.flatMap(Reading::date).map(PostDate::day).orElse(null),
                fields.texts(Field.TAGS),
                fields.texts(Field.CATEGORIES),
                fields.texts(Field.LOCATIONS),
                fields.texts(Field.AUTHORS),
                language.orElse(options.defaultLanguage()),
                fields.texts(Field.SERIES).stream().findFirst().orElse(null),
                fields.text(Field.SUMMARY).orElse(null),
                outward instanceof Visibility.Published
                        ? new VisibilityRule(frontMatter, dates, options).of(path, written, pathDate)
                        : outward,
                body,
                findings.toList());
    }

    /// Zola's and Jekyll's authors often put the date into the address they choose.
    private static Optional<LocalDate> permalinkDate(FrontMatter frontMatter) {
        return frontMatter
                .text("path")
                .or(() -> frontMatter.text("permalink"))
                .or(() -> frontMatter.text("url"))
                .flatMap(PathDate::of);
    }

    private static Optional<String> language(
            FieldReader fields, FrontMatter frontMatter, String sitePath, Findings findings) {
        for (String written : fields.texts(Field.LANGUAGE)) {
            Optional<String> tag = LanguageNames.tagOf(written);
            if (tag.isPresent()) {
                return tag;
            }
            int line = fields.keyOf(Field.LANGUAGE).map(frontMatter::lineOf).orElse(0);
            findings.add(line, "front matter names no known language: " + Findings.quoted(written) + " (expected en)");
        }
        return PathLanguage.of(sitePath);
    }

    private void refuseLarge(String path, long size) throws PostFormatException {
        if (size > options.maxBytes()) {
            throw new PostFormatException(
                    path,
                    0,
                    "it has " + size + " bytes, more than the limit of " + options.maxBytes()
                            + ": split the post or raise the limit");
        }
    }

    private static Body body(String path, String text, int start) {
        String body = text.substring(start);
        int line = SourceText.lineAt(text, start);
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".mdx")) {
            return new Body.Mdx(body, line);
        }
        return isHtml(name) ? new Body.Html(body, line) : new Body.Markdown(body, line);
    }

    private static boolean isHtml(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".htm");
    }
}
