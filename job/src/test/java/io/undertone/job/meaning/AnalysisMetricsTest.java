package io.undertone.job.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.Meters;
import io.undertone.udfs.meaning.PartMeaning;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;

class AnalysisMetricsTest {
    private final MetricListener listener = new MetricListener();
    private final AnalysisMetrics metrics = new AnalysisMetrics(Meters.of(listener.getMetricGroup()));

    @Test
    void answers_are_counted_with_what_they_cost_and_lack() {
        for (int i = 1; i <= 3; i++) {
            var answer = new PartMeaning();
            answer.promptTokens = 100;
            answer.completionTokens = 10;
            answer.millis = 100L * i;
            answer.gaps = List.of("topic");
            answer.failure = i == 1 ? null : "TIMEOUT";
            metrics.asked();
            metrics.answered(answer);
        }
        metrics.topicsWereUnavailable();

        assertThat(count("analysis_requests_total")).isEqualTo(3);
        assertThat(count("analysis_prompt_tokens_total")).isEqualTo(300);
        assertThat(count("analysis_completion_tokens_total")).isEqualTo(30);
        assertThat(count("analysis_gaps_total")).isEqualTo(3);
        assertThat(count("analysis_failures_by", "cause", "TIMEOUT", "total")).isEqualTo(2);
        assertThat(count("analysis_topics_unavailable_total")).isEqualTo(1);
        assertThat(listener.getHistogram("undertone", "analysis_latency_ms"))
                .hasValueSatisfying(
                        latency -> assertThat(latency.getStatistics().getMax()).isEqualTo(300));
    }

    private long count(String... name) {
        return listener.getCounter(
                        Stream.concat(Stream.of("undertone"), Stream.of(name)).toArray(String[]::new))
                .map(Counter::getCount)
                .orElse(-1L);
    }
}
