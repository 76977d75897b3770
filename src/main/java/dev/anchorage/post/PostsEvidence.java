package dev.anchorage.post;

import dev.anchorage.archive.SourceFile;
import dev.anchorage.post.FrontMatter.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What posts tell about their generator when no configuration is at hand.
final class PostsEvidence {
    private static final int POSTS_LOOKED_AT = 40;
    private static final int BYTES_LOOKED_AT = 4096;
    private static final String ABLOG = "blogpost";

    private PostsEvidence() {}

    static SiteEvidence of(SiteFolder archive, List<SourceFile> files) {
        int step = Math.max(1, files.size() / POSTS_LOOKED_AT);
        List<SourceFile> some = IntStream.range(0, files.size())
                .filter(i -> i % step == 0)
                .mapToObj(files::get)
                .toList();
        List<FrontMatter> heads = some.stream().map(PostsEvidence::head).toList();
        if (heads.stream().anyMatch(h -> h.values().containsKey(ABLOG))) {
            return new SiteEvidence(
                    "sphinx", archive, "a post says \"blogpost: true\", which is ABlog's, hence Sphinx with MyST");
        }
        return guess(archive, some, heads).unsure();
    }

    private static SiteEvidence guess(SiteFolder archive, List<SourceFile> files, List<FrontMatter> heads) {
        if (most(heads, h -> h.format() == Format.KEY_VALUE)) {
            return new SiteEvidence("pelican", archive, "most posts begin with \"Title: …\" lines, as Pelican's do")
                    .option("toc", "true");
        }
        if (most(heads, h -> h.format() == Format.TOML)) {
            boolean isZola = heads.stream()
                    .anyMatch(h -> h.values().containsKey("extra") || h.values().containsKey("taxonomies"));
            return new SiteEvidence(
                    isZola ? "zola" : "hugo",
                    archive,
                    "most posts have TOML front matter, as " + (isZola ? "Zola's" : "Hugo's") + " do");
        }
        if (most(files, f -> f.path().contains("src/content/"))) {
            return new SiteEvidence("astro", archive, "posts lie in src/content, as Astro's do")
                    .option(
                            "starlight",
                            String.valueOf(most(files, f -> f.path().contains("src/content/docs/"))));
        }
        if (files.stream().anyMatch(f -> f.path().contains("source/_posts/"))) {
            return new SiteEvidence("hexo", archive, "posts lie in source/_posts, as Hexo's do");
        }
        if (files.stream().anyMatch(f -> ("/" + f.path()).contains("/_posts/"))) {
            return new SiteEvidence("jekyll", archive, "posts lie in _posts, as Jekyll's do");
        }
        if (most(files, f -> f.path().startsWith("website/blog/") || f.path().startsWith("website/docs/"))) {
            return new SiteEvidence("docusaurus", archive, "posts lie in website/blog, as Docusaurus' do");
        }
        if (most(files, f -> f.path().contains("apps/site/pages/"))) {
            return new SiteEvidence("github-slugger", archive, "posts lie in pages, as those of Next.js do")
                    .option(PermalinkRules.BUILDER, "next");
        }
        return new SiteEvidence(
                "github", archive, "nothing tells which generator builds this blog, so that of GitHub is assumed");
    }

    private static <T> boolean most(List<T> all, Predicate<T> test) {
        return all.stream().filter(test).count() * 2 > all.size();
    }

    /// In YAML one word only, so most heads need not be parsed.
    private static boolean tells(String text) {
        return !text.startsWith("---\n") || text.contains(ABLOG);
    }

    private static FrontMatter head(SourceFile file) {
        try (InputStream in = Files.newInputStream(file.location())) {
            String text = new String(in.readNBytes(BYTES_LOOKED_AT), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .replace("\uFEFF", "");
            return tells(text)
                    ? FrontMatterReader.read(text, false, new Findings(file.path()))
                            .frontMatter()
                    : FrontMatter.NONE;
        } catch (IOException e) {
            return FrontMatter.NONE;
        }
    }
}
