package io.undertone.local.sql;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.undertone.local.console.Grid;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;

/** Prints what a query has returned. */
final class Answer {
    private static final JsonMapper JSON = new JsonMapper();

    private Answer() {}

    @SuppressWarnings("try") // Flink's iterator may throw anything on closing, interrupts included
    static void print(TableResult answer, SqlCommand.Format format, PrintWriter out) throws Exception {
        List<String> columns = answer.getResolvedSchema().getColumnNames();
        try (CloseableIterator<Row> rows = answer.collect()) {
            if (format == SqlCommand.Format.JSON) {
                while (rows.hasNext()) {
                    out.println(JSON.writeValueAsString(named(columns, rows.next())));
                }
            } else {
                printTable(columns, rows, out);
            }
        }
        out.flush();
    }

    private static void printTable(List<String> columns, Iterator<Row> rows, PrintWriter out) {
        var grid = new Grid().row(columns.toArray()).rule();
        long count = 0;
        for (; rows.hasNext(); count++) {
            Row row = rows.next();
            grid.row(IntStream.range(0, columns.size())
                    .mapToObj(column -> cell(row.getField(column)))
                    .toArray());
        }
        grid.lines("").forEach(out::println);
        out.printf("(%d %s)%n", count, count == 1 ? "row" : "rows");
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "NULL" : String.valueOf(plain(value));
    }

    private static Map<String, @Nullable Object> named(List<String> columns, Row row) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int column = 0; column < columns.size(); column++) {
            object.put(columns.get(column), plain(row.getField(column)));
        }
        return object;
    }

    /** What JSON has a form for stays as it is; times become text in ISO 8601. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array).map(Answer::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            var object = new TreeMap<String, @Nullable Object>();
            map.forEach((key, entry) -> object.put(String.valueOf(key), plain(entry)));
            return object;
        }
        if (value instanceof Row struct) {
            var names = struct.getFieldNames(true);
            return names == null ? struct.toString() : named(List.copyOf(names), struct);
        }
        return value.toString();
    }
}
