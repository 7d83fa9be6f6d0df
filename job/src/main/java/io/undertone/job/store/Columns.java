package io.undertone.job.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** Values of Avro rows as PostgreSQL columns: lists of text as {@code text[]}, other nested values as {@code jsonb}. */
final class Columns {
    private static final GenericData DATA = SpecificData.get();

    private Columns() {}

    static boolean isJson(Schema schema) {
        Schema present = present(schema);
        return switch (present.getType()) {
            case RECORD, MAP -> true;
            case ARRAY -> present.getElementType().getType() != Schema.Type.STRING;
            default -> false;
        };
    }

    static void bind(PreparedStatement statement, int index, Schema schema, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (isJson(schema)) {
            statement.setString(index, DATA.toString(value));
        } else if (value instanceof Instant instant) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Collection<?> texts) {
            Object[] storable =
                    texts.stream().map(text -> storable(text.toString())).toArray();
            statement.setArray(index, statement.getConnection().createArrayOf("text", storable));
        } else if (value instanceof String text) {
            statement.setString(index, storable(text));
        } else {
            statement.setObject(index, value);
        }
    }

    /** PostgreSQL knows no text with U+0000 in it, and a row that it refuses for ever would keep the leg from going on. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static Schema present(Schema schema) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema;
        }
        return schema.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a union of nothing but null: " + schema));
    }
}
