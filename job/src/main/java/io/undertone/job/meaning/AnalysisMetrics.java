package io.undertone.job.meaning;

import io.undertone.job.runtime.Meters;
import io.undertone.udfs.meaning.PartMeaning;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;

/** What an analysing subtask counts, from any thread. A failure's counter appears with the first of its kind. */
final class AnalysisMetrics {
    private final Meters meters;
    private final Counter requests;
    private final Counter gaps;
    private final Counter promptTokens;
    private final Counter completionTokens;
    private final Counter topicsUnavailable;
    private final Histogram latency;
    private final Map<String, Counter> failures = new ConcurrentHashMap<>();

    AnalysisMetrics(Meters meters) {
        this.meters = meters;
        this.requests = meters.sharedCounter("analysis_requests");
        this.gaps = meters.sharedCounter("analysis_gaps");
        this.promptTokens = meters.sharedCounter("analysis_prompt_tokens");
        this.completionTokens = meters.sharedCounter("analysis_completion_tokens");
        this.topicsUnavailable = meters.sharedCounter("analysis_topics_unavailable");
        this.latency = meters.millis("analysis_latency");
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
            failures.computeIfAbsent(meaning.failure, code -> meters.sharedCounter("analysis_failures", "cause", code))
                    .inc();
        }
    }

    void topicsWereUnavailable() {
        topicsUnavailable.inc();
    }
}
