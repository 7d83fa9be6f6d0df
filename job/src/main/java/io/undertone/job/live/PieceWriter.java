package io.undertone.job.live;

import io.undertone.job.runtime.Opened;
import io.undertone.udfs.audio.MuLawWav;
import io.undertone.udfs.speech.PieceFacts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.apache.flink.util.concurrent.ExecutorThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores pieces of audio in a file system, away from the thread that works on calls. Everything else passes at once.
 *
 * <p>A failure is a value: a piece that is not {@code stored}. The stage's retries look at that; what still fails after them, or
 * takes longer than its time-out, goes on as lost. Its inputs are checkpointed, so a restart writes again what was in flight.
 */
public final class PieceWriter extends RichAsyncFunction<CallProduct, CallProduct> {
    private static final int SAMPLE_RATE_HZ = 8_000;

    private static final Logger LOG = LoggerFactory.getLogger(PieceWriter.class);

    private final int threads;

    private transient @Nullable ExecutorService writers;
    private transient @Nullable Counter written;
    private transient @Nullable Counter lost;

    public PieceWriter(int threads) {
        this.threads = threads;
    }

    /** Says which results ask for another attempt. */
    static final class Failed implements Predicate<Collection<CallProduct>>, Serializable {
        private static final long serialVersionUID = 1;

        @Override
        public boolean test(Collection<CallProduct> results) {
            return results.stream().anyMatch(result -> result.piece != null && !result.piece.stored);
        }
    }

    @Override
    public void open(OpenContext context) {
        // Unbounded, but never longer than the capacity of the stage in front of it.
        writers = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                new ExecutorThreadFactory("piece-writer"));
        written = getRuntimeContext().getMetricGroup().counter("piecesWritten");
        lost = getRuntimeContext().getMetricGroup().counter("pieceWriteFailures");
    }

    @Override
    public void asyncInvoke(CallProduct product, ResultFuture<CallProduct> result) {
        PieceFacts piece = product.piece;
        byte[] muLaw = product.muLaw;
        if (piece == null || muLaw == null) {
            result.complete(List.of(product));
            return;
        }
        Opened.of(writers).execute(() -> attempt(product, piece, muLaw, result));
    }

    @Override
    public void timeout(CallProduct product, ResultFuture<CallProduct> result) {
        Opened.of(lost).inc();
        PieceFacts piece = product.piece;
        result.complete(List.of(piece == null ? product : answer(product, piece, false)));
    }

    @Override
    public void close() {
        if (writers != null) {
            writers.shutdownNow();
        }
    }

    /** A bug fails the job like any other, though it shows in another thread. */
    private void attempt(CallProduct product, PieceFacts piece, byte[] muLaw, ResultFuture<CallProduct> result) {
        try {
            finish(result, stored(product, piece, muLaw));
        } catch (RuntimeException bug) {
            result.completeExceptionally(bug);
        }
    }

    private static void finish(ResultFuture<CallProduct> result, CallProduct answer) {
        try {
            result.complete(List.of(answer));
        } catch (RejectedExecutionException e) {
            // The task ended while this was written and takes no answer: its input is in the savepoint and is written
            // again.
            LOG.debug("an answer came after the end of its task", e);
        }
    }

    private CallProduct stored(CallProduct product, PieceFacts piece, byte[] muLaw) {
        try {
            write(new Path(piece.uri), MuLawWav.of(muLaw, SAMPLE_RATE_HZ));
            Opened.of(written).inc();
            return answer(product, piece, true);
        } catch (IOException e) {
            Opened.of(lost).inc();
            return answer(product, piece, false);
        }
    }

    private static void write(Path path, byte[] wav) throws IOException {
        try (OutputStream out = path.getFileSystem().create(path, FileSystem.WriteMode.OVERWRITE)) {
            out.write(wav);
        }
    }

    private static CallProduct answer(CallProduct product, PieceFacts piece, boolean stored) {
        var answered = new PieceFacts();
        answered.uri = piece.uri;
        answered.begin = piece.begin;
        answered.end = piece.end;
        answered.stored = stored;
        return CallProduct.piece(product.id, answered, null);
    }
}
