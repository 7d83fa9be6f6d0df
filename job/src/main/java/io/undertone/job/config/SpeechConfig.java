package io.undertone.job.config;

import java.io.Serializable;

/** When a probability per 32 ms becomes speech, with hysteresis. */
public record SpeechConfig(double onset, double offset, int minSpeechMs, int minSilenceMs, int padMs)
        implements Serializable {
    public SpeechConfig {
        Need.that(
                0 < offset && offset < onset && onset < 1,
                "0 < offset < onset < 1, got offset=%s onset=%s".formatted(offset, onset));
        Need.atLeast(1, "min_speech_ms", minSpeechMs);
        Need.atLeast(1, "min_silence_ms", minSilenceMs);
        Need.atLeast(0, "pad_ms", padMs);
    }
}
