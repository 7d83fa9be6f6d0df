package io.undertone.job.meaning.llm;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** What a language model's analyst counts of its requests, beside what every analyst's stage counts. */
final class ModelMetrics {
    private final MetricGroup group;
    private final Counter requests;
    private final Counter retries;
    private final Counter repairs;
    private final Counter alone;

    ModelMetrics(MetricGroup parent) {
        this.group = parent.addGroup("model");
        this.requests = counter("requests");
        this.retries = counter("retries");
        this.repairs = counter("repairs");
        this.alone = counter("linesAskedAlone");
    }

    void show(CircuitBreaker breaker) {
        group.gauge("suspended", (Gauge<Integer>) () -> breaker.getState() == CircuitBreaker.State.OPEN ? 1 : 0);
    }

    void requested() {
        requests.inc();
    }

    void retried() {
        retries.inc();
    }

    void repaired() {
        repairs.inc();
    }

    void askedAlone() {
        alone.inc();
    }

    private Counter counter(String name) {
        return group.counter(name, new ThreadSafeSimpleCounter());
    }
}
