package io.undertone.job.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.config.LakeConfig;
import io.undertone.job.lake.Lake;
import io.undertone.job.lake.LakeTable;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LakeMigrationTest {
    @TempDir
    Path directory;

    private LakeConfig config;
    private LakeMigration migration;

    @BeforeEach
    void use_an_empty_directory() {
        config = new LakeConfig(
                LakeConfig.DIRECTORY, null, directory.resolve("lake").toUri().toString(), "undertone", Map.of());
        migration = new LakeMigration(config);
    }

    @Test
    void migrating_creates_every_table_with_the_columns_of_its_record() {
        Summary summary = migration.migrate();
        assertThat(summary.ok()).isTrue();
        assertThat(summary).hasToString("""
                table undertone.calls created
                table undertone.utterances created
                table undertone.silences created
                table undertone.emotion_windows created
                table undertone.frustration_events created
                table undertone.alert_feedback created""");
        for (LakeTable table : LakeTable.values()) {
            assertThat(load(table).schema().sameSchema(Lake.icebergSchema(table.row())))
                    .as("%s has the columns of its record, with the same ids", table)
                    .isTrue();
        }
    }

    @Test
    void tables_are_hidden_partitions_by_day_of_call_start_or_hour_of_window_in_format_2() {
        migration.migrate();
        for (LakeTable table : LakeTable.values()) {
            Table created = load(table);
            assertThat(created.spec().fields()).singleElement().satisfies(field -> {
                boolean windows = table == LakeTable.EMOTION_WINDOWS;
                assertThat(field.transform()).hasToString(windows ? "hour" : "day");
                assertThat(created.schema().findColumnName(field.sourceId()))
                        .isEqualTo(windows ? "begin_time" : "call_start");
            });
            assertThat(((HasTableOperations) created).operations().current().formatVersion())
                    .isEqualTo(2);
            assertThat(created.properties()).containsEntry("write.metadata.delete-after-commit.enabled", "true");
        }
    }

    @Test
    void migrating_again_finds_all_in_order_and_changes_nothing() {
        migration.migrate();
        String before = location(LakeTable.CALLS);
        assertThat(migration.migrate()).isEqualTo(migration.check()).hasToString("""
                table undertone.calls is in order
                table undertone.utterances is in order
                table undertone.silences is in order
                table undertone.emotion_windows is in order
                table undertone.frustration_events is in order
                table undertone.alert_feedback is in order""");
        assertThat(location(LakeTable.CALLS)).isEqualTo(before);
    }

    @Test
    void checking_creates_nothing_and_names_what_is_missing() {
        Summary summary = migration.check();
        assertThat(summary.ok()).isFalse();
        assertThat(summary).hasToString("""
                PROBLEM table undertone.calls is missing: run migrate
                PROBLEM table undertone.utterances is missing: run migrate
                PROBLEM table undertone.silences is missing: run migrate
                PROBLEM table undertone.emotion_windows is missing: run migrate
                PROBLEM table undertone.frustration_events is missing: run migrate
                PROBLEM table undertone.alert_feedback is missing: run migrate""");
        assertThat(directory.resolve("lake")).doesNotExist();
    }

    @Test
    void an_older_table_is_refused_with_the_columns_that_it_lacks() {
        migration.migrate();
        change(LakeTable.CALLS, calls -> calls.deleteColumn("role_mismatch").deleteColumn("legs.voices"));
        change(LakeTable.UTTERANCES, utterances -> utterances.deleteColumn("audio_uris"));
        assertThat(migration.check().problems())
                .containsExactly(
                        "table undertone.calls: column role_mismatch is missing, expected optional string;"
                                + " column legs.element.voices is missing, expected optional list: run migrate",
                        "table undertone.utterances: column audio_uris is missing, expected required list");
    }

    @Test
    void migrating_adds_what_may_be_null_and_refuses_the_rest() {
        migration.migrate();
        change(LakeTable.CALLS, calls -> calls.deleteColumn("role_mismatch").deleteColumn("legs.voices"));
        change(LakeTable.UTTERANCES, utterances -> utterances.deleteColumn("audio_uris"));
        Summary summary = migration.migrate();
        assertThat(summary).isNotEqualTo(migration.check()).hasToString("""
                table undertone.calls got its new columns
                table undertone.silences is in order
                table undertone.emotion_windows is in order
                table undertone.frustration_events is in order
                table undertone.alert_feedback is in order
                PROBLEM table undertone.utterances: column audio_uris is missing, expected required list""");
        assertThat(load(LakeTable.CALLS)
                        .schema()
                        .findField("legs.voices.talk_s")
                        .isRequired())
                .isTrue();
    }

    @Test
    void a_table_with_other_columns_is_refused_with_found_and_expected() {
        migration.migrate();
        change(
                LakeTable.SILENCES,
                silences -> silences.updateColumn("part", Types.LongType.get())
                        .allowIncompatibleChanges()
                        .requireColumn("long_by_iqr")
                        .addRequiredColumn("mood", Types.StringType.get()));
        assertThat(migration.check().problems())
                .containsExactly("table undertone.silences: column part is required long, expected required int;"
                        + " column long_by_iqr is required boolean, expected optional boolean;"
                        + " column mood is required, but rows of this version have none");
    }

    @Test
    void a_column_of_a_later_release_is_no_obstacle() {
        migration.migrate();
        change(LakeTable.SILENCES, silences -> silences.addColumn("mood", Types.StringType.get()));
        assertThat(migration.check().ok()).isTrue();
    }

    @Test
    void a_lake_that_cannot_be_written_is_named() throws IOException {
        Files.writeString(directory.resolve("lake"), "not a directory");
        Summary summary = migration.migrate();
        assertThat(summary.problems()).singleElement().asString().startsWith("lake at " + config.warehouse() + ": ");
    }

    @Test
    void a_catalog_that_does_not_answer_is_named() throws IOException {
        String address = "http://localhost:" + unusedPort();
        var rest = new LakeConfig(LakeConfig.REST, address, "lake", "undertone", Map.of());
        assertThat(new LakeMigration(rest).check().problems())
                .singleElement()
                .asString()
                .startsWith("lake at " + address + ": ");
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String location(LakeTable table) {
        return ((HasTableOperations) load(table)).operations().current().metadataFileLocation();
    }

    private void change(LakeTable table, UnaryOperator<UpdateSchema> change) {
        change.apply(load(table).updateSchema()).commit();
    }

    private Table load(LakeTable table) {
        Catalog catalog = new Lake(config).catalogLoader().loadCatalog();
        return catalog.loadTable(new Lake(config).table(table.tableName()));
    }
}
