package io.undertone.local.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.undertone.job.config.PostgresConfig;
import io.undertone.job.lake.LakeTable;
import java.sql.Array;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** The rows of PostgreSQL. */
final class DatabaseRows implements RowStore {
    private static final Map<LakeTable, String> NAMES = Map.of(
            LakeTable.CALLS, "call",
            LakeTable.UTTERANCES, "utterance",
            LakeTable.SILENCES, "silence");

    private static final JsonMapper JSON = new JsonMapper();

    private final PostgresConfig config;

    DatabaseRows(PostgresConfig config) {
        this.config = config;
    }

    @Override
    public List<Row> rows(LakeTable table, String callId) {
        String query = "SELECT * FROM %s WHERE call_id = ?".formatted(NAMES.get(table));
        try (var connection = DriverManager.getConnection(config.url(), config.user(), config.password());
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, callId);
            var rows = new ArrayList<Row>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read " + table, e);
        }
    }

    /** What is written of a call's legs, as JSON. */
    String legs(String callId) {
        try (var connection = DriverManager.getConnection(config.url(), config.user(), config.password());
                var statement = connection.prepareStatement("SELECT legs::text FROM call WHERE call_id = ?")) {
            statement.setString(1, callId);
            ResultSet result = statement.executeQuery();
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the legs of " + callId, e);
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL";
    }

    private static Row row(ResultSet result) throws SQLException {
        var columns = new TreeMap<String, @Nullable Object>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            columns.put(result.getMetaData().getColumnName(i), value(result.getObject(i)));
        }
        // Neither version nor number is a column of the lake; what is nested is a struct there.
        return new Row(columns).without("version", "row_id", "versions", "legs", "redactions");
    }

    private static @Nullable Object value(@Nullable Object value) throws SQLException {
        if (value instanceof PGobject json && "jsonb".equals(json.getType())) {
            return list(json.getValue());
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant().toString();
        }
        return value instanceof Array array ? List.of((Object[]) array.getArray()) : value;
    }

    /** Numbers; what else stands in JSON is compared elsewhere. */
    private static @Nullable Object list(@Nullable String json) {
        try {
            return json == null || !json.startsWith("[") || json.contains("{")
                    ? json
                    : JSON.readValue(json, List.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON: " + json, e);
        }
    }
}
