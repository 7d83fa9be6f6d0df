package io.undertone.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The operator's own definition of a FlinkDeployment. As {@code kubectl apply} does, it refuses fields that are not in it; and it
 * knows Flink 2.2, which release 1.10 of the operator does not name yet: the newest whose API is on Maven Central's mirrors.
 */
final class FlinkDeploymentSchema {
    private static final String CRD = "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

    private final JsonSchema schema;

    private FlinkDeploymentSchema(JsonSchema schema) {
        this.schema = schema;
    }

    static FlinkDeploymentSchema ofOperator() throws IOException {
        ObjectNode root = (ObjectNode) definition().at("/spec/versions/0/schema/openAPIV3Schema");
        ObjectNode properties = root.withObject("/properties");
        List.of("apiVersion", "kind").forEach(name -> properties.putObject(name).put("type", "string"));
        properties.putObject("metadata").put("type", "object");
        ((ArrayNode) root.at("/properties/spec/properties/flinkVersion/enum")).add("v2_2");
        close(root);
        return new FlinkDeploymentSchema(
                JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(root));
    }

    /** What is wrong with it, in words that name the field. */
    List<String> violations(JsonNode deployment) {
        return schema.validate(deployment).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static JsonNode definition() throws IOException {
        try (InputStream file = FlinkDeploymentSchema.class.getResourceAsStream(CRD)) {
            byte[] bytes = Objects.requireNonNull(file, CRD).readAllBytes();
            return Yaml.parse(new String(bytes, StandardCharsets.UTF_8)).get(0);
        }
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode map
                && map.path("properties").isObject()
                && map.path("type").asText().equals("object")
                && !map.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            map.put("additionalProperties", false);
        }
        node.forEach(FlinkDeploymentSchema::close);
    }
}
