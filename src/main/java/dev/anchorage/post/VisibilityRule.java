package dev.anchorage.post;

import dev.anchorage.post.DateReader.Reading;
import dev.anchorage.post.Visibility.Hidden;
import dev.anchorage.post.Visibility.Published;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Decides who may see a post. When in doubt nobody may.
final class VisibilityRule {
    private static final List<List<String>> BEGINNINGS = List.of(
            List.of(
                    "publishdate",
                    "publish_date",
                    "published_at",
                    "publishedat",
                    "published",
                    "publishon",
                    "publish_on"),
            List.of("pubdate", "scheduled", "release_date", "embargo_until"));
    private static final List<List<String>> ENDINGS = List.of(
            List.of("expirydate", "expiry_date", "expires", "expire", "expiration_date", "expirationdate", "expiry"),
            List.of("unpublishdate", "unpublish_date", "unpublish"));

    private final FrontMatter frontMatter;
    private final DateReader dates;
    private final PostOptions options;

    VisibilityRule(FrontMatter frontMatter, DateReader dates, PostOptions options) {
        this.frontMatter = frontMatter;
        this.dates = dates;
        this.options = options;
    }

    /// @param date  what front matter says about the date of publication
    Visibility of(String path, Optional<Reading> date, Optional<LocalDate> pathDate) {
        boolean mayHoldDate =
                date.isEmpty() && frontMatter.unread().toLowerCase(Locale.ROOT).contains("date");
        if (mayHoldDate || SecrecyWords.mentionedIn(frontMatter.unread())) {
            return new Hidden("its front matter can't be read and may say that it is a draft");
        }
        Optional<String> hidden = HidingRules.reason(frontMatter).or(() -> hidingPlace(path));
        return hidden.isPresent() ? new Hidden(hidden.get()) : published(date, pathDate);
    }

    private Optional<String> hidingPlace(String path) {
        List<String> parts = List.of(path.split("/", -1));
        if (parts.contains("_drafts")) {
            return Optional.of("it lies in _drafts");
        }
        boolean skipsUnderscores =
                List.of("astro", "docusaurus").contains(options.generator().name());
        boolean isPartial = skipsUnderscores && parts.stream().anyMatch(p -> p.startsWith("_"));
        return isPartial ? Optional.of("it is a partial, named with an underscore") : Optional.empty();
    }

    private Visibility published(Optional<Reading> date, Optional<LocalDate> pathDate) {
        Instant from = pathDate.filter(d -> date.isEmpty())
                .map(d -> d.atStartOfDay(options.zone()).toInstant())
                .orElse(null);
        for (Optional<Reading> beginning :
                List.of(date, dates.first(BEGINNINGS.get(0)), dates.first(BEGINNINGS.get(1)))) {
            if (beginning.isPresent()) {
                Optional<Instant> moment = dates.surelyBy(beginning.get());
                if (moment.isEmpty()) {
                    return new Hidden("its \"" + beginning.get().key() + "\" can't be read, so it may lie ahead");
                }
                from = from == null || moment.get().isAfter(from) ? moment.get() : from;
            }
        }
        Instant until = null;
        for (List<String> keys : ENDINGS) {
            Optional<Reading> ending = dates.first(keys);
            if (ending.isPresent()) {
                Optional<Instant> moment = dates.surelyNotBefore(ending.get());
                if (moment.isEmpty()) {
                    return new Hidden("its \"" + ending.get().key() + "\" can't be read, so it may be over");
                }
                until = until == null || moment.get().isBefore(until) ? moment.get() : until;
            }
        }
        return new Published(from, until);
    }
}
