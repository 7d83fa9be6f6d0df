package io.undertone.job.meaning.llm;

import io.undertone.job.runtime.Meters;
import io.undertone.job.services.Attempts;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What a language model's analyst counts of its requests, beside what every analyst's stage counts. */
final class ModelMetrics {
    private final Meters meters;
    private final Counter requests;
    private final Counter repairs;
    private final Counter alone;

    ModelMetrics(MetricGroup step) {
        this.meters = Meters.of(step);
        this.requests = meters.sharedCounter("language_model_requests");
        this.repairs = meters.sharedCounter("language_model_repairs");
        this.alone = meters.sharedCounter("language_model_lines_asked_alone");
    }

    void show(Attempts<?> attempts) {
        meters.gauge("language_model_suspended", () -> attempts.isOpen() ? 1 : 0);
        meters.total("language_model_retries", attempts::retries);
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
}
