package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Items;
import dev.anchorage.post.FrontMatterValue.Text;
import java.util.ArrayList;
import java.util.List;

/// A value written on one line: plain, in quotes, or a list in brackets.
final class InlineText {
    private InlineText() {}

    static FrontMatterValue value(String text) {
        String bare = withoutComma(text);
        if (bare.startsWith("[") && bare.endsWith("]")) {
            List<FrontMatterValue> items = new ArrayList<>();
            for (String part : bare.substring(1, bare.length() - 1).split(",", -1)) {
                String item = unquote(part.strip());
                if (!item.isEmpty()) {
                    items.add(new Text(item));
                }
            }
            return new Items(items);
        }
        return new Text(unquote(bare));
    }

    /// Without the quotes around it, or without the comment behind it.
    static String unquote(String text) {
        if (text.startsWith("\"") || text.startsWith("'")) {
            char quote = text.charAt(0);
            int end = text.lastIndexOf(quote);
            return end > 0 ? text.substring(1, end).replace("\\\"", "\"") : text.substring(1);
        }
        int comment = text.indexOf(" #");
        return comment >= 0 ? text.substring(0, comment).strip() : text;
    }

    private static String withoutComma(String text) {
        boolean isJson = text.endsWith(",") && (text.startsWith("\"") || text.startsWith("["));
        return isJson ? text.substring(0, text.length() - 1).strip() : text;
    }
}
