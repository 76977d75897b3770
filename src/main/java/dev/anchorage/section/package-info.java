/// Cuts a post at its headings into sections, and checks the links and ids of an archive.
///
/// `SectionSplitter` reads a body once into an `Outline` (`MarkdownReader`, or `SimpleReader` when `ParsingRisk` says
/// that the parser can't be trusted with it, or `HtmlPage`), asks the anchor rule for the ids of all headings, and lets
/// `SectionAssembly` put the sections together. `ArchiveCheck`, `RuleTrial` and `BuiltSite` look for what is wrong.
@NullMarked
package dev.anchorage.section;

import org.jspecify.annotations.NullMarked;
