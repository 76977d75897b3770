/// Computes the element ids that a blog's generator gives to the headings of a post.
@NullMarked
package dev.anchorage.anchor;

import org.jspecify.annotations.NullMarked;
