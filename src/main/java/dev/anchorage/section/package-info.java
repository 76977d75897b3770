/// Cuts a post at its headings into sections.
@NullMarked
package dev.anchorage.section;

import org.jspecify.annotations.NullMarked;
