package io.undertone.job.meaning.llm;

import io.undertone.job.services.Attempts;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** What a language model's analyst counts of its requests, beside what every analyst's stage counts. */
final class ModelMetrics {
    private final MetricGroup group;
    private final Counter requests;
    private final Counter repairs;
    private final Counter alone;

    ModelMetrics(MetricGroup parent) {
        this.group = parent.addGroup("model");
        this.requests = counter("requests");
        this.repairs = counter("repairs");
        this.alone = counter("linesAskedAlone");
    }

    void show(Attempts<?> attempts) {
        group.gauge("suspended", (Gauge<Integer>) () -> attempts.isOpen() ? 1 : 0);
        group.gauge("retries", (Gauge<Long>) attempts::retries);
    }

    void requested() {
        requests.inc();
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
