package io.undertone.udfs.moods;

import io.undertone.udfs.call.MoodMean;
import io.undertone.udfs.call.SpeakerMood;
import io.undertone.udfs.model.Mood;
import java.util.ArrayList;
import java.util.List;

/** The windows of one speaker, counted: {@value #BINS} stretches of the call whatever its length. A POJO: keyed state. */
public class MoodTally {
    private static final int MOODS = Mood.values().length;
    private static final int NEGATIVE = EmotionClasses.place(Mood.NEGATIVE);
    private static final int NEUTRAL = EmotionClasses.place(Mood.NEUTRAL);
    private static final int POSITIVE = EmotionClasses.place(Mood.POSITIVE);
    private static final int BINS = 16;
    /** 10 s; the first doubling comes at 2:40, an hour is told in stretches of 5:20. */
    private static final long FIRST_BIN_SAMPLES = 80_000;

    private static final double NOTHING = -1;

    public int windows;
    public int failed;
    /** Windows by their likeliest mood, and sums of their probabilities. */
    public int[] counts = new int[MOODS];

    public double[] sums = new double[MOODS];
    public double peakNegative;
    public long peakSample;
    public int switches;
    /** Ordinal of the likeliest smoothed mood; −1 before the first window with scores. */
    public int likeliest = -1;
    /** Smoothed NEGATIVE, and windows with scores, by stretch. */
    public double[] binSums = new double[BINS];

    public int[] binCounts = new int[BINS];
    public long binSamples = FIRST_BIN_SAMPLES;

    public MoodTally() {}

    /** Counts a window that has no scores. */
    void fail() {
        windows++;
        failed++;
    }

    /** Counts a window that ends at {@code to}. */
    void count(List<Double> moods, List<Double> smoothed, long to) {
        windows++;
        counts[likeliest(moods)]++;
        for (int i = 0; i < MOODS; i++) {
            sums[i] += moods.get(i);
        }
        double negative = smoothed.get(NEGATIVE);
        if (negative > peakNegative) {
            peakNegative = negative;
            peakSample = to;
        }
        int now = likeliest(smoothed);
        switches += likeliest < 0 || likeliest == now ? 0 : 1;
        likeliest = now;
        int bin = binThatEnds(to);
        binSums[bin] += negative;
        binCounts[bin]++;
    }

    /** What an ended call keeps of it. */
    void writeTo(SpeakerMood mood, long durationSamples) {
        int last = binThatEnds(durationSamples);
        mood.windows = windows;
        mood.failed = failed;
        mood.negativeWindows = counts[NEGATIVE];
        mood.neutralWindows = counts[NEUTRAL];
        mood.positiveWindows = counts[POSITIVE];
        mood.mean = windows == failed ? null : new MoodMean(mean(NEGATIVE), mean(NEUTRAL), mean(POSITIVE));
        mood.peakNegative = peakNegative;
        mood.peakSample = peakSample;
        mood.switches = switches;
        mood.binSamples = binSamples;
        mood.trajectory = trajectory(last);
    }

    private double mean(int mood) {
        return Rounded.score(sums[mood] / (windows - failed));
    }

    private List<Double> trajectory(int last) {
        var means = new ArrayList<Double>(BINS);
        for (int i = 0; i < BINS; i++) {
            if (i <= last || binCounts[i] > 0) {
                means.add(binCounts[i] == 0 ? NOTHING : Rounded.score(binSums[i] / binCounts[i]));
            }
        }
        return means;
    }

    /** The stretch in which what ends at {@code to} lies, once stretches are long enough for it. */
    private int binThatEnds(long to) {
        long lastSample = Math.max(0, to - 1);
        while (lastSample / binSamples >= BINS) {
            for (int i = 0; i < BINS; i++) {
                binSums[i] = 2 * i < BINS ? binSums[2 * i] + binSums[2 * i + 1] : 0;
                binCounts[i] = 2 * i < BINS ? binCounts[2 * i] + binCounts[2 * i + 1] : 0;
            }
            binSamples *= 2;
        }
        return (int) (lastSample / binSamples);
    }

    private static int likeliest(List<Double> moods) {
        int best = 0;
        for (int i = 1; i < MOODS; i++) {
            best = moods.get(i) > moods.get(best) ? i : best;
        }
        return best;
    }
}
