package io.undertone.job.maintain;

import java.io.IOException;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericDeleteFilter;
import org.apache.iceberg.data.IdentityPartitionConverters;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.PartitionUtil;

/** Rows out of files of a table, and into new ones. What an attempt that failed has written is no snapshot's: it is an orphan. */
final class RowFiles {
    private final Table table;
    private final long fileBytes;

    /** @param fileBytes at which a file is closed, and the next one begun */
    RowFiles(Table table, long fileBytes) {
        this.table = table;
        this.fileBytes = fileBytes;
    }

    /** All that are in the file, less those that another engine has deleted. */
    CloseableIterable<Record> read(FileScanTask task) {
        Schema columns = table.schema();
        var deletes = new GenericDeleteFilter(table.io(), task, columns, columns);
        CloseableIterable<Record> rows = FormatModelRegistry.<Record, Object>readBuilder(
                        task.file().format(), Record.class, table.io().newInputFile(task.file()))
                .project(deletes.requiredSchema())
                .idToConstant(PartitionUtil.constantsMap(task, IdentityPartitionConverters::convertConstant))
                .build();
        return deletes.filter(rows);
    }

    /** In this order within each partition. */
    List<DataFile> write(Iterable<Record> rows) throws IOException {
        var writer = new RowWriter(table, fileBytes);
        try (writer) {
            for (Record row : rows) {
                writer.write(row);
            }
        }
        return writer.files();
    }

    /** The rows of a file as they are after the edit. */
    List<DataFile> write(FileScanTask task, RowEdit edit) throws IOException {
        var writer = new RowWriter(table, fileBytes);
        try (writer;
                CloseableIterable<Record> rows = read(task)) {
            for (Record row : rows) {
                Record edited = edit.concerns(row) ? edit.edited(row) : row;
                if (edited != null) {
                    writer.write(edited);
                }
            }
        }
        return writer.files();
    }
}
