package io.undertone.job.config;

import java.io.Serializable;

/** The live leg. {@code parallelism} 0 leaves it to the cluster. */
public record LiveConfig(
        int parallelism,
        long checkpointIntervalMs,
        long bufferTimeoutMs,
        LifecycleConfig lifecycle,
        SequencingConfig sequencing,
        SpeechConfig speech,
        UtteranceConfig utterances,
        VadBatchConfig vadBatch,
        SpeakersConfig speakers,
        EmotionConfig emotion,
        DeliveryConfig alerts)
        implements Serializable {
    /** The program's maximum parallelism: more subtasks than key groups would have nothing to do. */
    static final int MAX_PARALLELISM = 720;

    public LiveConfig {
        Need.within(0, MAX_PARALLELISM, "parallelism", parallelism);
        Need.atLeast(10, "checkpoint_interval_ms", checkpointIntervalMs); // Flink's own least
        Need.atLeast(0, "buffer_timeout_ms", bufferTimeoutMs);
        Need.that(
                alerts.delivery() == AlertDelivery.AT_LEAST_ONCE
                        || alerts.transactionTimeoutMs() > 2 * checkpointIntervalMs,
                "alerts.transaction_timeout_ms > 2 x checkpoint_interval_ms, got %d and %d"
                        .formatted(alerts.transactionTimeoutMs(), checkpointIntervalMs));
        Need.that(
                utterances.closeAfterMs() >= speech.minSilenceMs(),
                "utterances.close_after_ms >= speech.min_silence_ms, got %d and %d"
                        .formatted(utterances.closeAfterMs(), speech.minSilenceMs()));
    }
}
