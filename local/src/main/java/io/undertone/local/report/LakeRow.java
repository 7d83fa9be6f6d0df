package io.undertone.local.report;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/** A row of a table of the lake, or a struct inside one, read by the names of its columns. */
public final class LakeRow {
    private final Record row;

    LakeRow(Record row) {
        this.row = row;
    }

    String text(String column) {
        return (String) required(column);
    }

    @Nullable
    String textOrNull(String column) {
        return (String) row.getField(column);
    }

    /** A status; in rows from before the column was there, NONE. */
    String status(String column) {
        String status = textOrNull(column);
        return status == null ? "NONE" : status;
    }

    /** ISO 8601, UTC. */
    String time(String column) {
        return ((OffsetDateTime) required(column)).toInstant().toString();
    }

    int integer(String column) {
        return (Integer) required(column);
    }

    long count(String column) {
        return (Long) required(column);
    }

    double number(String column) {
        return (Double) required(column);
    }

    @Nullable
    Double numberOrNull(String column) {
        return (Double) row.getField(column);
    }

    @Nullable
    Integer integerOrNull(String column) {
        return (Integer) row.getField(column);
    }

    List<String> texts(String column) {
        return ((List<?>) required(column)).stream().map(String::valueOf).toList();
    }

    /** None where nobody has said. */
    List<String> textsOrNone(String column) {
        return row.getField(column) == null ? List.of() : texts(column);
    }

    List<LakeRow> rows(String column) {
        return ((List<?>) required(column))
                .stream().map(struct -> new LakeRow((Record) struct)).toList();
    }

    /** None in rows from before the column was there, too. */
    List<LakeRow> rowsOrNone(String column) {
        return row.getField(column) == null ? List.of() : rows(column);
    }

    @Nullable
    LakeRow rowOrNull(String column) {
        return row.getField(column) instanceof Record struct ? new LakeRow(struct) : null;
    }

    @Nullable
    Boolean flagOrNull(String column) {
        return (Boolean) row.getField(column);
    }

    /** A struct as it stands, whatever its columns are in this release. */
    @Nullable
    Map<String, @Nullable Object> struct(String column) {
        return row.getField(column) instanceof Record struct ? columns(struct) : null;
    }

    private static Map<String, @Nullable Object> columns(Record struct) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        for (Types.NestedField field : struct.struct().fields()) {
            columns.put(field.name(), struct.getField(field.name()));
        }
        return columns;
    }

    private Object required(String column) {
        return Objects.requireNonNull(row.getField(column), column);
    }
}
