package io.undertone.job.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Rows that can be written: what a test does not set is empty, or named after its column. */
final class Filled {
    static final Instant AT = Instant.parse("2026-01-05T10:00:00.123456Z");

    private Filled() {}

    static <R extends SpecificRecord> R row(R row) {
        for (Schema.Field field : row.getSchema().getFields()) {
            switch (field.schema().getType()) {
                case STRING -> row.put(field.pos(), field.name());
                case ARRAY -> row.put(field.pos(), List.of());
                case MAP -> row.put(field.pos(), Map.of());
                case LONG -> {
                    if (field.schema().getLogicalType() instanceof LogicalTypes.TimestampMicros) {
                        row.put(field.pos(), AT);
                    }
                }
                default -> {
                    // Numbers are 0, and what may be null is null.
                }
            }
        }
        return row;
    }
}
