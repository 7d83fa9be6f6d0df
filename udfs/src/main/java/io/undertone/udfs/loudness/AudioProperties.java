package io.undertone.udfs.loudness;

/**
 * The levels of a leg over all that was played of it, concealed samples included. Full scale is 1.
 *
 * @param rmsLinear root mean square, as a fraction of full scale
 * @param rmsDbfs the same in dBFS: a full-scale sine has −3.01; −120 for digital silence
 * @param zeroCrossingRate crossings per sample; 0 counts as positive, a gap in the media is no crossing
 * @param peakDbfs largest absolute sample in dBFS; −120 for digital silence
 * @param meanAbsolute mean absolute sample, as a fraction of full scale: what Diglett called loudness
 * @param samples samples played, at 8 kHz
 */
public record AudioProperties(
        double rmsLinear, double rmsDbfs, double zeroCrossingRate, double peakDbfs, double meanAbsolute, long samples) {
    private static final double FULL_SCALE = 32_768;

    static AudioProperties of(LevelTally tally) {
        double samples = Math.max(1, tally.samples);
        double rms = Math.sqrt(tally.squares / samples) / FULL_SCALE;
        return new AudioProperties(
                rms,
                Levels.dbfs(rms),
                tally.crossings / samples,
                Levels.dbfs(tally.peak / FULL_SCALE),
                tally.absolutes / samples / FULL_SCALE,
                tally.samples);
    }
}
