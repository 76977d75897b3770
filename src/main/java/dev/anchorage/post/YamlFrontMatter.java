package dev.anchorage.post;

import dev.anchorage.post.FrontMatter.Format;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// YAML 1.2, and JSON as the part of YAML that it is. Works on nodes, not on Java objects: so every key has its line, a
/// date stays the text it is, and a key that stands there twice is a warning.
final class YamlFrontMatter {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("front matter")
            .setCodePointLimit(2 * FrontMatterReader.MAX_CHARS)
            .build();

    private YamlFrontMatter() {}

    static FrontMatter read(FrontMatterBlock block, Findings findings) {
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(source(block));
            if (root.isEmpty()) {
                return new FrontMatter(block.format(), Map.of(), Map.of(), "");
            }
            if (root.get() instanceof MappingNode mapping) {
                return read(mapping, block, findings);
            }
            findings.add(
                    block.firstLine(), "front matter is no list of keys and values; only its simple lines are used");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + block.firstLine();
            findings.add(line, complaint(block, String.valueOf(e.getProblem())));
        } catch (YamlEngineException | YamlNodes.TooManyException e) {
            findings.add(block.firstLine(), complaint(block, String.valueOf(e.getMessage())));
        } catch (StackOverflowError e) {
            findings.add(block.firstLine(), complaint(block, "it is nested too deep"));
        }
        return LineByLine.read(block, true);
    }

    private static String complaint(FrontMatterBlock block, String why) {
        String first = why.lines().findFirst().orElse("");
        return "front matter is no valid " + block.format() + " (" + first + "); only its simple lines are used";
    }

    private static String source(FrontMatterBlock block) {
        if (block.format() == Format.YAML) {
            return block.text();
        }
        // A tab can't stand inside a JSON string, and YAML takes none as indentation.
        String json = block.text().replace('\t', ' ').strip();
        return json.startsWith("{") ? block.text().replace('\t', ' ') : "{" + json + "}";
    }

    private static FrontMatter read(MappingNode mapping, FrontMatterBlock block, Findings findings) {
        var nodes = new YamlNodes();
        Map<String, FrontMatterValue> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        boolean isSure = true;
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                continue;
            }
            String key = keyNode.getValue().toLowerCase(Locale.ROOT);
            int line = keyNode.getStartMark().map(Mark::getLine).orElse(0) + block.firstLine();
            if (lines.containsKey(key)) {
                findings.add(line, "front matter has " + Findings.quoted(key) + " twice; the first one counts");
                isSure &= !SecrecyWords.mentionedIn(key);
            } else {
                lines.put(key, line);
                nodes.value(tuple.getValueNode()).ifPresent(value -> values.put(key, value));
            }
        }
        if (values.get("<<") instanceof FrontMatterValue.Fields merged) {
            merged.fields().forEach(values::putIfAbsent);
        }
        return new FrontMatter(block.format(), values, lines, isSure ? "" : block.text());
    }
}
