package io.undertone.udfs.audio;

/**
 * Resamples whole recordings between integer rates by a polyphase windowed sinc.
 *
 * <p>It passes 0.43 of the lower rate (3440 Hz of 8 kHz) and stops from half of it on by 80 dB, so nothing aliases.
 * Output sample m lies at the time of m / toHz: no delay. Beyond its ends a recording is silent.
 */
public final class Resampler {
    private static final double PASS = 0.43;
    private static final double STOP = 0.5;
    private static final double STOP_DB = 80;

    /** Output sample m lies at input time m · step / phases. */
    private final int phases;

    private final int step;
    /** Input samples before and after the output's time that count. */
    private final int reach;

    /** For each phase the weights of the {@code 2 · reach} input samples around it, earliest first. */
    private final float[] weights;

    public Resampler(int fromHz, int toHz) {
        if (fromHz <= 0 || toHz <= 0) {
            throw new IllegalArgumentException("need rates above 0 Hz, got %d and %d".formatted(fromHz, toHz));
        }
        int divisor = greatestCommonDivisor(fromHz, toHz);
        this.phases = toHz / divisor;
        this.step = fromHz / divisor;
        double lower = (double) Math.min(fromHz, toHz) / fromHz;
        var filter = new KaiserSinc(PASS * lower, STOP * lower, STOP_DB);
        this.reach = (int) Math.ceil(filter.halfWidth());
        this.weights = weights(filter);
    }

    /** A whole recording at another rate, in samples of its own. */
    public static float[] resampled(float[] samples, int fromHz, int toHz) {
        if (fromHz == toHz) {
            return samples.clone();
        }
        var resampler = new Resampler(fromHz, toHz);
        float[] out = new float[resampler.outputLength(samples.length)];
        resampler.resample(samples, 0, samples.length, out, 0);
        return out;
    }

    /** Samples that {@code count} samples become. */
    public int outputLength(int count) {
        return Math.toIntExact(((long) count * phases + step - 1) / step);
    }

    /** The fewest samples that become {@code count} samples or more. */
    public int inputLength(int count) {
        return Math.toIntExact((long) (count - 1) * step / phases + 1);
    }

    /**
     * Resamples {@code in[from, from + count)} to {@code out}, from {@code at} on; around it lies silence. Allocates
     * nothing.
     */
    public void resample(float[] in, int from, int count, float[] out, int at) {
        int samples = outputLength(count);
        for (int m = 0; m < samples; m++) {
            long time = (long) m * step;
            int first = (int) (time / phases) - reach + 1;
            int row = (int) (time % phases) * 2 * reach;
            int begin = Math.max(0, -first);
            out[at + m] = weighted(in, from + first, row, begin, Math.min(2 * reach, count - first));
        }
    }

    public short[] resample(short[] in) {
        short[] out = new short[outputLength(in.length)];
        for (int m = 0; m < out.length; m++) {
            long time = (long) m * step;
            out[m] = at(in, (int) (time / phases), (int) (time % phases));
        }
        return out;
    }

    private short at(short[] in, int whole, int phase) {
        int first = whole - reach + 1;
        int row = phase * 2 * reach;
        int end = Math.min(2 * reach, in.length - first);
        double sum = 0;
        for (int k = Math.max(0, -first); k < end; k++) {
            sum += weights[row + k] * in[first + k];
        }
        return Samples.clip(sum);
    }

    /** Four sums at once, because one would wait for itself at every step. */
    private float weighted(float[] in, int first, int row, int begin, int end) {
        float even = 0;
        float odd = 0;
        float nextEven = 0;
        float nextOdd = 0;
        int k = begin;
        for (; k + 3 < end; k += 4) {
            even += weights[row + k] * in[first + k];
            odd += weights[row + k + 1] * in[first + k + 1];
            nextEven += weights[row + k + 2] * in[first + k + 2];
            nextOdd += weights[row + k + 3] * in[first + k + 3];
        }
        for (; k < end; k++) {
            even += weights[row + k] * in[first + k];
        }
        return even + odd + nextEven + nextOdd;
    }

    private float[] weights(KaiserSinc filter) {
        float[] table = new float[Math.multiplyExact(phases, 2 * reach)];
        for (int phase = 0; phase < phases; phase++) {
            double sum = 0;
            for (int k = 0; k < 2 * reach; k++) {
                sum += filter.at(time(phase, k));
            }
            for (int k = 0; k < 2 * reach; k++) {
                table[phase * 2 * reach + k] = (float) (filter.at(time(phase, k)) / sum);
            }
        }
        return table;
    }

    /** Time of input sample {@code k} of a phase's row, seen from the output sample. */
    private double time(int phase, int k) {
        return k - reach + 1 - (double) phase / phases;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
