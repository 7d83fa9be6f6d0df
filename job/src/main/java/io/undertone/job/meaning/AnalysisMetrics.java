package io.undertone.job.meaning;

import io.undertone.udfs.meaning.PartMeaning;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What an analysing subtask counts, from any thread. A failure's counter appears with the first of its kind. */
final class AnalysisMetrics {
    /** Of the latest parts, over which latencies are told. */
    private static final int REMEMBERED = 1_000;

    private final MetricGroup group;
    private final Counter requests;
    private final Counter gaps;
    private final Counter promptTokens;
    private final Counter completionTokens;
    private final Counter topicsUnavailable;
    private final Histogram latency;
    private final Map<String, Counter> failures = new ConcurrentHashMap<>();

    AnalysisMetrics(MetricGroup group) {
        this.group = group;
        this.requests = counter("requests");
        this.gaps = counter("gaps");
        this.promptTokens = counter("promptTokens");
        this.completionTokens = counter("completionTokens");
        this.topicsUnavailable = counter("topicsUnavailable");
        this.latency = group.histogram("latencyMillis", new DescriptiveStatisticsHistogram(REMEMBERED));
    }

    void asked() {
        requests.inc();
    }

    void answered(PartMeaning meaning) {
        gaps.inc(meaning.gaps.size());
        promptTokens.inc(meaning.promptTokens);
        completionTokens.inc(meaning.completionTokens);
        synchronized (latency) {
            latency.update(meaning.millis);
        }
        if (meaning.failure != null) {
            failures.computeIfAbsent(meaning.failure, code -> counter("failed." + code.toLowerCase(Locale.ROOT)))
                    .inc();
        }
    }

    void topicsWereUnavailable() {
        topicsUnavailable.inc();
    }

    private Counter counter(String name) {
        return group.counter(name, new ThreadSafeSimpleCounter());
    }
}
