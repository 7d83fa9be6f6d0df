package io.undertone.job.lake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** Fills records of any schema: every field with a value of its own, or null wherever that may stand. */
final class RandomRows {
    private final Random random = new Random(7);
    private final boolean nulls;

    RandomRows(boolean nulls) {
        this.nulls = nulls;
    }

    IndexedRecord record(Schema schema) {
        var record = (IndexedRecord) SpecificData.get().newRecord(null, schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
        return record;
    }

    /** Of a schema without a class: an earlier one. */
    IndexedRecord generic(Schema schema) {
        var record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
        return record;
    }

    private @Nullable Object value(Schema schema) {
        return switch (schema.getType()) {
            case INT -> random.nextInt();
            case LONG -> schema.getLogicalType() == null ? random.nextLong() : instant();
            case DOUBLE -> random.nextDouble();
            case BOOLEAN -> true;
            case STRING -> "größe " + random.nextInt();
            case UNION -> nulls ? null : value(present(schema));
            case ARRAY ->
                Stream.generate(() -> value(schema.getElementType())).limit(2).toList();
            case MAP -> map(schema.getValueType());
            case RECORD -> record(schema);
            default -> throw new IllegalArgumentException("no value for " + schema);
        };
    }

    private static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    /** To the microsecond, and before 1970 now and then. */
    private Instant instant() {
        return Instant.EPOCH.plus(random.nextInt() * 1_000_003L, ChronoUnit.MICROS);
    }

    private Map<String, @Nullable Object> map(Schema values) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        List.of("a", "b").forEach(key -> map.put(key, value(values)));
        return map;
    }
}
