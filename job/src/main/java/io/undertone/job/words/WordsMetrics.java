package io.undertone.job.words;

import io.undertone.job.runtime.Meters;
import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.words.Pack;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be counted about a transcriber, and a line when it begins to fail and when it is well again. */
final class WordsMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(WordsMetrics.class);

    private final Counter requests;
    private final Map<WordsFailure, Counter> failures = new EnumMap<>(WordsFailure.class);
    private final LongAdder samples = new LongAdder();
    private final Set<Pack> underWay = ConcurrentHashMap.newKeySet();
    private final Histogram latencyMillis;
    private volatile boolean failing;

    WordsMetrics(Meters meters) {
        requests = meters.sharedCounter("transcription_requests");
        meters.total("transcription_audio_seconds", () -> (double) samples.sum() / Recording.TELEPHONE_HZ);
        meters.gauge("transcription_packs_under_way", underWay::size);
        latencyMillis = meters.millis("transcription_latency");
        for (WordsFailure failure : WordsFailure.values()) {
            failures.put(failure, meters.sharedCounter("transcription_failures", "cause", failure.name()));
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
