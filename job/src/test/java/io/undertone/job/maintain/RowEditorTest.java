package io.undertone.job.maintain;

import static io.undertone.job.maintain.SampleTable.START;
import static io.undertone.job.maintain.SampleTable.silence;
import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.equal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.shaded.org.apache.avro.file.DataFileReader;
import org.apache.iceberg.shaded.org.apache.avro.generic.GenericDatumReader;
import org.apache.iceberg.shaded.org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RowEditorTest {
    private static final Expression SECRET = and(equal("tenant_id", "acme"), equal("call_id", "secret-1"));
    private static final long FILE_BYTES = 1 << 20;

    @TempDir
    Path directory;

    private SampleTable sample;

    @BeforeEach
    void commit_the_call_among_others() throws IOException {
        sample = new SampleTable(directory);
        sample.commit(1, silence("acme", "secret-1", START, 1), silence("acme", "other-1", START, 1));
        sample.commit(2, silence("acme", "secret-1", START, 2));
        sample.commit(3, silence("acme", "other-2", START, 2), silence("globex", "secret-1", START, 3));
    }

    @Test
    void the_rows_of_a_call_go_and_those_beside_them_stay() throws IOException {
        Table table = sample.table();
        assertThat(new RowEditor(table, FILE_BYTES).edit(deletion(table))).isEqualTo(2);
        assertThat(sample.rows())
                .extracting(row -> row.substring(0, row.indexOf(" 2026")))
                .containsExactlyInAnyOrder("acme other-1", "acme other-2", "globex secret-1");
        assertThat(new RowEditor(table, FILE_BYTES).edit(deletion(table)))
                .as("once more")
                .isZero();
    }

    @Test
    void nothing_of_them_is_left_in_any_file_once_it_is_forgotten() throws IOException {
        Table table = sample.table();
        var secrets = new RowDeletion(table.schema(), equal("call_id", "secret-1"));
        new RowEditor(table, FILE_BYTES).edit(secrets);
        assertThat(traces()).as("older snapshots, and bounds in manifests").isNotEmpty();
        assertThat(new History(table).forget()).isEqualTo(4);
        assertThat(traces()).isEmpty();
        assertThat(table.snapshots()).hasSize(1);
        assertThat(sample.rows()).hasSize(2);
    }

    @Test
    void a_job_that_is_restored_still_sees_how_far_it_has_committed() throws IOException {
        Table table = sample.table();
        new RowEditor(table, FILE_BYTES).edit(deletion(table));
        new History(table).forget();
        assertThat(sample.table().currentSnapshot().summary())
                .containsEntry("flink.job-id", "job-1")
                .containsEntry("flink.operator-id", "sink")
                .containsEntry("flink.max-committed-checkpoint-id", "3");
    }

    @Test
    void what_the_job_commits_in_the_meantime_survives_and_counts() throws IOException {
        Table table = sample.table();
        var deletion = new CommittingDuring(deletion(table));
        assertThat(new RowEditor(table, FILE_BYTES).edit(deletion)).isEqualTo(2);
        assertThat(sample.rows()).hasSize(4).anyMatch(row -> row.contains("meanwhile"));
        assertThat(SinkProgress.of(sample.table()).facts()).containsEntry("flink.max-committed-checkpoint-id", "4");
        assertThat(sample.table().currentSnapshot().operation()).isEqualTo("overwrite");
    }

    private static RowDeletion deletion(Table table) {
        return new RowDeletion(table.schema(), SECRET);
    }

    /** Files that hold the call's id: rows that are read, and what is read out of manifests. */
    private List<Path> traces() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("undertone/silences"))) {
            return files.filter(Files::isRegularFile).filter(this::holdsSecret).toList();
        }
    }

    private boolean holdsSecret(Path file) {
        try {
            String name = file.getFileName().toString();
            if (name.endsWith(".avro")) {
                return manifest(file).contains("secret-1");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("secret-1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String manifest(Path file) throws IOException {
        var content = new StringBuilder();
        try (var reader = new DataFileReader<GenericRecord>(file.toFile(), new GenericDatumReader<>())) {
            for (GenericRecord entry : reader) {
                content.append(entry); // bounds are bytes, which it prints as characters
            }
        }
        return content.toString();
    }

    /** The job commits while a row is edited. */
    private final class CommittingDuring implements RowEdit {
        private final RowEdit edit;
        private boolean committed;

        CommittingDuring(RowEdit edit) {
            this.edit = edit;
        }

        @Override
        public Expression where() {
            return edit.where();
        }

        @Override
        public boolean concerns(Record row) {
            return edit.concerns(row);
        }

        @Override
        public @Nullable Record edited(Record row) {
            if (!committed) {
                committed = true;
                try {
                    sample.commit(4, silence("acme", "meanwhile", START, 1));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return edit.edited(row);
        }
    }
}
