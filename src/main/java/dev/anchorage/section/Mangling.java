package dev.anchorage.section;

import dev.anchorage.archive.Problem;
import dev.anchorage.post.Body;
import dev.anchorage.post.Post;
import dev.anchorage.post.TextRepair;
import java.util.List;

/// Whether a post holds text that was read in a wrong encoding, and its repair.
///
/// @param isPresent  when not, nothing is changed
record Mangling(boolean isPresent) {

    /// Looks through the body, and reports the first line that is mangled.
    static Mangling of(Post post, List<Problem> problems) {
        Body body = post.body();
        Lines lines = new Lines(body.text());
        int first = -1;
        int count = 0;
        for (int number = 0; number < lines.count(); number++) {
            if (isMangled(lines.line(number))) {
                first = first < 0 ? number : first;
                count++;
            }
        }
        if (count > 0) {
            String others = count == 1 ? "" : ", as on " + (count - 1) + " more lines";
            problems.add(new Problem(
                    post.path(),
                    body.firstLine() + first,
                    "text was read in a wrong encoding (\"" + excerpt(lines.line(first)) + "\"" + others
                            + "); repaired for search and display only"));
        }
        return new Mangling(count > 0);
    }

    private static boolean isMangled(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) > 127) {
                return !TextRepair.repair(line).equals(line);
            }
        }
        return false;
    }

    /// The surroundings of the first letter that is not ASCII.
    private static String excerpt(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) < 128) {
            at++;
        }
        return line.substring(Math.max(0, at - 10), Math.min(line.length(), at + 10))
                .strip();
    }

    String repair(String text) {
        return isPresent ? TextRepair.repair(text) : text;
    }
}
