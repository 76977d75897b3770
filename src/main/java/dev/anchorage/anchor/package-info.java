/// Computes the element ids that a blog's generator gives to the headings of a post.
///
/// `AnchorStyles` knows every generator by name. Each rule is an `AnchorRule`, put together from the few parts in which
/// generators differ: what they read of a heading (`HeadingText`), what they make of it (`Slug`), how they keep ids
/// apart (`UniqueIds`), which ids of authors they honour (`ExplicitIds`), what becomes of those and of headings in HTML
/// (`IdPolicy`), and in what their idea of a heading departs from CommonMark (`HeadingQuirk`).
@NullMarked
package dev.anchorage.anchor;

import org.jspecify.annotations.NullMarked;
