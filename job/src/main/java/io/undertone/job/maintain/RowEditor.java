package io.undertone.job.maintain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;

/**
 * Edits rows of a table by writing the files that hold them anew, so that no file of the current snapshot holds what was deleted.
 * Older snapshots do, until they are expired: see {@link History}.
 */
public final class RowEditor {
    private final Table table;
    private final RowFiles files;

    public RowEditor(Table table, long fileBytes) {
        this.table = table;
        this.files = new RowFiles(table, fileBytes);
    }

    /** How many rows of a snapshot it is about. */
    public long count(RowEdit edit, long snapshot) throws IOException {
        long rows = 0;
        for (FileScanTask task : tasks(edit, snapshot)) {
            rows += count(edit, task);
        }
        return rows;
    }

    /** How many rows of the current snapshot it is about. */
    public long count(RowEdit edit) throws IOException {
        table.refresh();
        @Nullable Snapshot now = table.currentSnapshot();
        return now == null ? 0 : count(edit, now.snapshotId());
    }

    /** Edits all that are committed by now, and returns how many it was about. */
    public long edit(RowEdit edit) throws IOException {
        table.refresh();
        @Nullable Snapshot now = table.currentSnapshot();
        if (now == null) {
            return 0;
        }
        long rows = 0;
        var replaced = new ArrayList<DataFile>();
        var written = new ArrayList<DataFile>();
        for (FileScanTask task : tasks(edit, now.snapshotId())) {
            long concerned = count(edit, task);
            if (concerned > 0) {
                rows += concerned;
                replaced.add(task.file());
                written.addAll(files.write(task, edit));
            }
        }
        if (!replaced.isEmpty()) {
            SinkProgress.commit(table, () -> overwrite(replaced, written, now.snapshotId()));
        }
        return rows;
    }

    private OverwriteFiles overwrite(List<DataFile> replaced, List<DataFile> written, long since) {
        OverwriteFiles overwrite =
                table.newOverwrite().validateFromSnapshot(since).validateNoConflictingDeletes();
        replaced.forEach(overwrite::deleteFile);
        written.forEach(overwrite::addFile);
        return overwrite;
    }

    private List<FileScanTask> tasks(RowEdit edit, long snapshot) throws IOException {
        var tasks = new ArrayList<FileScanTask>();
        try (CloseableIterable<FileScanTask> planned =
                table.newScan().useSnapshot(snapshot).filter(edit.where()).planFiles()) {
            planned.forEach(tasks::add);
        }
        return tasks;
    }

    private long count(RowEdit edit, FileScanTask task) throws IOException {
        long rows = 0;
        try (CloseableIterable<Record> read = files.read(task)) {
            for (Record row : read) {
                rows += edit.concerns(row) ? 1 : 0;
            }
        }
        return rows;
    }
}
