package dev.anchorage.section;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Follows the headings of a post and knows the way down to the current one.
final class HeadingPath {
    private record Step(int level, String heading) {}

    private final String title;
    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean hasSeenTopLevel;

    /// @param title  the post's title: a first level-1 heading that says the same is no step of any path
    HeadingPath(String title) {
        this.title = title;
    }

    /// Goes to the next heading and gives its path. Levels may skip; the nearest lower level is the parent.
    List<String> enter(int level, String heading) {
        while (!steps.isEmpty() && steps.peekLast().level >= level) {
            steps.removeLast();
        }
        boolean isTitle = level == 1 && !hasSeenTopLevel && sameText(heading, title);
        hasSeenTopLevel |= level == 1;
        if (!isTitle) {
            steps.addLast(new Step(level, heading));
        }
        List<String> path = new ArrayList<>(steps.size());
        steps.forEach(step -> path.add(step.heading));
        return path;
    }

    private static boolean sameText(String one, String other) {
        return one.strip()
                .replaceAll("\\s+", " ")
                .equalsIgnoreCase(other.strip().replaceAll("\\s+", " "));
    }
}
