package io.undertone.udfs.moods;

/** The speech that an alert rests on. A POJO: keyed state. */
public class Evidence {
    public long begin;
    public long speechSamples;
    /** Of these at full scale. */
    public double clippedSamples;
    /** Highest score. */
    public double peak;

    public Evidence() {}

    static Evidence from(long begin) {
        var evidence = new Evidence();
        evidence.begin = begin;
        evidence.peak = Double.NEGATIVE_INFINITY;
        return evidence;
    }

    Evidence copy() {
        var copy = from(begin);
        copy.speechSamples = speechSamples;
        copy.clippedSamples = clippedSamples;
        copy.peak = peak;
        return copy;
    }

    void add(long samples, double clippedShare) {
        speechSamples += samples;
        clippedSamples += samples * clippedShare;
    }

    void reach(double score) {
        peak = Math.max(peak, score);
    }

    double clippedRatio() {
        return speechSamples == 0 ? 0 : Rounded.score(clippedSamples / speechSamples);
    }
}
