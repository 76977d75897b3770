/// Answers requests: query, ranking, snippets, facet counts, JSON.
@NullMarked
package dev.anchorage.search;

import org.jspecify.annotations.NullMarked;
