package io.undertone.job.maintain;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.FanoutDataWriter;
import org.apache.iceberg.io.OutputFileFactory;

/** Writes rows into new files of a table, a file at a time for each partition. */
final class RowWriter implements Closeable {
    private final Table table;
    private final FanoutDataWriter<Record> writer;
    private final InternalRecordWrapper wrapper;
    private final PartitionKey partition;

    /** @param fileBytes at which a file is closed, and the next one begun */
    RowWriter(Table table, long fileBytes) {
        this.table = table;
        this.wrapper = new InternalRecordWrapper(table.schema().asStruct());
        this.partition = new PartitionKey(table.spec(), table.schema());
        var formats = new GenericFileWriterFactory.Builder(table)
                .dataFileFormat(FileFormat.PARQUET)
                .dataSchema(table.schema())
                .build();
        var names = OutputFileFactory.builderFor(table, 0, 0)
                .format(FileFormat.PARQUET)
                .suffix("maintained")
                .build();
        this.writer = new FanoutDataWriter<>(formats, names, table.io(), fileBytes);
    }

    void write(Record row) {
        partition.partition(wrapper.wrap(row));
        writer.write(row, table.spec(), partition);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** Those that were written, once closed. */
    List<DataFile> files() {
        return writer.result().dataFiles();
    }
}
