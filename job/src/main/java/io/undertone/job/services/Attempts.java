package io.undertone.job.services;

import io.github.resilience4j.core.IntervalFunction;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * When a service is asked again, and when it is left alone. One for all questions of a subtask: what one of them meets, the others
 * need not find out.
 *
 * <p>While the service is left alone an attempt is over at once, and the next one waits as after any failure: a question outlasts a
 * short outage without a request. In a long one it does not wait: see {@link #isInVain}.
 *
 * @param <T> what an attempt ends with
 */
public final class Attempts<T extends Outcome> {
    private static final double DOUBLING = 2;
    private static final double JITTER = 0.5;

    private final Patience patience;
    private final IntervalFunction backoff;
    private final Breaker<T> breaker;
    private final T leftAlone;
    private final LongAdder retries = new LongAdder();

    /** @param leftAlone what an attempt ends with that is not made */
    public Attempts(String service, Patience patience, BreakerSettings breaker, T leftAlone) {
        this.patience = patience;
        this.backoff = backoff(patience);
        this.breaker = new Breaker<>(service, breaker, leftAlone);
        this.leftAlone = leftAlone;
    }

    /** Doubled from attempt to attempt, and up to half of it more or less, so that those that fail together do not come back together. */
    public static IntervalFunction backoff(Patience patience) {
        return IntervalFunction.ofExponentialRandomBackoff(
                patience.backoffMillis(),
                DOUBLING,
                JITTER,
                Math.max(patience.backoffMillis() + 1L, patience.longestBackoffMillis()));
    }

    /** The last of the attempts that it takes. Waits between them in the thread that asks. */
    public T now(Supplier<T> attempt, Deadline deadline) {
        T ended = breaker.permitted(attempt);
        for (int number = 1; goesOn(number, ended, deadline); number++) {
            sleep(pauseMillis(number, ended, deadline));
            if (deadline.leftMillis() == 0) {
                return ended;
            }
            retries.increment();
            ended = breaker.permitted(attempt);
        }
        return ended;
    }

    /** The last of the attempts that it takes. Waits nowhere. */
    public CompletionStage<T> later(
            Supplier<CompletionStage<T>> attempt, Deadline deadline, ScheduledExecutorService timer) {
        return later(1, attempt, deadline, timer);
    }

    /** Whether the service has been away for longer and will not be tried now: any attempt would not be made, and be the last. */
    public boolean isInVain() {
        return breaker.isInVain();
    }

    /** Whether the service is left alone. */
    public boolean isOpen() {
        return breaker.isOpen();
    }

    /** Attempts after the first of a question. */
    public long retries() {
        return retries.sum();
    }

    private CompletionStage<T> later(
            int number, Supplier<CompletionStage<T>> attempt, Deadline deadline, ScheduledExecutorService timer) {
        return breaker.permittedStage(attempt).thenCompose(ended -> {
            if (!goesOn(number, ended, deadline)) {
                return CompletableFuture.completedStage(ended);
            }
            var pause = new CompletableFuture<Void>();
            var unused = timer.schedule(
                    () -> pause.complete(null), pauseMillis(number, ended, deadline), TimeUnit.MILLISECONDS);
            return pause.thenCompose(over -> {
                if (deadline.leftMillis() == 0) {
                    return CompletableFuture.completedStage(ended);
                }
                retries.increment();
                return later(number + 1, attempt, deadline, timer);
            });
        });
    }

    private boolean goesOn(int number, T ended, Deadline deadline) {
        boolean mayPass = ended == leftAlone ? !breaker.isInVain() : ended.mayPass();
        return mayPass && number < patience.attempts() && ended.waitMillis() < deadline.leftMillis();
    }

    private long pauseMillis(int number, T ended, Deadline deadline) {
        return Math.min(deadline.leftMillis(), Math.max(backoff.apply(number), ended.waitMillis()));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody waits for the answer any more");
        }
    }
}
