package io.undertone.udfs.conversation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the silences of a call look like, and how much of it lies in unusually long ones.
 *
 * <p>With silences s₁ ≤ … ≤ sₙ: σ is the population's standard deviation; the median of an even number is the mean of
 * the two in the middle; the quartiles are the order statistics s(⌊n/4⌋) and s(⌊3n/4⌋), at least s(1);
 * {@code thresholdStd} = σ·factor, {@code thresholdIqr} = median + IQR·factor; a total over a threshold is the sum of the
 * silences that are not below it. If all are equal, σ = 0 and every one counts: that is the definition.
 *
 * <p>Without silences the totals are 0 and every figure that describes a silence is null: a call without gaps has no
 * typical gap, least of all one of 0 s.
 *
 * @param totalStdSeconds sum of the silences of at least {@code thresholdStdSeconds}
 * @param totalIqrSeconds sum of the silences of at least {@code thresholdIqrSeconds}
 */
public record SilenceStatistics(
        int count,
        double totalSeconds,
        @Nullable Double meanSeconds,
        @Nullable Double medianSeconds,
        @Nullable Double sigmaSeconds,
        @Nullable Double q1Seconds,
        @Nullable Double q3Seconds,
        @Nullable Double iqrSeconds,
        @Nullable Double maxSeconds,
        @Nullable Double thresholdStdSeconds,
        @Nullable Double thresholdIqrSeconds,
        double totalStdSeconds,
        double totalIqrSeconds) {

    private static final SilenceStatistics NONE =
            new SilenceStatistics(0, 0, null, null, null, null, null, null, null, null, null, 0, 0);

    /** Describes silences of the given net lengths, in any order; every length is compared in samples. */
    public static SilenceStatistics of(long[] netSamples, int sampleRate, SilenceSettings settings) {
        if (sampleRate < 1) {
            throw new IllegalArgumentException("need sampleRate >= 1, got %d".formatted(sampleRate));
        }
        if (netSamples.length == 0) {
            return NONE;
        }
        long[] sorted = netSamples.clone();
        Arrays.sort(sorted);
        if (sorted[0] < 1) {
            throw new IllegalArgumentException("a silence has at least one sample, got %d".formatted(sorted[0]));
        }
        return describe(sorted, sampleRate, settings);
    }

    private static SilenceStatistics describe(long[] sorted, int rate, SilenceSettings settings) {
        int n = sorted.length;
        long total = totalOfAtLeast(0, sorted);
        double mean = (double) total / n;
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0;
        double sigma = sigma(sorted, mean);
        long q1 = orderStatistic(sorted, n / 4);
        long q3 = orderStatistic(sorted, (int) (3L * n / 4));
        double thresholdStd = sigma * settings.stdFactor();
        double thresholdIqr = median + (q3 - q1) * settings.iqrFactor();
        return new SilenceStatistics(
                n,
                (double) total / rate,
                mean / rate,
                median / rate,
                sigma / rate,
                (double) q1 / rate,
                (double) q3 / rate,
                (double) (q3 - q1) / rate,
                (double) sorted[n - 1] / rate,
                thresholdStd / rate,
                thresholdIqr / rate,
                (double) totalOfAtLeast(thresholdStd, sorted) / rate,
                (double) totalOfAtLeast(thresholdIqr, sorted) / rate);
    }

    /** {@code rank} counts from 1; the quartiles of fewer than four silences would ask for rank 0. */
    private static long orderStatistic(long[] sorted, int rank) {
        return sorted[Math.max(rank, 1) - 1];
    }

    /** In two passes: deviations of equal lengths are exactly 0, which Σs² − (Σs)²/n would not promise. */
    private static double sigma(long[] samples, double mean) {
        double squares = 0;
        for (long length : samples) {
            squares += (length - mean) * (length - mean);
        }
        return Math.sqrt(squares / samples.length);
    }

    private static long totalOfAtLeast(double threshold, long[] samples) {
        long total = 0;
        for (long length : samples) {
            if (length >= threshold) {
                total += length;
            }
        }
        return total;
    }
}
