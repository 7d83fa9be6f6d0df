package io.undertone.local.observability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Puts rows into tables of which a test says a few columns, and reads what queries find. */
record RowsOfCalls(Connection connection) {
    /** Columns that must have a value and are not named have nothing in them: 0, false, no text. */
    void insert(String table, Map<String, String> named) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>(named);
        try (var statement = connection.prepareStatement("""
            SELECT column_name, data_type FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name = ?
                AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'
            """)) {
            statement.setString(1, table);
            try (ResultSet column = statement.executeQuery()) {
                while (column.next()) {
                    values.putIfAbsent(column.getString(1), nothing(column.getString(2)));
                }
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("INSERT INTO %s (%s) VALUES (%s)"
                    .formatted(table, String.join(", ", values.keySet()), String.join(", ", values.values())));
        }
    }

    /** A line a row: values joined by {@code |}, numbers to three decimals. */
    List<String> query(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                var row = new StringJoiner("|");
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getObject(i) instanceof Number number ? plain(number) : text(found.getString(i)));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }

    private static String plain(Number number) {
        var rounded = new BigDecimal(number.toString()).setScale(3, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "null" : text;
    }

    private static String nothing(String type) {
        return switch (type) {
            case "text" -> "''";
            case "boolean" -> "false";
            case "jsonb" -> "'[]'";
            case "ARRAY" -> "'{}'";
            case "timestamp with time zone" -> "'epoch'";
            default -> "0";
        };
    }
}
