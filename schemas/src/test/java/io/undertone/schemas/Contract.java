package io.undertone.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * A schema as a promise to others: its whole JSON, defaults and logical types included, which Avro's fingerprint leaves
 * out; without the words of its docs and without what only concerns our generated classes.
 */
final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STRING_CLASS = "avro.java.string";

    private Contract() {}

    static JsonNode of(Schema schema) {
        return without(Set.of("doc", STRING_CLASS), parse(schema));
    }

    /** What to write to {@code released/<Record>/<n>.avsc}: self-contained, docs included. */
    static String file(Schema schema) {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(without(Set.of(STRING_CLASS), parse(schema)))
                    + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(Schema schema) {
        try {
            return JSON.readTree(schema.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode without(Set<String> keys, JsonNode node) {
        node.forEach(child -> without(keys, child));
        if (node instanceof ObjectNode object) {
            object.remove(keys);
            object.properties().forEach(entry -> entry.setValue(unwrapped(entry.getValue())));
        } else if (node.isArray()) {
            var array = (com.fasterxml.jackson.databind.node.ArrayNode) node;
            for (int i = 0; i < array.size(); i++) {
                array.set(i, unwrapped(array.get(i)));
            }
        }
        return node;
    }

    /** {@code {"type": "string"}} is what is left of a string with a class; it means {@code "string"}. */
    private static JsonNode unwrapped(JsonNode node) {
        return node.isObject() && node.size() == 1 && node.path("type").isTextual() ? node.get("type") : node;
    }
}
