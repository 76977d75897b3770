package dev.anchorage.web;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.SearchResponse.FacetValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A facet as the results page shows it.
///
/// @param first  the values shown at once, chosen ones included
/// @param rest  the values shown on demand
record FacetGroup(String name, List<Choice> first, List<Choice> rest) {
    private static final int SHOWN_AT_ONCE = 8;
    private static final int MOST_SHOWN = 40;

    /// A value that a link chooses or lets go.
    record Choice(String label, int posts, boolean isChosen, String url) {}

    /// The facets that have something to choose between.
    static List<FacetGroup> of(Map<Facet, List<FacetValue>> facets, PageLinks links) {
        List<FacetGroup> groups = new ArrayList<>();
        facets.forEach((facet, values) -> {
            if (values.size() > 1 || values.stream().anyMatch(FacetValue::isSelected)) {
                groups.add(of(facet, values, links));
            }
        });
        return groups;
    }

    private static FacetGroup of(Facet facet, List<FacetValue> values, PageLinks links) {
        List<Choice> first = new ArrayList<>();
        List<Choice> rest = new ArrayList<>();
        for (FacetValue value : values) {
            boolean isEarly = first.size() < SHOWN_AT_ONCE || value.isSelected();
            if (isEarly || rest.size() < MOST_SHOWN) {
                (isEarly ? first : rest).add(choice(facet, value, links));
            }
        }
        return new FacetGroup(name(facet), first, rest);
    }

    private static Choice choice(Facet facet, FacetValue value, PageLinks links) {
        String url = links.toggle(facet, value.value());
        return new Choice(label(facet, value.value()), value.posts(), value.isSelected(), url);
    }

    /// How a value reads: languages have names.
    static String label(Facet facet, String value) {
        return facet == Facet.LANGUAGE ? Locale.forLanguageTag(value).getDisplayName(Locale.ENGLISH) : value;
    }

    private static String name(Facet facet) {
        return switch (facet) {
            case TAG -> "Tags";
            case LOCATION -> "Places";
            case CATEGORY -> "Categories";
            case AUTHOR -> "Authors";
            case LANGUAGE -> "Languages";
            case YEAR -> "Years";
        };
    }
}
