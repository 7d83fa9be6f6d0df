package io.undertone.job.words;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.undertone.job.services.Attempts;
import io.undertone.udfs.audio.UnsupportedAudioException;
import io.undertone.udfs.audio.WavReader;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.words.Pack;
import io.undertone.udfs.words.PackSamples;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.fs.Path;
import org.apache.flink.util.concurrent.ExecutorThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the audio of packs through Flink's file systems, on threads of its own.
 *
 * <p>A piece that is gone or damaged is silence, and stays so. A store that does not answer is asked again; if it still does not,
 * the pack has no audio.
 */
final class PackReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PackReader.class);
    private static final int MOST_THREADS = 4;

    /** Unbounded, but never longer than what is asked about at once: a reading that is given up is taken out. */
    private final ThreadPoolExecutor threads;

    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, new ExecutorThreadFactory("pack-reader-timer"));
    private final Retry retry;
    /** Packs that somebody waits for. */
    private final Set<Pack> wanted = ConcurrentHashMap.newKeySet();

    private final Map<Pack, FutureTask<?>> readings = new ConcurrentHashMap<>();
    private volatile boolean failing;

    PackReader(WordsSettings settings) {
        int count = Math.min(MOST_THREADS, settings.capacity());
        this.threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                new ExecutorThreadFactory("pack-reader"));
        this.retry = Retry.of(
                "audio-pieces",
                RetryConfig.custom()
                        .maxAttempts(settings.patience().attempts())
                        .intervalFunction(Attempts.backoff(settings.patience()))
                        .retryExceptions(IOException.class)
                        .build());
    }

    /** The audio of {@code pack}; empty if none of it could be read. Fails only by a bug. */
    CompletionStage<PackSamples> read(Pack pack) {
        wanted.add(pack);
        return retry.executeCompletionStage(timer, () -> attempt(pack)).handle((samples, failure) -> {
            wanted.remove(pack);
            if (failure == null) {
                noteSuccess();
                return samples;
            }
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof IOException) {
                noteFailure(cause);
                return new PackSamples(pack);
            }
            throw new CompletionException(cause);
        });
    }

    /** A store that hangs must neither keep its thread nor let the queue behind it grow. */
    void giveUp(Pack pack) {
        wanted.remove(pack);
        FutureTask<?> reading = readings.remove(pack);
        if (reading != null) {
            threads.remove(reading);
            reading.cancel(true);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }

    private CompletionStage<PackSamples> attempt(Pack pack) {
        if (!wanted.contains(pack)) {
            return CompletableFuture.completedStage(new PackSamples(pack));
        }
        var read = new CompletableFuture<PackSamples>();
        var reading = new FutureTask<>(() -> complete(read, pack), null);
        readings.put(pack, reading);
        threads.execute(reading);
        return read.whenComplete((samples, failure) -> readings.remove(pack, reading));
    }

    private static void complete(CompletableFuture<PackSamples> read, Pack pack) {
        try {
            read.complete(readNow(pack));
        } catch (IOException | RuntimeException e) {
            read.completeExceptionally(e);
        }
    }

    private static PackSamples readNow(Pack pack) throws IOException {
        var samples = new PackSamples(pack);
        for (PieceFacts piece : pack.pieces) {
            try {
                samples.add(piece, readPiece(new Path(piece.uri)));
            } catch (FileNotFoundException | NoSuchFileException | UnsupportedAudioException e) {
                LOG.debug("a piece of audio is gone or damaged", e);
            }
        }
        return samples;
    }

    private static short[] readPiece(Path path) throws IOException {
        try (InputStream in = new BufferedInputStream(path.getFileSystem().open(path))) {
            return WavReader.read(in, path.getName()).atEightKilohertz().channels()[0];
        }
    }

    /** One line when the store stops giving pieces and one when it gives them again, however many fail between. */
    private void noteFailure(Throwable failure) {
        if (!failing) {
            failing = true;
            LOG.warn(
                    "pieces of audio cannot be read, and calls stay without words if this lasts: {}",
                    failure.toString());
        }
    }

    private void noteSuccess() {
        if (failing) {
            failing = false;
            LOG.info("pieces of audio are read again");
        }
    }
}
