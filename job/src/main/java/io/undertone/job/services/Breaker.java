package io.undertone.job.services;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Leaves a service alone that fails, and tells a pause from an outage: when it is left alone for the first time it may be back in a
 * moment, and who asks may wait. Once it has failed again when it was tried, waiting is in vain until it answers.
 *
 * @param <T> what an attempt ends with
 */
final class Breaker<T extends Outcome> {
    private static final float HALF = 50;
    private static final int TRIED_WHEN_HALF_OPEN = 2;

    private final CircuitBreaker circuit;
    private final long openNanos;
    private final T leftAlone;
    /** Tried since it was left alone, and failed. */
    private volatile boolean out;

    private volatile long openedNanos;

    Breaker(String service, BreakerSettings settings, T leftAlone) {
        this.openNanos = TimeUnit.MILLISECONDS.toNanos(settings.openMillis());
        this.leftAlone = leftAlone;
        this.circuit = CircuitBreaker.of(
                service,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.requests())
                        .minimumNumberOfCalls(settings.requests())
                        .failureRateThreshold(HALF)
                        .waitDurationInOpenState(Duration.ofMillis(settings.openMillis()))
                        .permittedNumberOfCallsInHalfOpenState(TRIED_WHEN_HALF_OPEN)
                        .recordResult(ended -> ended instanceof Outcome outcome && outcome.saysDown())
                        .ignoreException(bug -> true)
                        .build());
        circuit.getEventPublisher().onStateTransition(event -> {
            switch (event.getStateTransition()) {
                case CLOSED_TO_OPEN -> openedNanos = System.nanoTime();
                case HALF_OPEN_TO_OPEN -> {
                    openedNanos = System.nanoTime();
                    out = true;
                }
                case HALF_OPEN_TO_CLOSED -> out = false;
                default -> {}
            }
        });
    }

    T permitted(Supplier<T> attempt) {
        try {
            return circuit.executeSupplier(attempt);
        } catch (CallNotPermittedException open) {
            return leftAlone;
        }
    }

    CompletionStage<T> permittedStage(Supplier<CompletionStage<T>> attempt) {
        return circuit.executeCompletionStage(attempt).exceptionally(failure -> {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            if (cause instanceof CallNotPermittedException) {
                return leftAlone;
            }
            throw new CompletionException(cause);
        });
    }

    boolean isOpen() {
        return circuit.getState() == CircuitBreaker.State.OPEN;
    }

    /** Whether the service is away for longer, and will not be tried now: to wait for it is in vain. */
    boolean isInVain() {
        return out && isOpen() && System.nanoTime() - openedNanos < openNanos;
    }
}
