package io.undertone.udfs.loudness;

/** Sums over samples from which levels follow. Whole numbers, so that it is all one how the samples were cut. */
public final class LevelTally {
    public long samples;
    /** Of these, the samples that concealed a loss. */
    public long concealed;
    /** Sum of squares; holds 2³³ full-scale samples, 12 days. */
    public long squares;
    /** Sum of absolute values. */
    public long absolutes;
    /** Largest absolute value. */
    public int peak;
    /** Pairs of neighbouring samples of which one is below 0 and the other is not. */
    public long crossings;

    public LevelTally() {}

    /** Counts {@code in[from, to)}, which follows on a sample {@code before} (its own first where none is known). */
    void add(short[] in, int from, int to, short before) {
        int last = before;
        for (int i = from; i < to; i++) {
            int sample = in[i];
            int magnitude = Math.abs(sample);
            squares += (long) sample * sample;
            absolutes += magnitude;
            peak = Math.max(peak, magnitude);
            crossings += (sample ^ last) >>> 31;
            last = sample;
        }
        samples += to - from;
    }

    void add(LevelTally other) {
        samples += other.samples;
        concealed += other.concealed;
        squares += other.squares;
        absolutes += other.absolutes;
        peak = Math.max(peak, other.peak);
        crossings += other.crossings;
    }

    void clear() {
        samples = 0;
        concealed = 0;
        squares = 0;
        absolutes = 0;
        peak = 0;
        crossings = 0;
    }
}
