package io.undertone.job.live;

import io.undertone.job.runtime.Meters;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.udfs.audio.MuLawWav;
import io.undertone.udfs.speech.PieceFacts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
 * <p>A failure is a value: a piece that is not {@code stored}. While it keeps its samples it asks for another attempt; what still
 * fails after the last one goes on as lost. The time-out takes the samples away, because Flink asks its retries about the answer
 * to a time-out too, and would go on without any. Inputs are checkpointed, so a restart writes again what was in flight.
 */
public final class PieceWriter extends RichAsyncFunction<CallProduct, CallProduct> {
    private static final int SAMPLE_RATE_HZ = 8_000;

    private static final Logger LOG = LoggerFactory.getLogger(PieceWriter.class);

    private final int threads;

    private transient @Nullable ThreadPoolExecutor writers;
    /** Attempts that wait or run, by uri. */
    private transient @Nullable Map<String, Attempt> attempts;

    private transient volatile boolean failing;
    private transient @Nullable Counter written;
    private transient @Nullable Counter failed;

    public PieceWriter(int threads) {
        this.threads = threads;
    }

    @Override
    public void open(OpenContext context) {
        // Unbounded, but never longer than the capacity of this stage: an attempt that is given up is taken out.
        writers = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                new ExecutorThreadFactory("piece-writer"));
        attempts = new ConcurrentHashMap<>();
        var meters = Meters.of(getRuntimeContext().getMetricGroup());
        written = meters.sharedCounter("pieces_written");
        failed = meters.sharedCounter("piece_write_failures");
    }

    @Override
    public void asyncInvoke(CallProduct product, ResultFuture<CallProduct> result) {
        PieceFacts piece = product.piece;
        byte[] muLaw = product.muLaw;
        if (piece == null || muLaw == null) {
            result.complete(List.of(product));
            return;
        }
        var attempt = new Attempt(piece.uri, () -> complete(result, product, piece, muLaw));
        Opened.of(attempts).put(piece.uri, attempt);
        Opened.of(writers).execute(attempt);
    }

    @Override
    public void timeout(CallProduct product, ResultFuture<CallProduct> result) {
        Opened.of(failed).inc();
        if (product.piece != null) {
            giveUp(product.piece.uri);
            product.muLaw = null;
        }
        result.complete(List.of(product));
    }

    @Override
    public void close() {
        if (writers != null) {
            writers.shutdownNow();
        }
    }

    /** A store that hangs must neither keep its thread nor let the queue behind it grow. */
    private void giveUp(String uri) {
        Attempt attempt = Opened.of(attempts).get(uri);
        if (attempt != null) {
            Opened.of(writers).remove(attempt);
            attempt.cancel(true);
        }
    }

    /** A bug fails the job; uncaught in a thread of this pool it would end the process. */
    private void complete(ResultFuture<CallProduct> result, CallProduct product, PieceFacts piece, byte[] muLaw) {
        CallProduct answer;
        try {
            answer = attempted(product, piece, muLaw);
        } catch (RuntimeException bug) {
            result.completeExceptionally(StepFailure.in(Step.STORE_AUDIO, product, bug));
            return;
        }
        try {
            result.complete(List.of(answer));
        } catch (RejectedExecutionException e) {
            // The task ended meanwhile and takes no answer: its input is in the savepoint and is written again.
            LOG.debug("an answer came after the end of its task", e);
        }
    }

    private CallProduct attempted(CallProduct product, PieceFacts piece, byte[] muLaw) {
        try {
            write(new Path(piece.uri), MuLawWav.of(muLaw, SAMPLE_RATE_HZ));
            Opened.of(written).inc();
            noteSuccess();
            return stored(product, piece);
        } catch (IOException e) {
            Opened.of(failed).inc();
            noteFailure(e);
            return product;
        }
    }

    /** One line when the store stops taking pieces and one when it takes them again, however many fail between. */
    private void noteFailure(IOException e) {
        if (!failing) {
            failing = true;
            LOG.warn("audio pieces cannot be stored, and will be lost if this lasts: {}", e.toString());
        }
    }

    private void noteSuccess() {
        if (failing) {
            failing = false;
            LOG.info("audio pieces are stored again");
        }
    }

    private static void write(Path path, byte[] wav) throws IOException {
        try (OutputStream out = path.getFileSystem().create(path, FileSystem.WriteMode.OVERWRITE)) {
            out.write(wav);
        }
    }

    private static CallProduct stored(CallProduct product, PieceFacts piece) {
        var stored = new PieceFacts();
        stored.uri = piece.uri;
        stored.begin = piece.begin;
        stored.end = piece.end;
        stored.stored = true;
        return CallProduct.piece(product.id, product.origin, stored, null).numbered(product.number);
    }

    private final class Attempt extends FutureTask<@Nullable Void> {
        private final String uri;

        Attempt(String uri, Runnable write) {
            super(write, null);
            this.uri = uri;
        }

        @Override
        protected void done() {
            Opened.of(attempts).remove(uri, this);
        }
    }
}
