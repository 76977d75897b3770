import java.util.Map;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/// One OpenSearch node for tests, in a process of its own. It ends when its standard input does, however its parent ends.
///
/// Arguments: a folder, then settings of the node such as `http.port=9200`.
final class Node {
    private Node() {}

    public static void main(String[] args) throws Exception {
        OpenSearchRunner node = new OpenSearchRunner();
        node.onBuild((number, settings) -> {
            for (int i = 1; i < args.length; i++) {
                String[] setting = args[i].split("=", 2);
                settings.put(setting[0], setting[1]);
            }
        });
        node.build(OpenSearchRunner.newConfigs()
                .basePath(args[0])
                .clusterName("anchorage-test")
                .numOfNode(1)
                .disableESLogger());
        System.out.println("up");
        while (System.in.read() >= 0) {
            // Somebody is still there.
        }
        Runtime.getRuntime().halt(0);
    }
}
