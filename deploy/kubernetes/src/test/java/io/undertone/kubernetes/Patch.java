package io.undertone.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A patch of a kustomization. A list is a JSON patch (RFC 6902). A map is merged: into custom resources, whose lists kustomize
 * knows nothing of, as RFC 7386 says; into others it would be merged by their keys, which is not rendered here.
 *
 * @param where the file is, for messages
 */
record Patch(Path where, JsonNode target, JsonNode content) {
    static Patch read(Path directory, JsonNode patch) throws IOException {
        Path file = directory.resolve(patch.path("path").asText());
        return new Patch(file, patch.path("target"), Yaml.read(file).get(0));
    }

    void applyTo(List<ObjectNode> resources) {
        List<ObjectNode> meant = resources.stream().filter(this::isMeant).toList();
        if (meant.isEmpty()) {
            throw new IllegalArgumentException(where + ": there is no " + target);
        }
        meant.forEach(this::apply);
    }

    private boolean isMeant(ObjectNode resource) {
        return resource.path("kind").equals(target.path("kind"))
                && (!target.has("name") || resource.at("/metadata/name").equals(target.path("name")));
    }

    private void apply(ObjectNode resource) {
        if (content.isArray()) {
            content.forEach(step -> step(resource, step));
        } else if (resource.path("kind").asText().equals("FlinkDeployment")) {
            ObjectNode body = content.deepCopy();
            merge(resource, body.without(List.of("metadata", "apiVersion", "kind")));
        } else {
            throw new IllegalArgumentException(where + ": merging is for FlinkDeployments; use a JSON patch");
        }
    }

    private static void merge(ObjectNode into, JsonNode from) {
        from.properties().forEach(entry -> {
            JsonNode below = into.get(entry.getKey());
            if (entry.getValue().isNull()) {
                into.remove(entry.getKey());
            } else if (below instanceof ObjectNode map && entry.getValue().isObject()) {
                merge(map, entry.getValue());
            } else {
                into.set(entry.getKey(), entry.getValue().deepCopy());
            }
        });
    }

    private void step(ObjectNode resource, JsonNode step) {
        JsonPointer path = JsonPointer.compile(step.path("path").asText());
        String key = path.last().getMatchingProperty();
        JsonNode parent = resource.at(path.head());
        JsonNode value = step.path("value").deepCopy();
        String operation = step.path("op").asText();
        if (!operation.equals("add")
                && (!operation.equals("replace") || resource.at(path).isMissingNode())) {
            throw new IllegalArgumentException("%s: can't %s %s".formatted(where, operation, path));
        }
        if (parent instanceof ObjectNode map) {
            map.set(key, value);
        } else if (parent instanceof ArrayNode list && key.equals("-")) {
            list.add(value);
        } else {
            throw new IllegalArgumentException("%s: nothing can be added at %s".formatted(where, path));
        }
    }
}
