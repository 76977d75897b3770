package dev.anchorage.post;

import dev.anchorage.post.FrontMatterValue.Fields;
import dev.anchorage.post.FrontMatterValue.Items;
import dev.anchorage.post.FrontMatterValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Turns YAML nodes into values, counting them: aliases can make a small text unfold to billions.
final class YamlNodes {
    private static final int MAX_NODES = 50_000;
    private static final int MAX_DEPTH = 200;

    private int nodes;
    private int depth;

    /// Unfolding went beyond all bounds.
    static final class TooManyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyException() {
            super("its aliases unfold to more than " + MAX_NODES + " values");
        }
    }

    /// The value of a node; empty for null.
    Optional<FrontMatterValue> value(Node node) {
        if (++nodes > MAX_NODES || ++depth > MAX_DEPTH) {
            throw new TooManyException();
        }
        try {
            return switch (node) {
                case ScalarNode scalar ->
                    scalar.getTag().equals(Tag.NULL) ? Optional.empty() : Optional.of(new Text(scalar.getValue()));
                case SequenceNode sequence -> Optional.of(items(sequence));
                case MappingNode mapping -> Optional.of(fields(mapping));
                default -> Optional.empty();
            };
        } finally {
            depth--;
        }
    }

    private Items items(SequenceNode sequence) {
        List<FrontMatterValue> items = new ArrayList<>();
        sequence.getValue().forEach(node -> value(node).ifPresent(items::add));
        return new Items(items);
    }

    private Fields fields(MappingNode mapping) {
        Map<String, FrontMatterValue> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                value(tuple.getValueNode())
                        .ifPresent(v -> fields.putIfAbsent(key.getValue().toLowerCase(Locale.ROOT), v));
            }
        }
        return new Fields(fields);
    }
}
