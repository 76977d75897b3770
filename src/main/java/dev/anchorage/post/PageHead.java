package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Fields;
import dev.anchorage.post.FrontMatterValue.Items;
import dev.anchorage.post.FrontMatterValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What a built page says about its post: in `<meta>`, in JSON-LD, in microformats, in its first heading.
final class PageHead {
    private static final Set<String> ARTICLES = Set.of(
            "article", "blogposting", "newsarticle", "techarticle", "socialmediaposting", "scholarlyarticle", "report");

    private final Document page;
    private final Element around;
    private final Optional<Fields> article;
    private final Map<String, FrontMatterValue> values = new LinkedHashMap<>();

    private PageHead(Document page, Element main) {
        this.page = page;
        Element wider = main.closest("article, [itemtype$=BlogPosting], .h-entry, main, [role=main]");
        around = wider == null ? page.body() : wider;
        article = linkedData();
    }

    static FrontMatter of(Document page, Element main) {
        var head = new PageHead(page, main);
        head.read(main);
        return FrontMatter.of(head.values);
    }

    private void read(Element main) {
        put("title", title(main));
        put("permalink", first(List.of(link("link[rel=canonical]"), meta("og:url"))));
        put(
                "date",
                firstDate(List.of(
                        published(),
                        time("time.dt-published, time[itemprop=datePublished], time[pubdate]"),
                        meta("date"),
                        meta("dc.date"),
                        meta("dcterms.created"),
                        time("time"))));
        put(
                "updated",
                firstDate(List.of(
                        data("datemodified"),
                        meta("article:modified_time"),
                        meta("og:updated_time"),
                        time("time[itemprop=dateModified], time.dt-updated"))));
        put(
                "language",
                first(List.of(
                        attribute(page.selectFirst("html"), "lang"),
                        meta("og:locale").map(l -> l.replace('_', '-')))));
        put("description", first(List.of(meta("description"), meta("og:description"))));
        putAll("tags", tags());
        putAll(
                "categories",
                Stream.concat(metas("article:section"), texts("a[rel~=category], .p-category:not(a[rel~=tag])")));
        putAll(
                "authors",
                Stream.of(
                                first(List.of(data("author.name"), data("author"), meta("author"))),
                                texts("a[rel~=author], .p-author").findFirst())
                        .flatMap(Optional::stream)
                        .limit(1));
        if (article.isPresent()
                || published().isPresent()
                || meta("og:type").filter("article"::equals).isPresent()
                || page.select("[itemtype$=BlogPosting], [itemtype$=/Article]").size() == 1) {
            put(PageKind.SURE, Optional.of("true"));
        }
    }

    private Optional<String> published() {
        return first(List.of(meta("article:published_time"), data("datepublished")));
    }

    private Optional<String> title(Element main) {
        for (Element where : List.of(main, around)) {
            List<Element> headings = where.select("h1");
            if (headings.size() == 1 && !headings.getFirst().text().isBlank()) {
                return Optional.of(withoutSign(headings.getFirst()));
            }
        }
        return first(List.of(data("headline"), meta("og:title"), Optional.of(page.title())))
                .map(title -> title.replaceFirst("\\s+[|–—·•»:-]{1,2}\\s+[^|–—·•»]{1,60}$", ""));
    }

    /// Signs such as ¶ and # link a heading to itself.
    private static String withoutSign(Element heading) {
        Element copy = heading.clone();
        copy.select("a[href*=#]").stream()
                .filter(link -> link.text().length() < copy.text().length())
                .toList()
                .forEach(Element::remove);
        return copy.text();
    }

    private Stream<String> tags() {
        List<String> named =
                Stream.concat(texts("a[rel~=tag]"), metas("article:tag")).toList();
        if (!named.isEmpty()) {
            return named.stream().map(tag -> tag.replaceFirst("^#", ""));
        }
        List<String> keywords = article.map(fields -> fields.fields().get("keywords"))
                .map(FieldReader::scalars)
                .orElse(List.of());
        Stream<String> written = keywords.isEmpty() ? metas("keywords") : keywords.stream();
        return written.flatMap(list -> Stream.of(list.split(",", -1)));
    }

    private Stream<String> texts(String selector) {
        return around.select(selector).stream().map(Element::text);
    }

    private Optional<String> meta(String name) {
        return metas(name).findFirst();
    }

    private Stream<String> metas(String name) {
        return page.select("meta[content]").stream()
                .filter(meta -> meta.attr("name").equalsIgnoreCase(name)
                        || meta.attr("property").equalsIgnoreCase(name)
                        || meta.attr("itemprop").equalsIgnoreCase(name))
                .map(meta -> meta.attr("content").strip())
                .filter(content -> !content.isEmpty());
    }

    private Optional<String> link(String selector) {
        return attribute(page.selectFirst(selector), "href");
    }

    private Optional<String> time(String selector) {
        return around.select(selector).stream()
                .map(time -> time.hasAttr("datetime") ? time.attr("datetime") : time.text())
                .filter(written -> PostDate.parse(written).isPresent())
                .findFirst();
    }

    private static Optional<String> attribute(@org.jspecify.annotations.Nullable Element element, String name) {
        return Optional.ofNullable(element).map(e -> e.attr(name).strip()).filter(value -> !value.isEmpty());
    }

    /// A value of the article's JSON-LD.
    private Optional<String> data(String key) {
        return article.flatMap(fields -> FrontMatter.of(fields.fields()).text(key));
    }

    private Optional<Fields> linkedData() {
        List<Fields> found = new ArrayList<>();
        for (Element script : page.select("script[type=application/ld+json]")) {
            String json = script.data().strip();
            if (json.length() <= FrontMatterReader.MAX_CHARS) {
                String object = json.startsWith("[") ? "{\"@graph\": " + json + "}" : json;
                collect(new Fields(Configuration.parse("ld.json", object).values()), found);
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static void collect(Fields data, List<Fields> found) {
        if (data.fields().get("@graph") instanceof Items graph) {
            graph.items().forEach(item -> {
                if (item instanceof Fields fields && !fields.fields().containsKey("@graph")) {
                    collect(fields, found);
                }
            });
        }
        FrontMatterValue type = data.fields().get("@type");
        if (type != null
                && FieldReader.scalars(type).stream()
                        .anyMatch(t -> ARTICLES.contains(t.toLowerCase(java.util.Locale.ROOT)))) {
            found.add(data);
        }
    }

    private static Optional<String> first(List<Optional<String>> values) {
        return values.stream()
                .flatMap(Optional::stream)
                .filter(v -> !v.isBlank())
                .findFirst();
    }

    /// A date that can't be read says nothing here: no author wrote it.
    private static Optional<String> firstDate(List<Optional<String>> values) {
        return values.stream()
                .flatMap(Optional::stream)
                .filter(written -> PostDate.parse(written).isPresent())
                .findFirst();
    }

    private void put(String key, Optional<String> value) {
        value.ifPresent(text -> values.put(key, new Text(text)));
    }

    private void putAll(String key, Stream<String> texts) {
        Set<String> unique = new LinkedHashSet<>();
        texts.map(String::strip).filter(t -> !t.isEmpty()).forEach(unique::add);
        if (!unique.isEmpty()) {
            values.put(
                    key,
                    new Items(unique.stream().<FrontMatterValue>map(Text::new).toList()));
        }
    }
}
