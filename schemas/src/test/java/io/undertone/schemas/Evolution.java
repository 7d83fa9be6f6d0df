package io.undertone.schemas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

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

    /** The lake writes rows by place, and a table that has evolved has its new columns at the end. */
    static List<String> recordsWithFieldsNotAtTheEnd(Schema older, Schema newer) {
        Map<String, Schema> after = namedTypes(newer);
        return namedTypes(older).entrySet().stream()
                .filter(known -> known.getValue().getType() == Schema.Type.RECORD)
                .filter(known -> !beginsWith(fieldNames(after.get(known.getKey())), fieldNames(known.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean beginsWith(List<String> newer, List<String> older) {
        return newer.size() >= older.size() && newer.subList(0, older.size()).equals(older);
    }

    private static List<String> fieldNames(@Nullable Schema type) {
        return type == null
                ? List.of()
                : type.getFields().stream().map(Schema.Field::name).toList();
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
