package io.undertone.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A directory with a {@code kustomization.yaml}, rendered as kustomize would, as far as ours go: what they do not use is
 * refused. So the manifests are checked where no {@code kubectl} is; where there is one, it must say the same.
 */
final class Kustomization {
    private static final Set<String> KNOWN = Set.of(
            "apiVersion",
            "kind",
            "namespace",
            "resources",
            "configMapGenerator",
            "generatorOptions",
            "images",
            "patches");

    private final Path directory;
    private final JsonNode file;

    private Kustomization(Path directory, JsonNode file) {
        this.directory = directory;
        this.file = file;
    }

    /** What would be applied. */
    static List<ObjectNode> render(Path directory) throws IOException {
        JsonNode file = Yaml.read(directory.resolve("kustomization.yaml")).get(0);
        file.fieldNames().forEachRemaining(key -> {
            if (!KNOWN.contains(key)) {
                throw new IllegalArgumentException("%s: '%s' is not rendered here".formatted(directory, key));
            }
        });
        return new Kustomization(directory, file).rendered();
    }

    private List<ObjectNode> rendered() throws IOException {
        List<ObjectNode> resources = resources();
        for (JsonNode generator : file.path("configMapGenerator")) {
            generate(generator, resources);
        }
        for (JsonNode patch : file.path("patches")) {
            Patch.read(directory, patch).applyTo(resources);
        }
        for (JsonNode image : file.path("images")) {
            resources.forEach(resource -> tag(resource, image));
        }
        if (file.has("namespace")) {
            resources.stream()
                    .filter(resource -> !resource.path("kind").asText().equals("Namespace"))
                    .forEach(resource -> resource.withObject("/metadata").set("namespace", file.get("namespace")));
        }
        return resources;
    }

    private List<ObjectNode> resources() throws IOException {
        var resources = new ArrayList<ObjectNode>();
        for (JsonNode entry : file.path("resources")) {
            Path path = directory.resolve(entry.asText());
            if (Files.isDirectory(path)) {
                resources.addAll(render(path));
            } else {
                Yaml.read(path).forEach(document -> resources.add((ObjectNode) document));
            }
        }
        return resources;
    }

    private void generate(JsonNode generator, List<ObjectNode> resources) throws IOException {
        if (!file.path("generatorOptions").path("disableNameSuffixHash").asBoolean()) {
            throw new IllegalArgumentException(directory + ": a name with a hash is not rendered here");
        }
        var data = JsonNodeFactory.instance.objectNode();
        for (JsonNode name : generator.path("files")) {
            data.put(name.asText(), Files.readString(directory.resolve(name.asText())));
        }
        if (generator.path("behavior").asText("create").equals("create")) {
            ObjectNode map = JsonNodeFactory.instance.objectNode();
            map.put("apiVersion", "v1").put("kind", "ConfigMap");
            map.withObject("/metadata").set("name", generator.path("name"));
            resources.add(map);
        }
        resources.stream()
                .filter(resource -> resource.path("kind").asText().equals("ConfigMap"))
                .filter(resource -> resource.at("/metadata/name").equals(generator.path("name")))
                .forEach(resource -> resource.set("data", data));
    }

    private static void tag(ObjectNode resource, JsonNode image) {
        tag(resource.at("/spec/template/spec/containers"), image);
        tag(resource.at("/spec/jobTemplate/spec/template/spec/containers"), image);
    }

    private static void tag(JsonNode containers, JsonNode image) {
        for (JsonNode container : containers) {
            if (container.path("image").equals(image.path("name"))) {
                String tagged =
                        image.path("name").asText() + ":" + image.path("newTag").asText();
                ((ObjectNode) container).put("image", tagged);
            }
        }
    }
}
