package io.undertone.local.erase;

import static io.undertone.job.lake.LakeTable.CALLS;
import static io.undertone.job.lake.LakeTable.UTTERANCES;

import io.undertone.job.config.PostgresConfig;
import io.undertone.job.lake.Lake;
import io.undertone.job.lake.LakeTable;
import io.undertone.job.lake.OpenLake;
import io.undertone.job.maintain.DatabaseRows;
import io.undertone.local.report.SampleLake;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;

/** Calls of one utterance in both stores, as a job would have written them. */
public final class StoredCalls {
    private static final String CALL = """
            INSERT INTO call (tenant_id, call_id, call_start, part, revision, call_end, duration_s, end_reason, direction,
                agent_ids, talk_s, hold_s, redacted_s, non_talk_s, silence_count, silence_total_s, silence_total_std_s,
                silence_total_iqr_s, silence_leading_s, silence_trailing_s, legs, frames_received, frames_lost,
                frames_duplicate, frames_late, frames_refused, frames_withheld, frames_played, pieces_stored, pieces_lost,
                utterance_status, versions, version, role_mismatch)
            VALUES (?, ?, ?, 0, 0, now(), 1, 'ENDED', 'INBOUND', '{}', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?::jsonb, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 'COMPLETE', '{}', 1, ?)
            """;

    private static final String UTTERANCE = """
            INSERT INTO utterance (tenant_id, call_id, call_start, part, revision, leg_id, utterance_number, role, role_source,
                begin_time, begin_s, end_s, speech_probability, lost_ratio, audio_uris, version, speaker_id, speaker_score, text)
            VALUES (?, ?, ?, 0, 0, 'agent', 1, 'AGENT', 'GATEWAY', now(), 0, 1, 1, 0, '{}', 1, ?, 0.75, 'hello')
            """;

    private final SampleLake lake;
    private final PostgresConfig database;

    public StoredCalls(SampleLake lake, PostgresConfig database) {
        this.lake = lake;
        this.database = database;
    }

    /** Adds a call to both stores in which the voice of {@code speaker} is heard. */
    public void add(String tenant, String call, Instant start, String speaker) throws IOException {
        OffsetDateTime at = start.atOffset(ZoneOffset.UTC);
        String mismatch = "voice of %s on leg customer 0.75, on leg agent 0.10".formatted(speaker);
        try (DatabaseRows rows = DatabaseRows.of(database)) {
            rows.update(CALL, List.of(tenant, call, at, legs(speaker), mismatch));
            rows.update(UTTERANCE, List.of(tenant, call, at, speaker));
        }
        Map<String, Object> key = Map.of("tenant_id", tenant, "call_id", call, "call_start", at);
        lake.add(CALLS, with(key, Map.of("legs", List.of(leg(speaker)), "role_mismatch", mismatch)));
        lake.add(
                UTTERANCES,
                with(key, Map.of("speaker_id", speaker, "speaker_score", 0.75, "text", "hello", "begin_time", at)));
    }

    /** All rows that the table has now. */
    public List<Record> inLake(LakeTable table) throws IOException {
        var rows = new ArrayList<Record>();
        try (OpenLake opened = OpenLake.of(lake.config());
                CloseableIterable<Record> read =
                        IcebergGenerics.read(opened.table(table)).build()) {
            read.forEach(rows::add);
        }
        return rows;
    }

    private static Map<String, Object> with(Map<String, Object> key, Map<String, Object> more) {
        var columns = new HashMap<>(key);
        columns.putAll(more);
        return columns;
    }

    private static String legs(String speaker) {
        return """
                [{"leg_id": "agent", "speaker_id": "%1$s", "verification": {"speaker_id": "%1$s", "verdict": "VERIFIED"},
                  "voices": [{"voice": 1, "speaker_id": "%1$s", "score": 0.75}, {"voice": 2, "speaker_id": "bob", "score": 0.5}]}]
                """.formatted(speaker);
    }

    private static Record leg(String speaker) {
        Types.StructType legs = Lake.icebergSchema(CALLS.row())
                .findType("legs")
                .asListType()
                .elementType()
                .asStructType();
        Types.StructType voices =
                legs.field("voices").type().asListType().elementType().asStructType();
        Record verification = filled(
                legs.field("verification").type().asStructType(),
                Map.of("speaker_id", speaker, "verdict", "VERIFIED", "score", 0.75));
        Record own = SampleLake.element(
                CALLS, "legs", Map.of("leg_id", "agent", "speaker_id", speaker, "verification", verification));
        own.setField(
                "voices",
                List.of(
                        filled(voices, Map.of("voice", 1, "speaker_id", speaker, "score", 0.75)),
                        filled(voices, Map.of("voice", 2, "speaker_id", "bob", "score", 0.5))));
        return own;
    }

    private static Record filled(Types.StructType type, Map<String, Object> columns) {
        var row = GenericRecord.create(type);
        type.fields().stream()
                .filter(Types.NestedField::isRequired)
                .forEach(field -> row.setField(field.name(), nothing(field)));
        columns.forEach(row::setField);
        return row;
    }

    private static Object nothing(Types.NestedField field) {
        return switch (field.type().typeId()) {
            case STRING -> "";
            case INTEGER -> 0;
            default -> 0.0;
        };
    }
}
