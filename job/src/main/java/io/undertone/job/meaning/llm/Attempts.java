package io.undertone.job.meaning.llm;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Supplier;

/** How often something is asked, how long apart, and when not at all. */
final class Attempts {
    private static final float HALF = 50;
    private static final double DOUBLING = 2;
    private static final double JITTER = 0.5;

    private final LanguageModelSettings settings;
    private final ModelMetrics metrics;
    private final CircuitBreaker breaker;
    private final IntervalFunction backoff;

    Attempts(LanguageModelSettings settings, ModelMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
        this.breaker = breaker(settings.breaker());
        Patience patience = settings.patience();
        this.backoff = IntervalFunction.ofExponentialRandomBackoff(
                patience.backoffMillis(), DOUBLING, JITTER, patience.longestBackoffMillis());
        metrics.show(breaker);
    }

    /**
     * Waits between attempts in the thread that asks.
     *
     * @param attempt throws {@link ModelCallException} if it fails; the last one's leaves here
     */
    Reply of(Supplier<Reply> attempt, Deadline deadline) {
        return retrying(deadline).executeSupplier(CircuitBreaker.decorateSupplier(breaker, attempt));
    }

    private Retry retrying(Deadline deadline) {
        return Retry.of(
                settings.endpoint().id(),
                RetryConfig.<Reply>custom()
                        .maxAttempts(settings.patience().attempts())
                        .retryOnException(failed -> mayPass(failed, deadline))
                        .intervalBiFunction((attempt, outcome) -> Math.min(
                                deadline.leftMillis(), outcome.fold(failed -> pause(failed, attempt), reply -> 0L)))
                        .build());
    }

    private static boolean mayPass(Throwable failed, Deadline deadline) {
        return failed instanceof ModelCallException call
                && call.failure().mayPass()
                && call.retryAfterMillis() < deadline.leftMillis();
    }

    private long pause(Throwable failed, int attempt) {
        long asked = failed instanceof ModelCallException call ? call.retryAfterMillis() : ModelCallException.NOT_SAID;
        metrics.retried();
        return asked == ModelCallException.NOT_SAID ? backoff.apply(attempt) : asked;
    }

    private static CircuitBreaker breaker(BreakerSettings settings) {
        return CircuitBreaker.of(
                "language-model",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.requests())
                        .minimumNumberOfCalls(settings.requests())
                        .failureRateThreshold(HALF)
                        .waitDurationInOpenState(Duration.ofMillis(settings.openMillis()))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordException(failed -> failed instanceof ModelCallException call
                                && call.failure().saysDown())
                        .build());
    }
}
