package io.undertone.job.words;

import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.words.Pack;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be counted about a transcriber, and a line when it begins to fail and when it is well again. */
final class WordsMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(WordsMetrics.class);
    /** Packs that the latency is told of: a few minutes' worth. */
    private static final int LATENCIES = 256;

    private final Counter requests = new ThreadSafeSimpleCounter();
    private final Map<WordsFailure, Counter> failures = new EnumMap<>(WordsFailure.class);
    private final LongAdder samples = new LongAdder();
    private final Set<Pack> underWay = ConcurrentHashMap.newKeySet();
    private final Histogram latencyMillis = new DescriptiveStatisticsHistogram(LATENCIES);
    private volatile boolean failing;

    WordsMetrics(MetricGroup parent) {
        MetricGroup group = parent.addGroup("transcriber");
        group.counter("requests", requests);
        group.gauge("audioSeconds", (Gauge<Double>) () -> (double) samples.sum() / Recording.TELEPHONE_HZ);
        group.gauge("underWay", (Gauge<Integer>) underWay::size);
        group.histogram("latencyMillis", latencyMillis);
        for (WordsFailure failure : WordsFailure.values()) {
            String name = "failed." + failure.name().toLowerCase(Locale.ROOT);
            failures.put(failure, group.counter(name, new ThreadSafeSimpleCounter()));
        }
    }

    void begin(Pack pack) {
        underWay.add(pack);
    }

    /** Only the first end of a pack counts: an answer may come when its time is over and somebody else has given one. */
    void end(Pack pack, Transcription answer, long millis) {
        if (!underWay.remove(pack)) {
            return;
        }
        requests.inc(answer.requests());
        latencyMillis.update(millis);
        if (answer.failure() == null) {
            samples.add(pack.samples());
        } else {
            Counter counter = failures.get(answer.failure());
            if (counter != null) {
                counter.inc();
            }
        }
        if (answer.failure() != WordsFailure.NO_AUDIO) {
            note(answer.failure());
        }
    }

    private void note(@Nullable WordsFailure failure) {
        if (failure != null && !failing) {
            failing = true;
            LOG.warn("the transcriber does not give words, and calls stay without if this lasts: {}", failure);
        } else if (failure == null && failing) {
            failing = false;
            LOG.info("the transcriber gives words again");
        }
    }
}
