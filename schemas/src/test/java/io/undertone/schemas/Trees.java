package io.undertone.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Records as plain JSON, to compare generic and generated ones of different versions: bytes as hex, times in µs. */
final class Trees {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Trees() {}

    static JsonNode of(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        } else if (value instanceof IndexedRecord fields) {
            return ofRecord(fields);
        } else if (value instanceof Collection<?> items) {
            ArrayNode array = JSON.arrayNode();
            items.forEach(each -> array.add(of(each)));
            return array;
        } else if (value instanceof Map<?, ?> entries) {
            ObjectNode object = JSON.objectNode();
            entries.forEach((key, each) -> object.set(key.toString(), of(each)));
            return object;
        } else {
            return ofScalar(value);
        }
    }

    private static JsonNode ofRecord(IndexedRecord fields) {
        ObjectNode object = JSON.objectNode();
        for (Schema.Field field : fields.getSchema().getFields()) {
            object.set(field.name(), of(fields.get(field.pos())));
        }
        return object;
    }

    private static JsonNode ofScalar(Object value) {
        if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return JSON.textNode(HexFormat.of().formatHex(copy));
        } else if (value instanceof Instant time) {
            // ChronoUnit.MICROS.between counts nanoseconds on the way and overflows after 292 years.
            return JSON.numberNode(Math.multiplyExact(time.getEpochSecond(), 1_000_000L) + time.getNano() / 1_000);
        } else if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        } else if (value instanceof Double || value instanceof Float) {
            return JSON.numberNode(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            return JSON.numberNode(number.longValue());
        } else {
            return JSON.textNode(value.toString());
        }
    }

    /** {@code actual} cut down to the fields that {@code written} has: a later version may have more of them. */
    static JsonNode sharedWith(JsonNode written, JsonNode actual) {
        if (written.isObject() && actual.isObject()) {
            ObjectNode shared = JSON.objectNode();
            written.fieldNames().forEachRemaining(name -> {
                if (actual.has(name)) {
                    shared.set(name, sharedWith(written.get(name), actual.get(name)));
                }
            });
            return shared;
        } else if (written.isArray() && written.size() == actual.size()) {
            ArrayNode shared = JSON.arrayNode();
            for (int i = 0; i < written.size(); i++) {
                shared.add(sharedWith(written.get(i), actual.get(i)));
            }
            return shared;
        } else {
            return actual;
        }
    }
}
