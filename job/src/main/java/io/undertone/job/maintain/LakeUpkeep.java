package io.undertone.job.maintain;

import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.lake.LakeTable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.FileInfo;
import org.jspecify.annotations.Nullable;

/**
 * Maintains a table of the lake: deletes old rows, compacts, expires snapshots, deletes orphans. Each is safe beside a job that
 * commits, since Iceberg refuses what would undo another's commit; what is refused is left for the next run.
 */
public final class LakeUpkeep {
    private final UndertoneConfig config;
    private final Instant now;
    private final boolean dry;

    /** @param dry whether it only says what it would do */
    public LakeUpkeep(UndertoneConfig config, Instant now, boolean dry) {
        this.config = config;
        this.now = now;
        this.dry = dry;
    }

    public TableUpkeep maintain(LakeTable name, Table table) throws IOException {
        long filesBefore = total(table, SnapshotSummary.TOTAL_DATA_FILES_PROP);
        long bytesBefore = total(table, SnapshotSummary.TOTAL_FILE_SIZE_PROP);
        long rows = deleteOldRows(table);
        table.refresh();
        int fewer = new Compaction(table, config.maintain()).run(dry);
        int snapshots = new History(table)
                .expire(
                        before(config.maintain().snapshotAgeMs()),
                        config.maintain().snapshots(),
                        dry);
        List<FileInfo> orphans = orphans(table);
        return new TableUpkeep(
                name.tableName(),
                rows,
                filesBefore,
                dry ? filesBefore - fewer : total(table, SnapshotSummary.TOTAL_DATA_FILES_PROP),
                bytesBefore,
                total(table, SnapshotSummary.TOTAL_FILE_SIZE_PROP),
                snapshots,
                orphans.size(),
                orphans.stream().mapToLong(FileInfo::size).sum());
    }

    private long deleteOldRows(Table table) throws IOException {
        Expression old = OldRows.of(config, now).stream()
                .map(OldRows::inLake)
                .reduce(Expressions.alwaysFalse(), Expressions::or);
        var editor = new RowEditor(table, config.maintain().fileBytes());
        var deletion = new RowDeletion(table.schema(), old);
        return dry ? editor.count(deletion) : editor.edit(deletion);
    }

    private List<FileInfo> orphans(Table table) throws IOException {
        var files = new OrphanFiles(table);
        List<FileInfo> orphans = files.before(before(config.maintain().orphanAgeMs()));
        if (!dry) {
            files.delete(orphans);
        }
        return orphans;
    }

    private long before(long ageMs) {
        return now.minusMillis(ageMs).toEpochMilli();
    }

    private static long total(Table table, String property) {
        table.refresh();
        @Nullable Snapshot current = table.currentSnapshot();
        return current == null ? 0 : Long.parseLong(current.summary().getOrDefault(property, "0"));
    }
}
