package dev.anchorage.web;

/// What a browser needs to offer the blog as a search engine (OpenSearch 1.1).
final class OpenSearchDescription {
    static final String TYPE = "application/opensearchdescription+xml; charset=utf-8";
    private static final int MAX_SHORT_NAME = 16;

    private OpenSearchDescription() {}

    /// @param base  the service's address without a slash at the end
    static byte[] of(Site site, String base) {
        String name = site.blog();
        String self = base + site.address("/opensearch.xml");
        String asked = site.name() == null ? "?q=" : site.address("") + "&q=";
        return Xml.document(xml -> xml.element(
                "OpenSearchDescription",
                description -> {
                    description.text("ShortName", shortened(name));
                    description.text("Description", "Search the archive of " + name);
                    description.text("InputEncoding", "UTF-8");
                    description.text("Image", base + "/anchorage.svg", "type", "image/svg+xml");
                    description.empty(
                            "Url", "type", "text/html", "template", base + "/search" + asked + "{searchTerms}");
                    description.empty(
                            "Url",
                            "type",
                            "application/atom+xml",
                            "template",
                            base + "/search.atom" + asked + "{searchTerms}&limit={count?}");
                    description.empty(
                            "Url",
                            "type",
                            "application/x-suggestions+json",
                            "rel",
                            "suggestions",
                            "template",
                            base + "/api/v1/suggest" + asked + "{searchTerms}&format=opensearch");
                    description.empty(
                            "Url", "type", TYPE.substring(0, TYPE.indexOf(';')), "rel", "self", "template", self);
                },
                "xmlns",
                "http://a9.com/-/spec/opensearch/1.1/"));
    }

    /// The specification allows sixteen characters.
    private static String shortened(String name) {
        return name.length() <= MAX_SHORT_NAME ? name : name.substring(0, MAX_SHORT_NAME - 1) + "…";
    }
}
