package dev.anchorage.section;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.CharSubSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import dev.anchorage.anchor.Inline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads the inline content of one post's blocks. The order of the calls is the order of the post.
final class InlineReader {
    /// A MyST role before its code span: `{ref}` in `` {ref}`text <target>` ``.
    private static final Pattern ROLE = Pattern.compile("\\{[A-Za-z][\\w:+.-]*\\}$");

    private static final Pattern ROLE_TARGET = Pattern.compile("\\s*<[^<>]*>$");

    private final Document document;
    private final Mask mask;
    private final Lines lines;
    private final Map<String, Integer> footnotes = new LinkedHashMap<>();

    InlineReader(Document document, Mask mask, Lines lines) {
        this.document = document;
        this.mask = mask;
        this.lines = lines;
    }

    /// Whether a footnote that is defined has been referred to so far.
    boolean hasSeenFootnotes() {
        return !footnotes.isEmpty();
    }

    Prose read(Node block) {
        Prose prose = new Prose();
        readChildren(block, prose, new HiddenTags());
        return prose;
    }

    private void readChildren(Node parent, Prose prose, HiddenTags hidden) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            readNode(node, prose, hidden);
        }
    }

    private void readNode(Node node, Prose prose, HiddenTags hidden) {
        switch (node) {
            case Text text -> readText(text, prose, hidden);
            case Code code -> readCode(code, prose);
            case HtmlEntity entity -> readEntity(entity, prose);
            case SoftLineBreak ignored -> readBreak(prose, false);
            case HardLineBreak ignored -> readBreak(prose, true);
            case HtmlInlineBase html -> readHtml(html, prose, hidden);
            case Image image ->
                readImage(image, image.getUrl().toString(), image.getTitle().toString(), prose);
            case ImageRef image -> readImageReference(image, prose, hidden);
            case Link link -> {
                addLink(prose, link.getUrl().unescape(), node);
                readChildren(link, prose, hidden);
            }
            case LinkRef link -> readLinkReference(link, prose, hidden);
            case AutoLink link -> readAutoLink(link.getText().toString(), node, prose);
            case MailLink link -> say(prose, link.getText().toString());
            case Footnote footnote -> readFootnote(footnote, prose);
            default -> readChildren(node, prose, hidden);
        }
    }

    private void readText(Text node, Prose prose, HiddenTags hidden) {
        String raw = sourceOf(node);
        addText(prose, unescaped(raw));
        if (!hidden.isOpen()) {
            prose.say(unescaped(mask.visible(raw, node.getStartOffset())));
        }
    }

    /// As it stands in the post, where it stands there in one piece; flexmark copies character by character.
    private String sourceOf(Node node) {
        BasedSequence chars = node.getChars();
        return chars instanceof CharSubSequence
                ? lines.text(chars.getStartOffset(), chars.getEndOffset())
                : chars.toString();
    }

    private static String unescaped(String raw) {
        return raw.indexOf('\\') < 0 ? raw : Escaping.unescapeString(raw, false);
    }

    private static void say(Prose prose, String text) {
        addText(prose, text);
        prose.say(text);
    }

    /// Adjacent texts become one, so that typography sees across the parser's seams.
    private static void addText(Prose prose, String text) {
        List<Inline> inlines = prose.inlines;
        if (!inlines.isEmpty() && inlines.getLast() instanceof Inline.Text before) {
            inlines.set(inlines.size() - 1, new Inline.Text(before.text() + text));
        } else {
            inlines.add(new Inline.Text(text));
        }
    }

    private static void readCode(Code node, Prose prose) {
        String code = CodeSpan.content(node.getText().toString());
        prose.inlines.add(new Inline.Code(code));
        int before = prose.length();
        prose.unsay(ROLE);
        if (prose.length() < before) {
            prose.say(ROLE_TARGET.matcher(code).replaceFirst(""));
        } else {
            prose.say(code);
            prose.code.add(code);
        }
    }

    private static void readEntity(HtmlEntity node, Prose prose) {
        String source = node.getChars().toString();
        String text = Escaping.unescapeHtml(source);
        prose.inlines.add(new Inline.Entity(source, text));
        prose.say(text);
    }

    private static void readBreak(Prose prose, boolean isHard) {
        prose.inlines.add(new Inline.LineBreak(isHard));
        prose.say("\n");
    }

    private void readHtml(HtmlInlineBase node, Prose prose, HiddenTags hidden) {
        String tag = sourceOf(node);
        prose.inlines.add(new Inline.Html(tag));
        hidden.pass(tag);
        if (!hidden.isOpen()) {
            InlineTag.read(tag, prose, lines.lineAt(node.getStartOffset()) + 1);
        }
    }

    private void readImage(Node node, String url, String title, Prose prose) {
        Prose alt = new Prose();
        readChildren(node, alt, new HiddenTags());
        prose.inlines.add(new Inline.Image(alt.text(), url));
        prose.figure(alt.text(), Escaping.unescapeString(title), url);
        prose.figures.addAll(alt.figures);
    }

    private void readImageReference(ImageRef image, Prose prose, HiddenTags hidden) {
        Reference target = image.getReferenceNode(document);
        if (target == null) {
            say(prose, "!");
            readUndefined(image, prose, hidden);
        } else {
            readImage(image, target.getUrl().toString(), target.getTitle().toString(), prose);
        }
    }

    private void readLinkReference(LinkRef link, Prose prose, HiddenTags hidden) {
        Reference target = link.getReferenceNode(document);
        if (target == null) {
            readUndefined(link, prose, hidden);
        } else {
            addLink(prose, target.getUrl().unescape(), link);
            readChildren(link, prose, hidden);
            if (!link.isReferenceTextCombined() && link.getReference().isNotEmpty()) {
                prose.inlines.add(new Inline.ReferenceLabel(link.getReference().toString()));
            }
        }
    }

    /// A reference without a definition is text as it stands.
    private void readUndefined(RefNode link, Prose prose, HiddenTags hidden) {
        String raw = link.getChars().toString();
        sayBracket(prose, "[", link.getStartOffset());
        readChildren(link, prose, hidden);
        int close = Math.max(1, raw.indexOf(']'));
        boolean isPadded = Character.isWhitespace(raw.charAt(close - 1));
        sayBracket(prose, isPadded ? " ]" : "]", link.getStartOffset() + close);
        if (raw.endsWith("[]")) {
            say(prose, "[]");
        } else if (!link.isReferenceTextCombined()
                && link.getReferenceOpeningMarker().isNotEmpty()) {
            say(prose, "[" + unescaped(link.getReference().toString()) + "]");
        }
    }

    private void sayBracket(Prose prose, String bracket, int offset) {
        addText(prose, bracket);
        if (!mask.hides(offset)) {
            prose.say(bracket);
        }
    }

    private void readAutoLink(String address, Node node, Prose prose) {
        addText(prose, address);
        addLink(prose, address, node);
    }

    private void readFootnote(Footnote node, Prose prose) {
        if (node.isDefined()) {
            String label = node.getText().toString();
            int number = footnotes.computeIfAbsent(label, l -> footnotes.size() + 1);
            prose.inlines.add(new Inline.FootnoteReference(label, number));
        } else {
            say(prose, node.getChars().toString());
        }
    }

    private void addLink(Prose prose, String target, Node node) {
        prose.links.add(new dev.anchorage.section.Link(target, lines.lineAt(node.getStartOffset()) + 1));
    }
}
