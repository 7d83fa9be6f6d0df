package io.undertone.job.words;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * When a service is asked again, and when it is left alone. One for all requests of a subtask: what one of them meets, the others
 * need not find out.
 *
 * <p>While the breaker is open an attempt fails at once and the next one waits as after any failure: a pack outlasts a short outage
 * without a request.
 */
final class Attempts {
    private static final int TRIED_WHEN_HALF_OPEN = 2;

    private final Retry retry;
    private final CircuitBreaker breaker;
    private final ScheduledExecutorService timer;

    Attempts(WordsSettings settings, ScheduledExecutorService timer) {
        this.timer = timer;
        IntervalFunction backoff = backoff(settings);
        this.retry = Retry.of(
                "transcriber",
                RetryConfig.<Attempt>custom()
                        .maxAttempts(settings.attempts())
                        .intervalBiFunction((attempt, ended) -> Math.max(
                                backoff.apply(attempt),
                                ended.isRight() ? ended.get().waitMillis() : 0))
                        .retryOnResult(Attempt::again)
                        .retryOnException(bug -> false)
                        .build());
        BreakerSettings limits = settings.breaker();
        this.breaker = CircuitBreaker.of(
                "transcriber",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(limits.requests())
                        .minimumNumberOfCalls(limits.requests())
                        .failureRateThreshold(limits.failurePercent())
                        .waitDurationInOpenState(Duration.ofMillis(limits.openMillis()))
                        .permittedNumberOfCallsInHalfOpenState(TRIED_WHEN_HALF_OPEN)
                        .recordResult(ended -> ended instanceof Attempt attempt && attempt.isServiceFailure())
                        .recordException(bug -> false)
                        .build());
    }

    /** The last of the attempts that it takes. */
    CompletionStage<Attempt> until(Supplier<CompletionStage<Attempt>> attempt) {
        return retry.executeCompletionStage(
                timer, () -> breaker.executeCompletionStage(attempt).exceptionally(Attempts::notPermitted));
    }

    /** Doubled from attempt to attempt, and up to half of it more or less, so that packs that fail together do not come back together. */
    static IntervalFunction backoff(WordsSettings settings) {
        return IntervalFunction.ofExponentialRandomBackoff(
                settings.backoffMillis(), 2, 0.5, Math.max(settings.backoffMillis() + 1L, settings.timeoutMillis()));
    }

    boolean isServiceLeftAlone() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    private static Attempt notPermitted(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CallNotPermittedException) {
            return Attempt.again(WordsFailure.UNREACHABLE, 0);
        }
        throw new CompletionException(cause);
    }
}
