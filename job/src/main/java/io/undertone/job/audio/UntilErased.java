package io.undertone.job.audio;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.flink.streaming.api.functions.async.AsyncRetryPredicate;
import org.apache.flink.streaming.api.functions.async.AsyncRetryStrategy;

/** Tries for ever, at first after a fifth of a second, later every minute. Stateless: elements must not drive each other's pauses up. */
final class UntilErased<T extends Erasing<T>> implements AsyncRetryStrategy<T> {
    private static final long serialVersionUID = 1;

    private static final long FIRST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 60_000;
    private static final int MOST_DOUBLINGS = 10;

    @Override
    public boolean canRetry(int attemptsSoFar) {
        return true;
    }

    @Override
    public long getBackoffTimeMillis(int attemptsSoFar) {
        return Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attemptsSoFar - 1, MOST_DOUBLINGS));
    }

    @Override
    public AsyncRetryPredicate<T> getRetryPredicate() {
        return new AsyncRetryPredicate<>() {
            @Override
            public Optional<Predicate<Collection<T>>> resultPredicate() {
                return Optional.of(results -> results.stream().anyMatch(result -> !result.isErased()));
            }

            @Override
            public Optional<Predicate<Throwable>> exceptionPredicate() {
                return Optional.empty();
            }
        };
    }
}
