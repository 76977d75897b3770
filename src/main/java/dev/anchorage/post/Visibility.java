package dev.anchorage.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who may see a post. Hidden posts never reach the index.
public sealed interface Visibility {

    /// Whether readers may see the post at this moment.
    boolean isVisibleAt(Instant now);

    /// Visible between two moments.
    ///
    /// @param from  first moment at which readers may see the post; null: always was
    /// @param until  first moment at which they may no longer; null: never
    record Published(@Nullable Instant from, @Nullable Instant until) implements Visibility {
        @Override
        public boolean isVisibleAt(Instant now) {
            return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
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
