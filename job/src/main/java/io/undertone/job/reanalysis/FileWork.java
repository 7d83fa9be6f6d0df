package io.undertone.job.reanalysis;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.util.concurrent.ExecutorThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on files for an asynchronous stage, on threads of its own; a store in trouble is asked again.
 *
 * <p>Lifecycle: from the stage's opening to its close. Constraint: the queue is unbounded, but never longer than the stage's
 * capacity, as what is given up is taken out.
 */
final class FileWork<O> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileWork.class);

    private final ThreadPoolExecutor threads;
    private final Retry retry;
    private final Map<ResultFuture<O>, FutureTask<?>> underWay = new ConcurrentHashMap<>();
    private volatile boolean closed;

    FileWork(String name, KeepingSettings settings) {
        this.threads = new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                new ExecutorThreadFactory(name));
        this.retry = Retry.of(
                name,
                RetryConfig.custom()
                        .maxAttempts(settings.attempts())
                        .intervalFunction(IntervalFunction.ofExponentialBackoff(
                                Math.max(1, settings.backoffMillis()), 2, Math.max(2, settings.timeoutMillis())))
                        .retryExceptions(IOException.class)
                        .build());
    }

    /**
     * Completes {@code result} with what {@code work} returns, or with what {@code failure} makes of a store that stays in
     * trouble. A bug fails the job.
     */
    void begin(ResultFuture<O> result, Callable<List<O>> work, Function<IOException, O> failure) {
        var task = new FutureTask<@Nullable Void>(() -> run(result, work, failure), null);
        underWay.put(result, task);
        threads.execute(task);
    }

    /** Answers for work that took too long: a store that hangs must neither keep its thread nor let the queue behind it grow. */
    void giveUp(ResultFuture<O> result, O answer) {
        complete(result, List.of(answer));
        FutureTask<?> task = underWay.remove(result);
        if (task != null) {
            threads.remove(task);
            task.cancel(true);
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }

    private void run(ResultFuture<O> result, Callable<List<O>> work, Function<IOException, O> failure) {
        try {
            complete(result, retry.executeCallable(work));
        } catch (IOException e) {
            complete(result, List.of(failure.apply(e)));
        } catch (Exception bug) { // uncaught in a thread of this pool it would end the process
            if (!closed) {
                result.completeExceptionally(bug);
            }
        } finally {
            underWay.remove(result);
        }
    }

    private void complete(ResultFuture<O> result, List<O> answer) {
        if (closed) {
            return; // stopped with a savepoint, which holds what is under way: it is begun anew
        }
        try {
            result.complete(answer);
        } catch (RejectedExecutionException e) {
            LOG.debug("an answer came after the end of its task", e);
        }
    }
}
