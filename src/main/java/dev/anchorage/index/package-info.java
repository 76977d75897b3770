/// Keeps sections in a Lucene index: schema, analysis, facets, commits.
@NullMarked
package dev.anchorage.index;

import org.jspecify.annotations.NullMarked;
