package io.undertone.udfs.loudness;

import org.jspecify.annotations.Nullable;

/**
 * How loud one leg was in one second of the call's timeline.
 *
 * @param second the second: samples {@code second · 8000} to {@code (second + 1) · 8000}
 * @param momentaryLufs BS.1770-4 loudness of the last 400 ms that ended in this second; −120 for digital silence, null
 *     when the media before was too short
 * @param rmsDbfs RMS in dBFS (a full-scale sine has −3.01); −120 for digital silence
 * @param peakDbfs largest absolute sample in dBFS; −120 for digital silence
 * @param meanAbsolute mean absolute sample, as a fraction of full scale
 * @param lostRatio share of the second's samples that conceal a loss, 0 to 1
 */
public record LevelReading(
        long second,
        @Nullable Double momentaryLufs,
        double rmsDbfs,
        double peakDbfs,
        double meanAbsolute,
        double lostRatio) {

    /** The reading of a second with at least one sample. */
    static LevelReading of(SecondTally tally) {
        AudioProperties levels = AudioProperties.of(tally.levels);
        return new LevelReading(
                tally.second,
                tally.momentary < 0 ? null : Levels.lufs(tally.momentary),
                levels.rmsDbfs(),
                levels.peakDbfs(),
                levels.meanAbsolute(),
                (double) tally.levels.concealed / tally.levels.samples);
    }
}
