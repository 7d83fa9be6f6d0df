package io.undertone.udfs.speech;

import java.io.Serializable;

/** When a leg starts and stops speaking. Durations count in whole frames of 32 ms, rounded up. */
public record SpeechSettings(float onset, float offset, int minSpeechMillis, int minSilenceMillis, int padMillis)
        implements Serializable {

    public SpeechSettings {
        if (!(0 < offset && offset < onset && onset < 1)) {
            throw new IllegalArgumentException(
                    "need 0 < offset < onset < 1, got offset=%s onset=%s".formatted(offset, onset));
        }
        if (minSpeechMillis < 1 || minSilenceMillis < 1 || padMillis < 0) {
            throw new IllegalArgumentException(
                    "need minSpeechMillis >= 1, minSilenceMillis >= 1, padMillis >= 0, got %d, %d, %d"
                            .formatted(minSpeechMillis, minSilenceMillis, padMillis));
        }
    }

    public static SpeechSettings defaults() {
        return new SpeechSettings(0.5f, 0.35f, 250, 100, 30);
    }

    public int minSpeechFrames() {
        return VadFrame.framesLasting(minSpeechMillis);
    }

    public int minSilenceFrames() {
        return VadFrame.framesLasting(minSilenceMillis);
    }

    public int padFrames() {
        return VadFrame.framesLasting(padMillis);
    }

    /** Whether a frame speaks against the label in force. Between the two thresholds a frame agrees with either. */
    boolean contradicts(boolean speaking, float speechProbability) {
        return speaking ? speechProbability < offset : speechProbability >= onset;
    }
}
