/// Turns one source file into a `Post`: bytes to text, front matter to metadata, path to permalink.
@NullMarked
package dev.anchorage.post;

import org.jspecify.annotations.NullMarked;
