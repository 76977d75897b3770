package dev.anchorage.post;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.anchorage.archive.Archive;
import dev.anchorage.archive.ArchiveOptions;
import dev.anchorage.archive.Scan;
import dev.anchorage.archive.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Addresses under which real authors link to each other's posts.
class RealPermalinksTest {
    @ParameterizedTest
    @CsvSource({
        "rust-blog, rustblog, zola, true",
        "rust-blog/content, rustblog, zola, true",
        "astro-docs, astroen, astro, false",
        "astro-docs, astrode, astro, false",
        "astro-docs, astrozh, astro, false"
    })
    void everyAddressThatAuthorsLinkToIsAPost(String archive, String queries, String generator, boolean sure)
            throws Exception {
        Optional<Path> root = Reading.shared("archives/" + archive);
        Optional<Path> table = Reading.shared("relevance/queries/" + queries + ".queries.tsv");
        if (root.isEmpty() || table.isEmpty()) {
            return;
        }
        Path folder = root.get().toRealPath();
        Scan scan = new Archive(folder, ArchiveOptions.defaults()).scan();
        DetectedGenerator found = GeneratorDetector.detect(folder, scan.files());
        assertEquals(generator, found.generator().name());
        assertEquals(sure, found.isSure());
        Set<String> missing = linked(table.get());
        var reader = new PostReader(PostOptions.of(found.generator()).withContentRoot(found.contentRoot()));
        for (SourceFile file : scan.files()) {
            missing.remove(comparable(reader.read(file).permalink()));
        }
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @CsvSource({
        "v8.dev, src/blog/v8-release-74.md, github, /src/blog/v8-release-74.md",
        "letsencrypt, content/en/post/2018-12-31-looking-forward-to-2019.md, hugo, /2018/12/31/looking-forward-to-2019.html",
        "letsencrypt/content/en/post, 2018-12-31-looking-forward-to-2019.md, hugo, /2018/12/31/looking-forward-to-2019.html",
        "react-native, website/blog/2026-02-11-react-native-0.84.mdx, docusaurus, /blog/2026/02/11/react-native-0.84",
        "nodejs, apps/site/pages/en/blog/release/v15.4.0.md, github-slugger, /en/blog/release/v15.4.0",
        "hexo-site, source/_posts/2020-05-14-hexo-4-2-1-hexo-fs-2-0-1-hexo-util-1-9-1.md, hexo, /news/2020/05/14/hexo-4-2-1-hexo-fs-2-0-1-hexo-util-1-9-1/",
        "hexo-site/source/_posts, 2020-05-14-hexo-4-2-1-hexo-fs-2-0-1-hexo-util-1-9-1.md, hexo, /news/2020/05/14/hexo-4-2-1-hexo-fs-2-0-1-hexo-util-1-9-1/",
        "hexo-site/source, zh-cn/docs/themes.md, hexo, /zh-cn/docs/themes",
        "this-week-in-rust, content/2024-07-03-this-week-in-rust.md, pelican, /this-week-in-rust-554.html",
        "choldgraf, blog/2022/matplotlib-remote-font.md, sphinx, /blog/2022/matplotlib-remote-font.html"
    })
    void anArchivesPostsHaveTheAddressesOfTheirSite(String archive, String path, String generator, String permalink)
            throws Exception {
        Optional<Path> root = Reading.shared("archives/" + archive);
        if (root.isPresent()) {
            Path folder = root.get().toRealPath();
            Scan scan = new Archive(folder, ArchiveOptions.defaults()).scan();
            DetectedGenerator found = GeneratorDetector.detect(folder, scan.files());
            assertEquals(generator, found.generator().name(), found.evidence());
            var options = PostOptions.of(found.generator()).withContentRoot(found.contentRoot());
            byte[] bytes = Files.readAllBytes(folder.resolve(path));
            assertEquals(permalink, new PostReader(options).read(path, bytes).permalink());
        }
    }

    private static Set<String> linked(Path table) throws IOException {
        Set<String> addresses = new HashSet<>();
        for (String row : Files.readAllLines(table)) {
            String[] columns = row.split("\t", -1);
            for (int i = 4; i < Math.min(6, columns.length) && !row.startsWith("#"); i++) {
                for (String address : columns[i].split(" ", -1)) {
                    addresses.add(comparable(address.replaceAll("#.*", "")));
                }
            }
        }
        addresses.remove("");
        return new TreeSet<>(addresses);
    }

    private static String comparable(String address) {
        return address.toLowerCase(Locale.ROOT).replaceAll("\\.html$|/$|/index$", "");
    }
}
