package dev.anchorage.section;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstSignsTest {
    private static final Parser PLAIN = Parser.builder(new MutableDataSet()
                    .set(
                            Parser.EXTENSIONS,
                            List.of(
                                    TablesExtension.create(),
                                    FootnoteExtension.create(),
                                    StrikethroughExtension.create())))
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n```java\n# b\n```\n~~~\n- c\n~~~\n",
                "   ```\na\n   ```\n    ```\n",
                "- a\n- b\n\n  c\n  1. d\n     ```\n     e\n     ```\n\n* f\nlazy\n+ g\n",
                "* * *\n- - -\n---\n- a\n---\n",
                "a\n---\n- b\n===\n",
                "> - a\n>   ~~~\n>   b\n> 2) c\nlazy\n\n>```\n",
                "1. a\n\n\n2. b\n   - c\n\n    d\n10) e\n-\n-f\n1.g\n",
                "a\n1. b\n2. c\n\na\n2. b\n",
                "[^1]: a\n    - b\n\n    ```\n    c\n    ```\n[^1]\n",
                "<div>\n- a\n```\n</div>\n\n- <b>\n\t- a\n\t\tb\n",
                "`a` *b* -c +d ~e~ 1\n|a|b|\n|-|-|\n|c|d|\n- |e|\n",
                "",
                "   \n\t\n-"
            })
    void blocksAreThoseThatFlexmarkFindsWhenItIsAskedForEachLine(String text) {
        Parser ours = Flexmark.parserFor(Set.of());
        assertEquals(tree(PLAIN.parse(text)), tree(ours.parse(text)));
    }

    private static String tree(Node node) {
        StringBuilder tree = new StringBuilder(node.getNodeName())
                .append('[')
                .append(node.getStartOffset())
                .append(',')
                .append(node.getEndOffset());
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            tree.append(' ').append(tree(child));
        }
        return tree.append(']').toString();
    }
}
