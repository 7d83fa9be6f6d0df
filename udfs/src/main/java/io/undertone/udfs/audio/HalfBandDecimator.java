package io.undertone.udfs.audio;

/**
 * Halves the rate of a stream, 16 kHz to 8 kHz, however it is cut into blocks.
 *
 * <p>A half-band filter of 55 taps: passes up to 3.4 kHz within 0.1 dB, stops from 4.6 kHz on by 67 dB; what lies
 * between folds to above 3.4 kHz. Every other tap is zero, the centre is one half. Every second input sample gives one
 * output sample, 13 output samples (1.6 ms) later than a filter without delay would.
 */
public final class HalfBandDecimator {
    /** Distance of the outermost tap from the centre. */
    private static final int REACH = 27;

    private static final int MASK = 63;

    /** Taps at the distances 1, 3, … 27 from the centre. */
    private static final double[] TAPS = taps();

    private HalfBandDecimator() {}

    /**
     * Takes {@code in[from, to)} and writes what follows from it to {@code out} from {@code outFrom} on. Allocates
     * nothing.
     *
     * @return the number of samples written: half of those taken, up to one more or less as the phase has it
     */
    public static int decimate(HalfBandState state, short[] in, int from, int to, short[] out, int outFrom) {
        int written = 0;
        for (int i = from; i < to; i++) {
            state.line[state.next] = in[i];
            if ((state.next & 1) == 1) {
                out[outFrom + written++] = filtered(state.line, state.next - REACH);
            }
            state.next = (state.next + 1) & MASK;
        }
        return written;
    }

    private static short filtered(short[] line, int centre) {
        double sum = 0.5 * line[centre & MASK];
        for (int k = 0; k < TAPS.length; k++) {
            int distance = 2 * k + 1;
            sum += TAPS[k] * (line[(centre - distance) & MASK] + line[(centre + distance) & MASK]);
        }
        return Samples.clip(sum);
    }

    /** Scaled so that the odd taps sum to one half: unity gain at 0 Hz, a null at half the input rate. */
    private static double[] taps() {
        var filter = new KaiserSinc(3400.0 / 16_000, 4600.0 / 16_000, 70);
        double[] taps = new double[(REACH + 1) / 2];
        double sum = 0;
        for (int k = 0; k < taps.length; k++) {
            taps[k] = filter.at(2 * k + 1);
            sum += 2 * taps[k];
        }
        for (int k = 0; k < taps.length; k++) {
            taps[k] *= 0.5 / sum;
        }
        return taps;
    }
}
