package io.undertone.local.erase;

import io.undertone.job.config.PostgresConfig;
import io.undertone.job.lake.LakeTable;
import io.undertone.job.lake.OpenLake;
import io.undertone.job.maintain.SpeakerRows;
import io.undertone.udfs.call.CallId;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;

/** Parts of a call as both stores know them: where their audio lies goes by their start. One may be named twice. */
final class Parts {
    private static final String QUERY =
            "SELECT DISTINCT call_start, part FROM call WHERE tenant_id = ? AND call_id = ? ORDER BY call_start, part";

    private Parts() {}

    static List<CallId> inDatabase(PostgresConfig config, String tenant, String call) throws IOException {
        try (var connection = DriverManager.getConnection(config.url(), config.user(), config.password());
                var statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, tenant);
            statement.setString(2, call);
            var parts = new ArrayList<CallId>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    parts.add(part(tenant, call, rows.getObject(1, OffsetDateTime.class), rows.getInt(2)));
                }
            }
            return parts;
        } catch (SQLException e) {
            throw new IOException("cannot ask %s for the call".formatted(config.url()), e);
        }
    }

    /** Of all tables, not that of calls alone: an alert may be all that was written. */
    static List<CallId> inLake(OpenLake lake, String tenant, String call) throws IOException {
        var parts = new ArrayList<CallId>();
        for (LakeTable table : LakeTable.values()) {
            try (CloseableIterable<Record> rows = IcebergGenerics.read(lake.table(table))
                    .where(Expressions.equal("tenant_id", tenant))
                    .where(Expressions.equal("call_id", call))
                    .select("call_start", "part")
                    .build()) {
                rows.forEach(row -> parts.add(part(
                        tenant, call, (OffsetDateTime) row.getField("call_start"), (Integer) row.getField("part"))));
            }
        }
        return parts;
    }

    /** Those in whose rows the speaker is named. */
    static List<CallId> naming(PostgresConfig config, SpeakerRows speaker) throws IOException {
        var query =
                "SELECT DISTINCT call_id, call_start, part FROM utterance WHERE %s UNION SELECT DISTINCT call_id, call_start, part FROM call WHERE %s"
                        .formatted(speaker.named().sql(), speaker.namedByCall().sql());
        var values = new ArrayList<Object>(speaker.named().values());
        values.addAll(speaker.namedByCall().values());
        try (var connection = DriverManager.getConnection(config.url(), config.user(), config.password());
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            var parts = new ArrayList<CallId>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    parts.add(part(
                            speaker.tenant(),
                            rows.getString(1),
                            rows.getObject(2, OffsetDateTime.class),
                            rows.getInt(3)));
                }
            }
            return parts;
        } catch (SQLException e) {
            throw new IOException("cannot ask %s for the calls of the speaker".formatted(config.url()), e);
        }
    }

    private static CallId part(String tenant, String call, OffsetDateTime start, int part) {
        return new CallId(tenant, call, ChronoUnit.MICROS.between(Instant.EPOCH, start.toInstant()), part);
    }
}
