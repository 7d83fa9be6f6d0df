package io.undertone.local.reanalyse;

import io.undertone.job.config.PostgresConfig;
import io.undertone.udfs.call.CallId;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest analyses of calls, in PostgreSQL. */
record LatestCalls(PostgresConfig config) {
    private static final String QUERY = """
            SELECT tenant_id, call_id, call_start, part, revision,
                   transcript_status, transcript_failures, analysis_status
            FROM call_latest
            WHERE (transcript_status = ANY (?) OR analysis_status = ANY (?) OR call_id = ?)
                AND call_start >= ? AND call_start < ?
                AND tenant_id = coalesce(?, tenant_id) AND call_id = coalesce(?, call_id)
            ORDER BY call_start, tenant_id, call_id, part
            """;

    private static final OffsetDateTime FIRST = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final OffsetDateTime LAST = FIRST.plusYears(1_000);

    /** In the order of their starts. */
    List<LatestCall> find(CallQuery query) throws IOException {
        try (Connection connection = DriverManager.getConnection(config.url(), config.user(), config.password());
                PreparedStatement statement = connection.prepareStatement(QUERY)) {
            Array statuses = connection.createArrayOf("text", query.statuses().toArray());
            statement.setArray(1, statuses);
            statement.setArray(2, statuses);
            statement.setString(3, query.call());
            statement.setObject(4, time(query.since(), FIRST));
            statement.setObject(5, time(query.until(), LAST));
            statement.setString(6, query.tenant());
            statement.setString(7, query.call());
            try (ResultSet rows = statement.executeQuery()) {
                List<LatestCall> calls = new ArrayList<>();
                while (rows.next()) {
                    calls.add(call(rows));
                }
                return calls;
            }
        } catch (SQLException e) {
            throw new IOException("cannot ask %s which calls are incomplete".formatted(config.url()), e);
        }
    }

    private static OffsetDateTime time(@Nullable Instant given, OffsetDateTime otherwise) {
        return given == null ? otherwise : given.atOffset(ZoneOffset.UTC);
    }

    private static LatestCall call(ResultSet row) throws SQLException {
        Instant start = row.getObject("call_start", OffsetDateTime.class).toInstant();
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, start);
        var id = new CallId(row.getString("tenant_id"), row.getString("call_id"), micros, row.getInt("part"));
        @Nullable Array failures = row.getArray("transcript_failures");
        return new LatestCall(
                id,
                row.getInt("revision"),
                row.getString("transcript_status"),
                failures == null ? List.of() : List.of((String[]) failures.getArray()),
                row.getString("analysis_status"));
    }
}
