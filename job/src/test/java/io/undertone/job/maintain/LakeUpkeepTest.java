package io.undertone.job.maintain;

import static io.undertone.job.maintain.SampleTable.START;
import static io.undertone.job.maintain.SampleTable.silence;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.lake.LakeTable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits carry the real time, so maintenance is told of later ones. */
final class LakeUpkeepTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path directory;

    private SampleTable sample;
    private Instant now;

    @BeforeEach
    void create() {
        sample = new SampleTable(directory);
        now = Instant.now();
    }

    @Test
    void old_snapshots_go_with_their_files_but_for_the_newest() throws IOException {
        commitSome(20);
        TableUpkeep upkeep = maintain(now.plus(DAY.multipliedBy(6)), Map.of("maintain.snapshots", 2));
        assertThat(upkeep.snapshots()).isEqualTo(19);
        assertThat(sample.table().snapshots()).hasSize(2);
        assertThat(upkeep.filesBefore()).isEqualTo(20);
        assertThat(upkeep.filesAfter()).isEqualTo(1);
        assertThat(dataFiles())
                .as("the compacted one, and all that it replaced, which the snapshot before has")
                .hasSize(21);
        maintain(now.plus(DAY.multipliedBy(6)), Map.of("maintain.snapshots", 1));
        assertThat(dataFiles()).hasSize(1);
        assertThat(sample.rows()).hasSize(20);
    }

    @Test
    void young_snapshots_stay() throws IOException {
        commitSome(20);
        assertThat(maintain(now.plus(DAY), Map.of()).snapshots()).isZero();
        assertThat(sample.table().snapshots()).hasSize(21);
    }

    @Test
    void how_far_the_job_has_committed_is_never_expired() throws IOException {
        sample.commit(1, silence("acme", "c-1", START, 1));
        sample.commit(2, silence("acme", "c-1", START, 2));
        commitSome(20);
        maintain(now.plus(DAY.multipliedBy(90)), Map.of("maintain.snapshots", 1));
        assertThat(sample.table().snapshots())
                .as("but for the first of the job's")
                .hasSize(22);
        assertThat(SinkProgress.of(sample.table()).facts()).containsEntry("flink.max-committed-checkpoint-id", "2");
    }

    @Test
    void an_old_file_without_a_snapshot_goes_and_a_young_one_stays() throws IOException {
        commitSome(1);
        Path data = Path.of(URI.create(sample.table().location())).resolve("data");
        Path old = Files.writeString(data.resolve("old.parquet"), "of an attempt that failed");
        Path young = Files.writeString(data.resolve("young.parquet"), "of a commit to come");
        for (Path file : allFiles()) {
            Files.setLastModifiedTime(file, FileTime.from(now.minus(DAY.multipliedBy(8))));
        }
        Files.setLastModifiedTime(young, FileTime.from(now.minus(DAY.multipliedBy(6))));
        TableUpkeep upkeep = maintain(now, Map.of());
        assertThat(upkeep.orphans()).isEqualTo(1);
        assertThat(upkeep.orphanBytes()).isEqualTo(25);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(sample.rows()).as("all that snapshots have is as old").hasSize(1);
    }

    @Test
    void rows_go_when_the_retention_of_their_tenant_ends() throws IOException {
        Instant old = now.minus(DAY.multipliedBy(40));
        for (String tenant : List.of("acme", "globex", "initech")) {
            sample.commit(silence(tenant, "old", old, 1), silence(tenant, "new", now, 1));
        }
        Map<String, Object> rules = Map.of(
                "maintain.rows_ms", DAY.multipliedBy(30).toMillis(),
                "tenants.globex.maintain.rows_ms", DAY.multipliedBy(50).toMillis());
        assertThat(maintain(now, rules, true).rows()).as("dry").isEqualTo(2);
        assertThat(sample.rows()).hasSize(6);
        assertThat(maintain(now, rules).rows()).isEqualTo(2);
        assertThat(sample.rows())
                .extracting(row -> row.substring(0, row.indexOf(" 20")))
                .containsExactlyInAnyOrder("acme new", "globex old", "globex new", "initech new");
    }

    @Test
    void a_table_without_rows_needs_nothing() throws IOException {
        assertThat(maintain(now, Map.of())).isEqualTo(new TableUpkeep("silences", 0, 0, 0, 0, 0, 0, 0, 0));
    }

    private TableUpkeep maintain(Instant when, Map<String, Object> settings) throws IOException {
        return maintain(when, settings, false);
    }

    private TableUpkeep maintain(Instant when, Map<String, Object> settings, boolean dry) throws IOException {
        var all = new HashMap<String, Object>(settings);
        all.putIfAbsent(
                "maintain.orphan_age_ms",
                DAY.multipliedBy(when.isAfter(now) ? 365 : 7).toMillis());
        UndertoneConfig config = sample.config(all);
        return new LakeUpkeep(config, when, dry).maintain(LakeTable.SILENCES, sample.table());
    }

    private void commitSome(int files) throws IOException {
        for (int i = 0; i < files; i++) {
            sample.commit(silence("acme", "c-" + i % 3, START, i));
        }
    }

    private List<Path> dataFiles() throws IOException {
        return allFiles().stream()
                .filter(file -> file.toString().endsWith(".parquet"))
                .toList();
    }

    private List<Path> allFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(URI.create(sample.table().location())))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
