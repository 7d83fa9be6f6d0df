package io.undertone.job.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.words.Pack;
import io.undertone.udfs.words.Transcript;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

final class WordsMetricsTest {
    private final Registered registered = new Registered();
    private final WordsMetrics metrics = new WordsMetrics(registered);

    @Test
    void requests_audio_and_latency_of_what_was_heard_are_counted() {
        Pack pack = StoredPack.at("file:///nowhere", 1);
        metrics.begin(pack);
        assertThat(gauge("underWay")).isEqualTo(1);
        metrics.end(pack, Transcription.heard(new Transcript(), 2), 1_500);

        assertThat(gauge("underWay")).isEqualTo(0);
        assertThat(count("requests")).isEqualTo(2);
        assertThat(gauge("audioSeconds")).isEqualTo(2.5);
        assertThat(((Histogram) registered.metric("latencyMillis"))
                        .getStatistics()
                        .getMax())
                .isEqualTo(1_500);
        assertThat(count("failed.busy")).isZero();
    }

    @Test
    void failures_are_counted_by_their_names() {
        for (WordsFailure failure : WordsFailure.values()) {
            Pack pack = StoredPack.at("file:///nowhere", 1);
            metrics.begin(pack);
            metrics.end(pack, Transcription.failed(failure, 1), 10);
            assertThat(count("failed." + failure.name().toLowerCase(Locale.ROOT)))
                    .isEqualTo(1);
        }
        assertThat(gauge("audioSeconds")).isEqualTo(0.0);
    }

    @Test
    void an_answer_after_the_time_out_counts_no_more() {
        Pack pack = StoredPack.at("file:///nowhere", 1);
        metrics.begin(pack);
        metrics.end(pack, Transcription.failed(WordsFailure.TIMEOUT, 0), 10);
        metrics.end(pack, Transcription.heard(new Transcript(), 2), 20);

        assertThat(count("requests")).isZero();
        assertThat(count("failed.timeout")).isEqualTo(1);
    }

    private long count(String name) {
        return ((Counter) registered.metric(name)).getCount();
    }

    private Object gauge(String name) {
        return ((Gauge<?>) registered.metric(name)).getValue();
    }

    /** Keeps what is registered in it. */
    private static final class Registered extends UnregisteredMetricsGroup {
        private final Map<String, Metric> metrics = new HashMap<>();

        Metric metric(String name) {
            return Objects.requireNonNull(metrics.get(name), name);
        }

        @Override
        public MetricGroup addGroup(String name) {
            return this;
        }

        @Override
        public <C extends Counter> C counter(String name, C counter) {
            metrics.put(name, counter);
            return counter;
        }

        @Override
        public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
            metrics.put(name, gauge);
            return gauge;
        }

        @Override
        public <H extends Histogram> H histogram(String name, H histogram) {
            metrics.put(name, histogram);
            return histogram;
        }
    }
}
