package io.undertone.compose;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML with anchors and merges, which Jackson's own reader leaves as they are. A key that stands twice is refused. */
final class ComposeYaml {
    private static final ObjectMapper TREES = new ObjectMapper();

    private ComposeYaml() {}

    static ObjectNode parse(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object tree = new Yaml(new SafeConstructor(options)).load(text);
        return TREES.valueToTree(tree);
    }
}
