package io.undertone.job.store;

import io.undertone.job.runtime.Meters;
import java.io.IOException;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.IOUtils;

/**
 * Writes rows at least once: all that came before a barrier are in the database when it passes, and a failure restarts the leg.
 *
 * <p>The connector's writer tries once more on closing and throws when the database is away. Flink takes an exception that
 * leaves {@code close} after a failure for fatal and ends the task manager, with every other leg on it (measured). So closing
 * only lets go: what it could not write is written again from the checkpoint.
 */
final class UpsertSink<R> implements Sink<R> {
    private static final long serialVersionUID = 1;

    private final Sink<R> connector;

    UpsertSink(Sink<R> connector) {
        this.connector = connector;
    }

    @Override
    public SinkWriter<R> createWriter(WriterInitContext context) throws IOException {
        return new Writer<>(connector.createWriter(context), context);
    }

    private static final class Writer<R> implements SinkWriter<R> {
        private final SinkWriter<R> connector;
        private final ProcessingTimeService clock;
        /** When all rows that had come were in the database; 0 while that has not been since the start. */
        private volatile long flushedSeconds;

        Writer(SinkWriter<R> connector, WriterInitContext context) {
            this.connector = connector;
            this.clock = context.getProcessingTimeService();
            Meters.of(context.metricGroup()).gauge("rows_flushed_timestamp_seconds", () -> flushedSeconds);
        }

        @Override
        public void write(R row, Context context) throws IOException, InterruptedException {
            connector.write(row, context);
        }

        @Override
        public void flush(boolean endOfInput) throws IOException, InterruptedException {
            connector.flush(endOfInput);
            flushedSeconds = clock.getCurrentProcessingTime() / 1_000;
        }

        @Override
        public void close() {
            IOUtils.closeQuietly(connector); // which has logged what it could not write
        }
    }
}
