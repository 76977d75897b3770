package dev.anchorage.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who may see a post. Hidden posts never reach the index.
public sealed interface Visibility {

    /// Whether readers may see the post at this moment.
    boolean isVisibleAt(Instant now);

    /// The first moment after `now` at which the answer changes by itself; null: it never does.
    default @Nullable Instant nextChangeAfter(Instant now) {
        return null;
    }

    /// Visible between two moments.
    ///
    /// @param from  first moment at which readers may see the post; null: always was
    /// @param until  first moment at which they may no longer; null: never
    record Published(@Nullable Instant from, @Nullable Instant until) implements Visibility {
        @Override
        public boolean isVisibleAt(Instant now) {
            return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
        }

        @Override
        public @Nullable Instant nextChangeAfter(Instant now) {
            if (until != null && (!now.isBefore(until) || (from != null && !from.isBefore(until)))) {
                return null;
            }
            return from != null && now.isBefore(from) ? from : until;
        }
    }

    /// No post at all: a page that lists posts, a redirection, a part of the theme. It counts as nothing.
    ///
    /// @param reason  for the owner only
    record NoPost(String reason) implements Visibility {
        @Override
        public boolean isVisibleAt(Instant now) {
            return false;
        }
    }

    /// Never visible.
    ///
    /// @param reason  for the owner only, for example `draft: true`
    record Hidden(String reason) implements Visibility {
        @Override
        public boolean isVisibleAt(Instant now) {
            return false;
        }
    }
}
