/// Measures Anchorage beside what it is built on: raw Lucene, given sections that are already cut, and a bare Undertow.
///
/// Never shipped; see `src/jmh/README.md` for how to run it.
@NullMarked
package dev.anchorage.bench;

import org.jspecify.annotations.NullMarked;
