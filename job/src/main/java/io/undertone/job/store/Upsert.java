package io.undertone.job.store;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * The statement that writes a row into its PostgreSQL table: by natural key, never backwards, so that a replay changes nothing.
 *
 * @param key columns of the natural key
 */
record Upsert(String table, Schema row, List<String> key) {
    String sql() {
        List<String> columns = columns();
        String values = row.getFields().stream()
                .map(field -> Columns.isJson(field.schema()) ? "?::jsonb" : "?")
                .collect(Collectors.joining(", "));
        String updates = columns.stream()
                .filter(column -> !key.contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return "INSERT INTO %s (%s, version) VALUES (%s, ?) ON CONFLICT (%s) DO UPDATE SET %s, version = excluded.version WHERE excluded.version >= %s.version"
                .formatted(table, String.join(", ", columns), values, String.join(", ", key), updates, table);
    }

    private List<String> columns() {
        return row.getFields().stream().map(Schema.Field::name).toList();
    }
}
