package io.undertone.job.maintain;

import java.io.IOException;
import org.apache.iceberg.Table;

/**
 * Erases from a table: edits rows, and forgets the snapshots from before, so that no file holds what was there.
 *
 * @param found rows of the current snapshot
 * @param edited of these
 * @param snapshots that are expired for it
 * @param left in whatever files there are
 */
public record LakeErasure(long found, long edited, int snapshots, StoredRows left) {
    /** Erases the rows from all snapshots of the table, or only looks where it is {@code dry}. */
    public static LakeErasure run(Table table, RowEdit edit, long fileBytes, boolean dry) throws IOException {
        var editor = new RowEditor(table, fileBytes);
        long found = editor.count(edit);
        StoredRows stored = StoredRows.count(table, edit);
        if (dry || stored.rows() == 0) {
            return new LakeErasure(found, 0, 0, stored);
        }
        long edited = editor.edit(edit);
        int snapshots = new History(table).forget();
        return new LakeErasure(found, edited, snapshots, StoredRows.count(table, edit));
    }
}
