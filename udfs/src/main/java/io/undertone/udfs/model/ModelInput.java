package io.undertone.udfs.model;

import io.undertone.udfs.frontend.KaldiWindow;
import org.jspecify.annotations.Nullable;

/**
 * What a model hears.
 *
 * @param name of the network's input
 * @param frontEnd what turns samples into that input
 * @param sampleRate in Hz, that the model or its front end works at
 * @param minSeconds shorter windows are refused
 * @param maxSeconds longer windows are refused
 * @param levelDbfs RMS level that each window is brought to; null leaves it, or the network does it
 * @param padded a Whisper log-mel of 30 s, as Whisper itself makes it
 * @param window of a Kaldi filter bank: {@code povey}, Kaldi's own, where it is null, or {@code hamming}, WeSpeaker's
 */
public record ModelInput(
        String name,
        String frontEnd,
        int sampleRate,
        double minSeconds,
        double maxSeconds,
        @Nullable Double levelDbfs,
        boolean padded,
        @Nullable KaldiWindow window) {
    public ModelInput {
        if (!(0 < minSeconds && minSeconds <= maxSeconds && maxSeconds <= 60)) {
            throw new IllegalArgumentException("input: need 0 < min_seconds <= max_seconds <= 60, got %s and %s"
                    .formatted(minSeconds, maxSeconds));
        }
        if (sampleRate != 8_000 && sampleRate != 16_000) {
            throw new IllegalArgumentException("input: need a sample_rate of 8000 or 16000, got " + sampleRate);
        }
    }
}
