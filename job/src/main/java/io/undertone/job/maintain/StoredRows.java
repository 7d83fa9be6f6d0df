package io.undertone.job.maintain;

import java.io.IOException;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;
import org.jspecify.annotations.Nullable;

/**
 * Rows in whatever files lie in a table's directory: of its snapshot, of older ones that somebody could go back to, and of none. What
 * is not found here is nowhere in the table.
 *
 * @param rows that were asked for
 * @param unreadable files that could not be read, as one that is being written
 */
public record StoredRows(long rows, int unreadable) {
    /** Reads every file, but for row groups that cannot hold one. */
    public static StoredRows count(Table table, RowEdit edit) throws IOException {
        if (!(table.io() instanceof SupportsPrefixOperations store)) {
            throw new IOException("the store of %s cannot list files".formatted(table.name()));
        }
        long rows = 0;
        int unreadable = 0;
        for (FileInfo file : store.listPrefix(table.location())) {
            if (FileFormat.fromFileName(file.location()) == FileFormat.PARQUET) {
                @Nullable Long found = count(table, edit, file.location());
                rows += found == null ? 0 : found;
                unreadable += found == null ? 1 : 0;
            }
        }
        return new StoredRows(rows, unreadable);
    }

    /** Null for a file that is none. */
    private static @Nullable Long count(Table table, RowEdit edit, String file) throws IOException {
        long found = 0;
        try (CloseableIterable<Record> rows = FormatModelRegistry.<Record, Object>readBuilder(
                        FileFormat.PARQUET, Record.class, table.io().newInputFile(file))
                .project(table.schema())
                .filter(edit.where())
                .build()) {
            for (Record row : rows) {
                found += edit.concerns(row) ? 1 : 0;
            }
        } catch (NotFoundException e) {
            return found; // deleted since it was listed
        } catch (RuntimeException e) { // each format has exceptions of its own
            return null;
        }
        return found;
    }
}
