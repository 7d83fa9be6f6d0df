package io.undertone.job.live;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.flink.streaming.api.functions.async.AsyncRetryPredicate;
import org.apache.flink.streaming.api.functions.async.AsyncRetryStrategy;

/**
 * When a piece that could not be stored is tried again: after a pause that doubles with each attempt at it.
 *
 * <p>Stateless, unlike Flink's own doubling strategy: that one remembers the last pause of whichever element failed last, so that
 * pieces that fail together drive each other's pauses beyond the time-out.
 */
final class PieceRetries implements AsyncRetryStrategy<CallProduct> {
    private static final long serialVersionUID = 1;

    private static final int MOST_DOUBLINGS = 20;

    private final int attempts;
    private final long backoffMillis;

    /** @param attempts in all, the first included */
    PieceRetries(int attempts, long backoffMillis) {
        this.attempts = attempts;
        this.backoffMillis = backoffMillis;
    }

    @Override
    public boolean canRetry(int attemptsSoFar) {
        return attemptsSoFar < attempts;
    }

    @Override
    public long getBackoffTimeMillis(int attemptsSoFar) {
        return backoffMillis << Math.min(attemptsSoFar - 1, MOST_DOUBLINGS);
    }

    @Override
    public AsyncRetryPredicate<CallProduct> getRetryPredicate() {
        return new AsyncRetryPredicate<>() {
            @Override
            public Optional<Predicate<Collection<CallProduct>>> resultPredicate() {
                return Optional.of(PieceRetries::failed);
            }

            @Override
            public Optional<Predicate<Throwable>> exceptionPredicate() {
                return Optional.empty();
            }
        };
    }

    /** A piece without samples has been answered, for good or ill. */
    private static boolean failed(Collection<CallProduct> results) {
        return results.stream().anyMatch(result -> result.piece != null && result.muLaw != null);
    }
}
