package io.undertone.job.config;

import java.io.Serializable;

/** How long later media of a stream waits for a missing record. */
public record SequencingConfig(int reorderMs) implements Serializable {
    /** What may wait is bounded by the audio that state may hold: 4 s of a leg. */
    private static final int MOST_AUDIO_MS = 4_000;

    public SequencingConfig {
        Need.within(0, MOST_AUDIO_MS, "reorder_ms", reorderMs);
    }
}
