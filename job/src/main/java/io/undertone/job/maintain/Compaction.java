package io.undertone.job.maintain;

import io.undertone.job.config.MaintainConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.SortOrderComparators;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.actions.BinPackRewriteFilePlanner;
import org.apache.iceberg.actions.RewriteDataFilesCommitManager;
import org.apache.iceberg.actions.RewriteFileGroup;
import org.apache.iceberg.actions.SizeBasedFileRewritePlanner;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.DataFileSet;

/**
 * Makes few files of many, partition by partition, each sorted by tenant and call. Which files go together, and that nothing was
 * committed in the meantime that would be lost, is Iceberg's planner and commit; the sort between is ours, since Flink's own action
 * has none (docs/decisions/0029).
 */
final class Compaction {
    /** Commits are snapshots: a day of hourly partitions goes into one. */
    private static final int GROUPS_A_COMMIT = 24;

    private final Table table;
    private final MaintainConfig config;
    private final RowFiles files;

    Compaction(Table table, MaintainConfig config) {
        this.table = table;
        this.config = config;
        this.files = new RowFiles(table, config.fileBytes());
    }

    /** How many files fewer there are now; would be, if that is all that is asked. */
    int run(boolean dry) throws IOException {
        Snapshot now = table.currentSnapshot();
        if (now == null) {
            return 0;
        }
        int fewer = 0;
        List<RewriteFileGroup> groups = groups(now.snapshotId());
        for (int from = 0; from < groups.size(); from += GROUPS_A_COMMIT) {
            List<RewriteFileGroup> some = groups.subList(from, Math.min(groups.size(), from + GROUPS_A_COMMIT));
            if (!dry) {
                rewrite(some, now.snapshotId());
            }
            for (RewriteFileGroup group : some) {
                int after =
                        dry ? group.expectedOutputFiles() : group.addedFiles().size();
                fewer += group.inputFileNum() - after;
            }
        }
        return fewer;
    }

    /** A group is sorted in memory: so it is no larger than a file is meant to be. */
    private List<RewriteFileGroup> groups(long snapshot) throws IOException {
        var planner = new BinPackRewriteFilePlanner(table, Expressions.alwaysTrue(), snapshot, true);
        planner.init(Map.of(
                SizeBasedFileRewritePlanner.TARGET_FILE_SIZE_BYTES, Long.toString(config.fileBytes()),
                SizeBasedFileRewritePlanner.MAX_FILE_GROUP_SIZE_BYTES, Long.toString(config.fileBytes()),
                SizeBasedFileRewritePlanner.MIN_INPUT_FILES, Integer.toString(config.minFiles())));
        var groups = new ArrayList<RewriteFileGroup>();
        try (CloseableIterable<RewriteFileGroup> planned = planner.plan().groups()) {
            planned.forEach(groups::add);
        }
        return groups;
    }

    private void rewrite(List<RewriteFileGroup> groups, long snapshot) throws IOException {
        for (RewriteFileGroup group : groups) {
            group.setOutputFiles(DataFileSet.of(files.write(sorted(group.fileScanTasks()))));
        }
        new RewriteDataFilesCommitManager(table, snapshot).commitOrClean(Set.copyOf(groups));
    }

    private List<Record> sorted(List<FileScanTask> tasks) throws IOException {
        var rows = new ArrayList<Record>();
        for (FileScanTask task : tasks) {
            try (CloseableIterable<Record> read = files.read(task)) {
                read.forEach(rows::add);
            }
        }
        rows.sort(byCall());
        return rows;
    }

    /** Rows of one call stay as they were written. */
    private Comparator<Record> byCall() {
        SortOrder order = SortOrder.builderFor(table.schema())
                .asc("tenant_id")
                .asc("call_id")
                .asc("call_start")
                .asc("part")
                .asc("revision")
                .build();
        Comparator<StructLike> comparator = SortOrderComparators.forSchema(table.schema(), order);
        var one = new InternalRecordWrapper(table.schema().asStruct());
        var other = new InternalRecordWrapper(table.schema().asStruct());
        return (a, b) -> comparator.compare(one.wrap(a), other.wrap(b));
    }
}
