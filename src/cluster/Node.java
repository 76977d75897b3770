import java.io.IOException;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/// One OpenSearch node for tests, in a process of its own. It ends when its standard input does, however its parent ends.
///
/// Arguments: a folder, then settings of the node such as `http.port=9200`.
final class Node {
    private Node() {}

    public static void main(String[] args) {
        Thread.ofPlatform().start(Node::endWithParent);
        OpenSearchRunner node = new OpenSearchRunner();
        node.onBuild((number, settings) -> {
            for (int i = 1; i < args.length; i++) {
                String[] setting = args[i].split("=", 2);
                settings.put(setting[0], setting[1]);
            }
        });
        try {
            node.build(OpenSearchRunner.newConfigs()
                    .basePath(args[0])
                    .clusterName("anchorage-test")
                    .numOfNode(1)
                    .useLogger());
        } catch (RuntimeException failed) {
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Somebody is still there.
            }
        } catch (IOException gone) {
            // as good as its end
        }
        Runtime.getRuntime().halt(0);
    }
}
