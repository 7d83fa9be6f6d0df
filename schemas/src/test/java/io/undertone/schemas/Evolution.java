package io.undertone.schemas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** The rules that keep a record readable over its versions, beyond what Avro itself demands. */
final class Evolution {

    private Evolution() {}

    /** Without a default, a symbol added later cannot be read by the version before it. */
    static List<String> enumsWithoutDefault(Schema schema) {
        return namedTypes(schema).values().stream()
                .filter(type -> type.getType() == Schema.Type.ENUM && type.getEnumDefault() == null)
                .map(Schema::getFullName)
                .toList();
    }

    /** Without a default, a field cannot be read from records that were written before it came. */
    static List<String> fieldsAddedWithoutDefault(Schema older, Schema newer) {
        Map<String, Schema> before = namedTypes(older);
        List<String> problems = new ArrayList<>();
        namedTypes(newer).forEach((name, type) -> {
            Schema known = before.get(name);
            if (known == null || type.getType() != Schema.Type.RECORD) {
                return;
            }
            for (Schema.Field field : type.getFields()) {
                if (known.getField(field.name()) == null && !field.hasDefaultValue()) {
                    problems.add(name + '.' + field.name());
                }
            }
        });
        return problems;
    }

    private static Map<String, Schema> namedTypes(Schema schema) {
        Map<String, Schema> found = new LinkedHashMap<>();
        collect(schema, found);
        return found;
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM -> found.put(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
            default -> {
                // Primitives have no name.
            }
        }
    }
}
