package io.undertone.job.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.meaning.PartMeaning;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;

class AnalysisMetricsTest {
    private final MetricListener listener = new MetricListener();
    private final AnalysisMetrics metrics = new AnalysisMetrics(listener.getMetricGroup());

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

        assertThat(count("requests")).isEqualTo(3);
        assertThat(count("promptTokens")).isEqualTo(300);
        assertThat(count("completionTokens")).isEqualTo(30);
        assertThat(count("gaps")).isEqualTo(3);
        assertThat(count("failed.timeout")).isEqualTo(2);
        assertThat(count("topicsUnavailable")).isEqualTo(1);
        assertThat(listener.getHistogram("latencyMillis"))
                .hasValueSatisfying(
                        latency -> assertThat(latency.getStatistics().getMax()).isEqualTo(300));
    }

    private long count(String name) {
        return listener.getCounter(name).map(Counter::getCount).orElse(-1L);
    }
}
