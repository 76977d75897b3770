package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Fields;
import java.nio.file.Path;
import java.util.Optional;

/// Hexo and Jekyll, which are both configured in `_config.yml`.
final class ConfigYmlSites {
    private static final String[] FILES = {"_config.yml", "_config.yaml"};

    private ConfigYmlSites() {}

    static Optional<SiteEvidence> hexo(SiteFolder folder) {
        return folder.first(FILES).filter(file -> isHexo(folder, file)).map(file -> {
            FrontMatter data = SiteFolder.data(file);
            return new SiteEvidence("hexo", file, folder)
                    .contentRoot(PythonSites.existing(
                            folder.path(), data.text("source_dir").orElse("source")))
                    .options(data, "permalink", "new_post_name", "default_category", "timezone", "language")
                    .options(data, "pretty_urls.trailing_index", "pretty_urls.trailing_html")
                    .options(
                            data,
                            "marked.modifyAnchors",
                            "marked.headerIds",
                            "marked.smartypants",
                            "marked.anchorAlias")
                    .site(data.text("url"))
                    .base(data.text("root"));
        });
    }

    private static boolean isHexo(SiteFolder folder, Path file) {
        FrontMatter data = SiteFolder.data(file);
        boolean isWrittenForHexo = data.values().containsKey("new_post_name")
                || data.values().containsKey("skip_render")
                || data.values().containsKey("post_asset_folder");
        return isWrittenForHexo
                || folder.has("source/_posts")
                || folder.packageJson().contains("\"hexo\"");
    }

    static Optional<SiteEvidence> jekyll(SiteFolder folder) {
        return folder.first(FILES).map(file -> {
            FrontMatter data = SiteFolder.data(file);
            var evidence = new SiteEvidence("jekyll", file, folder)
                    .contentRoot(PythonSites.existing(
                            folder.path(), data.text("source").orElse(".")))
                    .options(data, "permalink", "timezone", "markdown")
                    .options(data, "kramdown.input", "kramdown.auto_ids", "kramdown.auto_id_prefix")
                    .site(data.text("url"))
                    .base(data.text("baseurl"));
            if (data.get("collections").orElse(null) instanceof Fields collections) {
                collections
                        .fields()
                        .keySet()
                        .forEach(name -> evidence.options(data, "collections." + name + ".permalink"));
            }
            return evidence;
        });
    }
}
