package dev.anchorage.section;

import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Recognises what serves to move about in a post and says nothing: hand-made tables of contents, "back to top" lines.
final class Navigation {
    /// Where "back to top" leads, in any language, and how such fragments end.
    private static final Set<String> TOPS = Set.of(
            "#",
            "#top",
            "#table-of-contents",
            "#toc",
            "#contents",
            "#content",
            "#page-top",
            "#readme-top",
            "#header",
            "#back-to-top",
            "#inhalt",
            "#inhaltsverzeichnis",
            "#start",
            "#home",
            "#main");

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{N}]{2,}");

    private static final Pattern BACK_TO_TOP = Pattern.compile(
            "(?iu)\\b(?:(?:back|return|go) to (?:the )?top|top of (?:the )?page|nach oben|haut de (?:la )?page|volver arriba"
                    + "|voltar ao topo|torna su|наверх)\\b|返回顶部|回到顶部|トップ(?:へ|に)戻る|[⬆🔝]");

    private static final int MOST_WORDS = 6;

    private Navigation() {}

    /// A list each of whose items is in-page links and nothing else, sub-lists included.
    static boolean isTableOfContents(ListBlock list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (!(item instanceof ListItem) || !isContentsItem(item)) {
                return false;
            }
        }
        return list.hasChildren();
    }

    private static boolean isContentsItem(Node item) {
        boolean hasLink = false;
        for (Node block = item.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof ListBlock nested ? !isTableOfContents(nested) : !isOnlyInPageLinks(block)) {
                return false;
            }
            hasLink = true;
        }
        return hasLink;
    }

    private static boolean isOnlyInPageLinks(Node block) {
        boolean hasLink = false;
        for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Link link && link.getUrl().startsWith("#")) {
                hasLink = true;
            } else if (node instanceof Link || saysSomething(node)) {
                return false;
            }
        }
        return hasLink;
    }

    private static boolean saysSomething(Node node) {
        return LETTERS.matcher(node.getChars()).find();
    }

    /// A paragraph that is in essence one link to the top of the page, with arrows, emoji and the like around it.
    static boolean isBackToTop(Prose paragraph) {
        if (paragraph.links.isEmpty() || !paragraph.figures.isEmpty() || !staysInPage(paragraph)) {
            return false;
        }
        String text = paragraph.text();
        return isShort(text) && paragraph.links.stream().allMatch(link -> leadsToTop(link.target(), text));
    }

    /// Most links don't, and need no look at the text around them.
    private static boolean staysInPage(Prose paragraph) {
        for (var link : paragraph.links) {
            if (!link.target().startsWith("#")) {
                return false;
            }
        }
        return true;
    }

    private static boolean leadsToTop(String target, String text) {
        return TOPS.contains(target.toLowerCase(Locale.ROOT))
                || BACK_TO_TOP.matcher(text).find();
    }

    private static boolean isShort(String text) {
        return LETTERS.matcher(text).results().limit(MOST_WORDS + 1L).count() <= MOST_WORDS;
    }
}
