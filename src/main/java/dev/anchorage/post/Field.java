package dev.anchorage.post;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A field of a post and the front matter keys that feed it, the first that is there winning.
enum Field {
    TITLE("title"),
    DATE(
            "date",
            "pubdate",
            "publishdate",
            "publish_date",
            "published_at",
            "publishedat",
            "published_date",
            "datepublished",
            "published",
            "created",
            "created_at"),
    UPDATED(
            "updated",
            "lastmod",
            "modified",
            "last_modified_at",
            "last_modified",
            "lastmodified",
            "updateddate",
            "updated_date",
            "updated_at",
            "updatedat",
            "last_updated",
            "lastupdated",
            "last_update.date",
            "datemodified"),
    TAGS("tags", "tag"),
    CATEGORIES("categories", "category"),
    LOCATIONS("locations", "location", "places", "place"),
    AUTHORS("authors", "author", "creator", "by"),
    LANGUAGE("language", "lang", "locale"),
    SERIES("series", "serie"),
    SUMMARY("summary", "description", "excerpt", "abstract");

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that never change
    private final List<String> usualKeys;

    Field(String... usualKeys) {
        this.usualKeys = List.of(usualKeys);
    }

    /// The keys to look at.
    ///
    /// @param configured  the option `fields`; its names may be singular or plural
    List<String> keys(Map<String, List<String>> configured) {
        for (Map.Entry<String, List<String>> entry : configured.entrySet()) {
            if (isCalled(entry.getKey())) {
                return entry.getValue();
            }
        }
        return usualKeys;
    }

    private boolean isCalled(String fieldName) {
        String name = fieldName.replaceAll("ies$", "y").replaceAll("s$", "");
        String own = name().toLowerCase(Locale.ROOT).replaceAll("ies$", "y").replaceAll("s$", "");
        return name.equalsIgnoreCase(own);
    }
}
