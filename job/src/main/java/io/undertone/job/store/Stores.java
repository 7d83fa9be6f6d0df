package io.undertone.job.store;

import static io.undertone.job.runtime.Step.CONVERT_ALERTS;
import static io.undertone.job.runtime.Step.CONVERT_CALLS;
import static io.undertone.job.runtime.Step.CONVERT_SILENCES;
import static io.undertone.job.runtime.Step.CONVERT_UTTERANCES;
import static io.undertone.job.runtime.Step.CONVERT_VERDICTS;
import static io.undertone.job.runtime.Step.CONVERT_WINDOWS;
import static io.undertone.job.runtime.Step.STORE_ALERTS;
import static io.undertone.job.runtime.Step.STORE_CALLS;
import static io.undertone.job.runtime.Step.STORE_SILENCES;
import static io.undertone.job.runtime.Step.STORE_UTTERANCES;
import static io.undertone.job.runtime.Step.STORE_VERDICTS;
import static io.undertone.job.runtime.Step.STORE_WINDOWS;
import static io.undertone.job.runtime.Step.UPSERT_ALERTS;
import static io.undertone.job.runtime.Step.UPSERT_CALLS;
import static io.undertone.job.runtime.Step.UPSERT_SILENCES;
import static io.undertone.job.runtime.Step.UPSERT_UTTERANCES;
import static io.undertone.job.runtime.Step.UPSERT_VERDICTS;
import static io.undertone.job.store.RowVersion.ofTheOnlyOne;
import static io.undertone.job.store.RowVersion.ofTheStep;

import io.undertone.job.config.PostgresConfig;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.lake.AvroRows;
import io.undertone.job.lake.Lake;
import io.undertone.job.lake.LakeTable;
import io.undertone.job.postcall.PostCallOutlets;
import io.undertone.job.runtime.Outlet;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import io.undertone.schema.AlertEvent;
import io.undertone.schema.Call;
import io.undertone.schema.CallAnalysis;
import io.undertone.schema.FeedbackRow;
import io.undertone.schema.Silence;
import io.undertone.schema.Utterance;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions.JdbcConnectionOptionsBuilder;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.flink.sink.IcebergSink;

/**
 * Rows into both stores: Iceberg commits with the checkpoint, each row exactly once; PostgreSQL is written at least once and by
 * key, so that what is written twice is there once.
 */
public final class Stores {
    static final Upsert CALL = new Upsert("call", Call.getClassSchema(), partAnd("revision"));
    static final Upsert UTTERANCE =
            new Upsert("utterance", Utterance.getClassSchema(), partAnd("revision", "leg_id", "utterance_number"));
    static final Upsert SILENCE =
            new Upsert("silence", Silence.getClassSchema(), partAnd("revision", "silence_number"));
    static final Upsert ALERT = new Upsert("frustration_event", AlertEvent.getClassSchema(), partAnd("alert_id"));
    static final Upsert VERDICT = new Upsert(
            "alert_feedback", FeedbackRow.getClassSchema(), partAnd("alert_id", "judged_by", "judged_at", "verdict"));

    private final Lake lake;
    private final PostgresConfig postgres;

    public Stores(UndertoneConfig config) {
        this.lake = new Lake(config.lake());
        this.postgres = config.postgres();
    }

    /** All tables; {@code analyses} and {@code deadLetters} as given. */
    public PostCallOutlets outlets(Outlet<CallAnalysis> analyses, Outlet<Rejected> deadLetters) {
        return new PostCallOutlets(
                both(lake(LakeTable.CALLS, CONVERT_CALLS, STORE_CALLS), database(CALL, UPSERT_CALLS, ofTheOnlyOne())),
                both(
                        lake(LakeTable.UTTERANCES, CONVERT_UTTERANCES, STORE_UTTERANCES),
                        database(UTTERANCE, UPSERT_UTTERANCES, ofTheOnlyOne())),
                both(
                        lake(LakeTable.SILENCES, CONVERT_SILENCES, STORE_SILENCES),
                        database(SILENCE, UPSERT_SILENCES, ofTheOnlyOne())),
                lake(LakeTable.EMOTION_WINDOWS, CONVERT_WINDOWS, STORE_WINDOWS),
                both(
                        lake(LakeTable.FRUSTRATION_EVENTS, CONVERT_ALERTS, STORE_ALERTS),
                        database(ALERT, UPSERT_ALERTS, ofTheStep())),
                both(
                        lake(LakeTable.ALERT_FEEDBACK, CONVERT_VERDICTS, STORE_VERDICTS),
                        database(VERDICT, UPSERT_VERDICTS, ofTheOnlyOne())),
                analyses,
                deadLetters);
    }

    private static <R> Outlet<R> both(Outlet<R> one, Outlet<R> other) {
        return rows -> {
            one.take(rows);
            other.take(rows);
        };
    }

    private <R extends SpecificRecord> Outlet<R> lake(LakeTable table, Step convert, Step append) {
        return rows -> {
            DataStream<RowData> converted = convert.on(rows.map(new AvroRows<R>(table.row())));
            IcebergSink.forRowData(converted)
                    .tableLoader(TableLoader.fromCatalog(lake.catalogLoader(), lake.table(table.tableName())))
                    .writeParallelism(1)
                    .uidSuffix(append.uid())
                    .append();
        };
    }

    private <R extends SpecificRecord> Outlet<R> database(Upsert upsert, Step step, RowVersion<R> version) {
        return rows -> step.on(rows.sinkTo(jdbc(upsert, version)));
    }

    <R extends SpecificRecord> Sink<R> jdbc(Upsert upsert, RowVersion<R> version) {
        return new UpsertSink<>(JdbcSink.<R>builder()
                .withQueryStatement(upsert.sql(), new RowBinder<>(version))
                .withExecutionOptions(JdbcExecutionOptions.builder()
                        .withBatchSize(postgres.batchRows())
                        .withBatchIntervalMs(postgres.batchMs())
                        .build())
                .buildAtLeastOnce(new DiscreetConnections(new JdbcConnectionOptionsBuilder()
                        .withUrl(postgres.url())
                        .withUsername(postgres.user())
                        .withPassword(postgres.password())
                        .withDriverName("org.postgresql.Driver")
                        .build())));
    }

    /** The natural key of what belongs to one part of a call. */
    private static List<String> partAnd(String... more) {
        List<String> key = new ArrayList<>(List.of("tenant_id", "call_id", "call_start", "part"));
        key.addAll(List.of(more));
        return List.copyOf(key);
    }
}
