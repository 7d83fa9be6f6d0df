package io.undertone.job.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.Meters;
import io.undertone.udfs.words.Pack;
import io.undertone.udfs.words.Transcript;
import java.util.stream.Stream;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;

final class WordsMetricsTest {
    private final MetricListener listener = new MetricListener();
    private final WordsMetrics metrics = new WordsMetrics(Meters.of(listener.getMetricGroup()));

    @Test
    void requests_audio_and_latency_of_what_was_heard_are_counted() {
        Pack pack = StoredPack.at("file:///nowhere", 1);
        metrics.begin(pack);
        assertThat(gauge("transcription_packs_under_way")).isEqualTo(1);
        metrics.end(pack, Transcription.heard(new Transcript(), 2), 1_500);

        assertThat(gauge("transcription_packs_under_way")).isEqualTo(0);
        assertThat(count("transcription_requests_total")).isEqualTo(2);
        assertThat(gauge("transcription_audio_seconds_total")).isEqualTo(2.5);
        assertThat(listener.getHistogram(own("transcription_latency_ms")))
                .hasValueSatisfying(
                        latency -> assertThat(latency.getStatistics().getMax()).isEqualTo(1_500));
        assertThat(failures(WordsFailure.BUSY)).isZero();
    }

    @Test
    void failures_are_counted_by_their_names() {
        for (WordsFailure failure : WordsFailure.values()) {
            Pack pack = StoredPack.at("file:///nowhere", 1);
            metrics.begin(pack);
            metrics.end(pack, Transcription.failed(failure, 1), 10);
            assertThat(failures(failure)).isEqualTo(1);
        }
        assertThat(gauge("transcription_audio_seconds_total")).isEqualTo(0.0);
    }

    @Test
    void an_answer_after_the_time_out_counts_no_more() {
        Pack pack = StoredPack.at("file:///nowhere", 1);
        metrics.begin(pack);
        metrics.end(pack, Transcription.failed(WordsFailure.TIMEOUT, 0), 10);
        metrics.end(pack, Transcription.heard(new Transcript(), 2), 20);

        assertThat(count("transcription_requests_total")).isZero();
        assertThat(failures(WordsFailure.TIMEOUT)).isEqualTo(1);
    }

    private long failures(WordsFailure cause) {
        return count("transcription_failures_by", "cause", cause.name(), "total");
    }

    private long count(String... name) {
        return listener.getCounter(own(name)).map(Counter::getCount).orElse(-1L);
    }

    private Object gauge(String name) {
        return listener.getGauge(own(name)).orElseThrow().getValue();
    }

    private static String[] own(String... name) {
        return Stream.concat(Stream.of("undertone"), Stream.of(name)).toArray(String[]::new);
    }
}
