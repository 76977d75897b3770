package dev.anchorage.anchor;

/// What happens to explicit ids and to headings written in HTML.
///
/// @param isRegistered  explicit ids count as taken for later headings
/// @param isClaimedFirst  explicit ids are collected over the whole page before any other id is allotted
/// @param isHtmlSlugged  a heading in HTML without an id of its own is given one
/// @param isHtmlRegistered  the ids of headings in HTML count as taken
record IdPolicy(boolean isRegistered, boolean isClaimedFirst, boolean isHtmlSlugged, boolean isHtmlRegistered) {

    /// Nothing is registered; headings in HTML stay as they are.
    static final IdPolicy PLAIN = new IdPolicy(false, false, false, false);

    /// Explicit ids are registered as they come; headings in HTML stay as they are.
    static final IdPolicy REGISTERED = new IdPolicy(true, false, false, false);

    /// Explicit ids are registered before all others; headings in HTML stay as they are.
    static final IdPolicy CLAIMED_FIRST = new IdPolicy(true, true, false, false);

    /// Works on the finished HTML: headings in it are like any other, but ids that are there are not registered.
    static final IdPolicy HTML_TOO = new IdPolicy(false, false, true, false);
}
