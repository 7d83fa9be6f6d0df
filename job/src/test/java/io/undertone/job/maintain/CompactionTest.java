package io.undertone.job.maintain;

import static io.undertone.job.maintain.SampleTable.START;
import static io.undertone.job.maintain.SampleTable.silence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.undertone.job.config.MaintainConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompactionTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path directory;

    private SampleTable sample;
    private MaintainConfig config;

    @BeforeEach
    void commit_files_of_two_days() throws IOException {
        sample = new SampleTable(directory);
        config = sample.config(Map.of()).maintain();
        for (int i = 0; i < 6; i++) {
            sample.commit(
                    silence("globex", "c-" + (9 - i % 4), START, i),
                    silence("acme", "c-" + i % 3, START, i),
                    silence("acme", "c-" + i % 5, START.plus(DAY), i));
        }
    }

    @Test
    void many_small_files_become_one_a_day_with_the_same_rows() throws IOException {
        List<String> before = sample.rows();
        assertThat(sample.files()).hasSize(12);
        assertThat(new Compaction(sample.table(), config).run(false)).isEqualTo(10);
        assertThat(sample.files()).hasSize(2);
        assertThat(sample.rows()).hasSize(18).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void each_file_is_sorted_by_tenant_and_call_and_keeps_the_order_of_a_call() throws IOException {
        new Compaction(sample.table(), config).run(false);
        assertThat(sample.files()).allSatisfy(rows -> {
            List<String> calls = rows.stream().map(CompactionTest::call).toList();
            assertThat(calls).isSorted();
        });
        assertThat(sample.files())
                .filteredOn(rows -> rows.get(0).contains("2026-03-01"))
                .singleElement()
                .satisfies(rows -> assertThat(rows.stream().map(CompactionTest::call))
                        .startsWith("acme c-0", "acme c-0", "acme c-1")
                        .endsWith("globex c-9", "globex c-9"));
    }

    @Test
    void few_files_are_left_as_they_are() throws IOException {
        new Compaction(sample.table(), config).run(false);
        long snapshot = sample.table().currentSnapshot().snapshotId();
        sample.commit(silence("acme", "late", START, 1));
        assertThat(new Compaction(sample.table(), config).run(false)).isZero();
        assertThat(sample.table().snapshot(snapshot)).isNotNull();
        assertThat(sample.files()).hasSize(3);
    }

    @Test
    void asked_for_a_figure_it_changes_nothing() throws IOException {
        long snapshot = sample.table().currentSnapshot().snapshotId();
        assertThat(new Compaction(sample.table(), config).run(true)).isEqualTo(10);
        assertThat(sample.table().currentSnapshot().snapshotId()).isEqualTo(snapshot);
    }

    @Test
    void what_is_committed_in_the_meantime_survives() throws IOException {
        Table asPlanned = sample.table();
        sample.commit(silence("acme", "meanwhile", START, 1));
        new Compaction(asPlanned, config).run(false);
        assertThat(sample.files()).hasSize(3);
        assertThat(sample.rows()).hasSize(19).anyMatch(row -> row.contains("meanwhile"));
    }

    @Test
    void what_is_deleted_in_the_meantime_stays_deleted() throws IOException {
        Table asPlanned = sample.table();
        Table table = sample.table();
        var globex = new RowDeletion(table.schema(), Expressions.equal("tenant_id", "globex"));
        assertThat(new RowEditor(table, config.fileBytes()).edit(globex)).isEqualTo(6);
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> new Compaction(asPlanned, config).run(false));
        assertThat(sample.rows()).hasSize(12).noneMatch(row -> row.contains("globex"));
    }

    private static String call(String row) {
        return row.substring(0, row.indexOf(' ', row.indexOf(' ') + 1));
    }
}
