package io.undertone.udfs.frontend;

import java.util.OptionalDouble;

/**
 * What a front end is built for.
 *
 * @param audioHz rate of the samples that it is given
 * @param modelHz rate that the model wants: other audio is resampled first
 * @param maxSamples the longest window that it is given, at {@code audioHz}; scratch space is as long
 * @param levelDbfs RMS level that each window is brought to; empty leaves it, but for {@code ge2e-mel}: −30 dBFS
 * @param padded for {@code whisper-log-mel}: to 30 s, as Whisper itself does; otherwise as long as the window
 * @param window for {@code kaldi-fbank}
 */
public record FrontEndSettings(
        int audioHz, int modelHz, int maxSamples, OptionalDouble levelDbfs, boolean padded, KaldiWindow window) {
    public FrontEndSettings {
        if (audioHz <= 0 || modelHz <= 0 || maxSamples <= 0) {
            throw new IllegalArgumentException("need rates and maxSamples above 0, got %d Hz, %d Hz and %d samples"
                    .formatted(audioHz, modelHz, maxSamples));
        }
        if (levelDbfs.isPresent() && !(levelDbfs.getAsDouble() >= -90 && levelDbfs.getAsDouble() <= 0)) {
            throw new IllegalArgumentException(
                    "need a level of -90 to 0 dBFS, got %s".formatted(levelDbfs.getAsDouble()));
        }
    }

    /** Windows as they come: no level, no padding, Kaldi's own window. */
    public static FrontEndSettings of(int audioHz, int modelHz, int maxSamples) {
        return new FrontEndSettings(audioHz, modelHz, maxSamples, OptionalDouble.empty(), false, KaldiWindow.POVEY);
    }

    public FrontEndSettings levelled(double dbfs) {
        return new FrontEndSettings(audioHz, modelHz, maxSamples, OptionalDouble.of(dbfs), padded, window);
    }

    public FrontEndSettings toThirtySeconds() {
        return new FrontEndSettings(audioHz, modelHz, maxSamples, levelDbfs, true, window);
    }

    public FrontEndSettings with(KaldiWindow shape) {
        return new FrontEndSettings(audioHz, modelHz, maxSamples, levelDbfs, padded, shape);
    }
}
