package io.undertone.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.flink.configuration.MemorySize;

/** A service of the compose file. */
record Service(String name, JsonNode node) {
    /** {@code source} is the name of a volume or a path beside the compose file. */
    record Mount(String source, String target) {
        boolean isFile() {
            return source.startsWith(".");
        }
    }

    /** A port of this machine, and the one behind it. */
    record Port(String address, int host, int container) {}

    String image() {
        return node.path("image").asText();
    }

    /** Whether it ends by itself, and others wait for that. */
    boolean isOnce() {
        return node.path("restart").asText().equals("no");
    }

    Map<String, String> environment() {
        return texts(node.path("environment"));
    }

    List<String> command() {
        return list(node.path("command"));
    }

    List<String> healthCheck() {
        return list(node.path("healthcheck").path("test"));
    }

    /** Services that must have come so far. */
    Map<String, String> dependencies() {
        var conditions = new LinkedHashMap<String, String>();
        node.path("depends_on")
                .properties()
                .forEach(entry -> conditions.put(
                        entry.getKey(), entry.getValue().path("condition").asText()));
        return conditions;
    }

    List<Mount> mounts() {
        return list(node.path("volumes")).stream()
                .map(mount -> mount.split(":", 3))
                .map(mount -> new Mount(mount[0], mount[1]))
                .toList();
    }

    List<Port> ports() {
        return list(node.path("ports")).stream()
                .map(port -> port.split(":", 3))
                .map(port -> new Port(port[0], Integer.parseInt(port[1]), Integer.parseInt(port[2])))
                .toList();
    }

    MemorySize memory() {
        return MemorySize.parse(
                node.at("/deploy/resources/limits/memory").asText().replace("g", "gb"));
    }

    private static Map<String, String> texts(JsonNode map) {
        var texts = new LinkedHashMap<String, String>();
        map.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static List<String> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
