package dev.anchorage.section;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Follows which block tags of raw HTML stand open while a post is walked.
final class OpenTags {
    private static final Pattern TAG = Pattern.compile(
            "<(/?)(address|article|aside|blockquote|center|details|dd|div|dl|dt|fieldset|figcaption|figure|footer|form"
                    + "|header|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\\b([^<>]{0,4000})>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MARKDOWN_INSIDE =
            Pattern.compile("\\smarkdown\\s*=\\s*[\"']?(?:1|block|span)", Pattern.CASE_INSENSITIVE);

    private record Open(String name, boolean holdsMarkdown) {}

    private final Deque<Open> open = new ArrayDeque<>();

    void pass(String html) {
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            if (tag.group(1).isEmpty()) {
                enter(name, tag.group(3));
            } else if (open.stream().anyMatch(one -> one.name.equals(name))) {
                leave(name);
            }
        }
    }

    private void enter(String name, String attributes) {
        if (!attributes.endsWith("/") && open.size() < 100) {
            open.push(new Open(name, MARKDOWN_INSIDE.matcher(attributes).find()));
        }
    }

    private void leave(String name) {
        while (!open.pop().name.equals(name)) {
            // tags that were left open inside end with it
        }
    }

    /// Whether what comes next stands in block HTML that says nothing of Markdown.
    boolean isInsidePlainHtml() {
        return !open.isEmpty() && !open.peek().holdsMarkdown;
    }
}
