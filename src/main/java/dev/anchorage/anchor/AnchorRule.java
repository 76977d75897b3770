package dev.anchorage.anchor;

import dev.anchorage.anchor.ExplicitIds.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A generator's rule, put together from the few parts in which generators differ.
///
/// @param explicit  which ids written by authors are honoured
/// @param text  what is read of the heading
/// @param slug  what is made of that text
/// @param ids  how ids are made unique; a fresh object for each page
/// @param policy  what happens to explicit ids and to headings in HTML
/// @param quirks  where the idea of a heading departs from CommonMark's
record AnchorRule(
        ExplicitIds explicit,
        HeadingText text,
        Slug slug,
        Supplier<UniqueIds> ids,
        IdPolicy policy,
        Set<HeadingQuirk> quirks)
        implements AnchorStyle {

    AnchorRule {
        quirks = Set.copyOf(quirks);
    }

    /// A rule without explicit ids and quirks.
    AnchorRule(HeadingText text, Slug slug, Supplier<UniqueIds> ids) {
        this(ExplicitIds.NONE, text, slug, ids, IdPolicy.PLAIN, Set.of());
    }

    @Override
    public List<@Nullable String> anchorsFor(List<HeadingSource> headings) {
        List<Claim> claims = headings.stream().map(this::claimOf).toList();
        UniqueIds page = ids.get();
        if (policy.isClaimedFirst()) {
            claims.forEach(claim -> claim(page, claim));
        }
        List<@Nullable String> anchors = new ArrayList<>(headings.size());
        for (Claim claim : claims) {
            anchors.add(anchorOf(page, claim));
        }
        return anchors;
    }

    private Claim claimOf(HeadingSource heading) {
        return heading.form() == HeadingSource.Form.HTML
                ? new Claim(heading.around().ownId(), heading)
                : explicit.read(heading);
    }

    private @Nullable String anchorOf(UniqueIds page, Claim claim) {
        page.pass(claim.rest().around().before());
        if (claim.id() != null) {
            if (!policy.isClaimedFirst()) {
                claim(page, claim);
            }
            return claim.id();
        }
        boolean isLeftAlone = claim.rest().form() == HeadingSource.Form.HTML && !policy.isHtmlSlugged();
        String read = isLeftAlone ? null : text.of(claim.rest());
        return read == null ? null : page.allot(slug.of(read));
    }

    private void claim(UniqueIds page, Claim claim) {
        boolean isHtml = claim.rest().form() == HeadingSource.Form.HTML;
        if (claim.id() != null && (isHtml ? policy.isHtmlRegistered() : policy.isRegistered())) {
            page.claim(claim.id());
        }
    }

    AnchorRule with(ExplicitIds notation, IdPolicy newPolicy) {
        return new AnchorRule(notation, text, slug, ids, newPolicy, quirks);
    }

    AnchorRule with(IdPolicy newPolicy) {
        return new AnchorRule(explicit, text, slug, ids, newPolicy, quirks);
    }

    AnchorRule with(HeadingQuirk... departures) {
        return new AnchorRule(explicit, text, slug, ids, policy, Set.of(departures));
    }
}
