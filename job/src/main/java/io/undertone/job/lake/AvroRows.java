package io.undertone.job.lake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.jspecify.annotations.Nullable;

/**
 * Turns row records into Flink's rows, as the record's Iceberg table has them. Flink's own converter cuts times to
 * milliseconds, and a sample of telephone audio lasts 125 microseconds; Iceberg's reads its relocated Avro only.
 */
public final class AvroRows<R extends IndexedRecord> implements MapFunction<R, RowData>, ResultTypeQueryable<RowData> {
    private static final long serialVersionUID = 1;

    private final Schema schema;
    private final Cell[] cells;

    public AvroRows(Schema schema) {
        this.schema = schema;
        this.cells = cells(schema);
    }

    @Override
    public RowData map(R row) {
        return row(row, cells);
    }

    @Override
    public TypeInformation<RowData> getProducedType() {
        return InternalTypeInfo.of(FlinkSchemaUtil.convert(Lake.icebergSchema(schema)));
    }

    private static RowData row(IndexedRecord from, Cell[] cells) {
        var row = new GenericRowData(cells.length);
        for (int i = 0; i < cells.length; i++) {
            row.setField(i, cells[i].orNull(from.get(i)));
        }
        return row;
    }

    private static Cell[] cells(Schema row) {
        return row.getFields().stream().map(field -> cell(field.schema())).toArray(Cell[]::new);
    }

    private static Cell cell(Schema schema) {
        return switch (schema.getType()) {
            case INT, DOUBLE, BOOLEAN -> value -> value;
            case LONG -> isMicros(schema) ? value -> TimestampData.fromInstant((Instant) value) : value -> value;
            case STRING -> value -> StringData.fromString(value.toString());
            case UNION -> cell(present(schema));
            case ARRAY -> array(cell(schema.getElementType()));
            case MAP -> map(cell(schema.getValueType()));
            case RECORD -> {
                Cell[] nested = cells(schema);
                yield value -> row((IndexedRecord) value, nested);
            }
            default -> throw unsupported(schema);
        };
    }

    private static boolean isMicros(Schema schema) {
        if (schema.getLogicalType() != null && !(schema.getLogicalType() instanceof LogicalTypes.TimestampMicros)) {
            throw unsupported(schema);
        }
        return schema.getLogicalType() != null;
    }

    private static Cell array(Cell element) {
        return value -> new GenericArrayData(
                ((List<?>) value).stream().map(element::orNull).toArray());
    }

    private static Cell map(Cell entry) {
        return value -> {
            var map = new HashMap<StringData, @Nullable Object>();
            ((Map<?, ?>) value).forEach((key, v) -> map.put(StringData.fromString(key.toString()), entry.orNull(v)));
            return new GenericMapData(map);
        };
    }

    /** What stands beside null in a union. */
    private static Schema present(Schema union) {
        List<Schema> others = union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .toList();
        if (others.size() != 1) {
            throw unsupported(union);
        }
        return others.get(0);
    }

    private static IllegalArgumentException unsupported(Schema schema) {
        return new IllegalArgumentException(
                "a row may hold int, long, double, boolean, string, timestamp-micros, arrays, maps and records of these, or null; got "
                        + schema);
    }
}
