/// Finds the source files of an archive and says what changed since they were indexed.
@NullMarked
package dev.anchorage.archive;

import org.jspecify.annotations.NullMarked;
