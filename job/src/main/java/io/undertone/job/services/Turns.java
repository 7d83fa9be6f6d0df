package io.undertone.job.services;

import io.undertone.job.runtime.Meters;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.util.concurrent.ExecutorThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets so many elements of an asynchronous stage be asked about at once; the others wait in the order in which they came. So the
 * stage's capacity can be large: what waits is in Flink's state, and no checkpoint waits for a service.
 *
 * <p>Time counts from when an element's turn begins, however many stood before it.
 *
 * <p>Owned: one thread, which alone touches the queue; every element is replied to there, once. {@link #close} ends it, and what is
 * under way then is not replied to: it is in the savepoint, and asked about again.
 */
public final class Turns<I, O> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final Asking<I, O> asking;
    private final int atOnce;
    private final long longestMillis;
    private final ScheduledThreadPoolExecutor thread;
    private final Queue<Turn> queue = new ArrayDeque<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private int underWay;
    private volatile boolean closed;

    /**
     * @param name of the stage
     * @param longestMillis of a turn, for an asking that does not come to an end by itself
     */
    public Turns(String name, Asking<I, O> asking, int atOnce, long longestMillis) {
        this.asking = asking;
        this.atOnce = atOnce;
        this.longestMillis = longestMillis;
        this.thread = new ScheduledThreadPoolExecutor(
                1, new ExecutorThreadFactory(name + "-turns"), new ThreadPoolExecutor.DiscardPolicy()); // after the end
        thread.setRemoveOnCancelPolicy(true);
    }

    /** Shows how many wait. */
    public void measure(Meters meters, String name) {
        meters.gauge(name, waiting::get);
    }

    /** Never waits. */
    public void take(I element, ResultFuture<O> result) {
        waiting.incrementAndGet();
        thread.execute(() -> {
            queue.add(new Turn(element, result));
            proceed();
        });
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
    }

    private void proceed() {
        while (underWay < atOnce && !queue.isEmpty()) {
            underWay++;
            waiting.decrementAndGet();
            queue.remove().begin();
        }
    }

    private final class Turn {
        private final I element;
        private final ResultFuture<O> result;
        private @Nullable Future<?> watch;
        private boolean over;

        Turn(I element, ResultFuture<O> result) {
            this.element = element;
            this.result = result;
        }

        /** Its end is another task of this thread: a thousand that end at once do not stand on one another. */
        void begin() {
            watch = thread.schedule(this::giveUp, longestMillis, TimeUnit.MILLISECONDS);
            var unused = CompletableFuture.completedFuture(element)
                    .thenCompose(asking::ask)
                    .whenComplete((reply, bug) -> thread.execute(() -> end(reply, bug)));
        }

        private void giveUp() {
            var unused = CompletableFuture.completedFuture(element)
                    .thenApply(asking::giveUp)
                    .whenComplete(this::end);
        }

        private void end(@Nullable O reply, @Nullable Throwable bug) {
            if (over) {
                return;
            }
            over = true;
            underWay--;
            if (watch != null) {
                watch.cancel(false);
            }
            if (!closed) {
                tell(reply, bug);
            }
            proceed();
        }

        private void tell(@Nullable O reply, @Nullable Throwable bug) {
            try {
                if (reply != null) {
                    result.complete(List.of(reply));
                } else {
                    result.completeExceptionally(asking.failure(element, cause(bug)));
                }
            } catch (RejectedExecutionException e) {
                LOG.debug("an answer came after the end of its task", e);
            }
        }
    }

    private static Throwable cause(@Nullable Throwable bug) {
        if (bug == null) {
            return new IllegalStateException("there was no reply");
        }
        return bug instanceof CompletionException && bug.getCause() != null ? bug.getCause() : bug;
    }
}
