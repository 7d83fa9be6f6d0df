package io.undertone.udfs.loudness;

import io.undertone.udfs.frontend.PowerSpectrum;
import java.util.Arrays;

/**
 * Measures the spectrum of a leg's media, frame by frame, at the rate at which it was received.
 *
 * <p>A frame is 32 ms under a periodic Hann window, one begins every 16 ms, and none reaches over a gap. Results don't
 * depend on how the leg was cut into records, but for the last digits of floating-point sums. A meter holds buffers, no
 * leg's data: it serves any number of legs from one thread.
 */
public final class SpectrumMeter {
    /** Bands of Callytics' equaliser; one ends where the next begins, the last at half the rate at the latest. */
    static final int BANDS = 4;

    private static final int[] EDGES_HZ = {20, 250, 2_000, 6_000, 20_000};
    private static final double FULL_SCALE = 32_768;

    private final int sampleRateHz;
    private final int frame;
    private final int hop;
    /** Scales samples to ±1 too. */
    private final double[] window;

    private final double[] windowed;
    private final PowerSpectrum spectrum;
    private final double[] power;
    /** Turns a bin's power into its share of the mean square of the samples (Parseval); both signs of a frequency count. */
    private final double[] meanSquares;
    /** First bin of each band, and behind the last. */
    private final int[] firstBins = new int[BANDS + 1];

    private final CepstralSums cepstrum;

    public SpectrumMeter(int sampleRateHz) {
        if (sampleRateHz < 1_000 || sampleRateHz % 1_000 != 0) {
            throw new IllegalArgumentException("need a rate of whole kHz, got " + sampleRateHz);
        }
        this.sampleRateHz = sampleRateHz;
        this.frame = sampleRateHz / 1_000 * 32;
        this.hop = frame / 2;
        this.window = new double[frame];
        this.windowed = new double[frame];
        this.spectrum = new PowerSpectrum(frame);
        this.power = new double[frame / 2 + 1];
        this.meanSquares = new double[power.length];
        this.cepstrum = new CepstralSums(sampleRateHz, frame);
        fillWindow();
        for (int edge = 0; edge < firstBins.length; edge++) {
            int bin = (EDGES_HZ[edge] * frame + sampleRateHz - 1) / sampleRateHz;
            firstBins[edge] = Math.min(bin, power.length);
        }
    }

    /** Whether a band holds anything at this rate. */
    static boolean reaches(int band, int sampleRateHz) {
        return 2 * EDGES_HZ[band] < sampleRateHz;
    }

    /** Measures {@code samples[from, to)}, which go on where the leg stopped. Allocates nothing, but at a leg's first samples. */
    public void advance(SpectrumState state, short[] samples, int from, int to) {
        if (state.sampleRateHz != sampleRateHz) {
            begin(state);
        }
        for (int at = from; at < to; ) {
            int taken = Math.min(frame - state.pending, to - at);
            System.arraycopy(samples, at, state.tail, state.pending, taken);
            state.pending += taken;
            at += taken;
            if (state.pending == frame) {
                measure(state);
                System.arraycopy(state.tail, hop, state.tail, 0, frame - hop);
                state.pending = frame - hop;
            }
        }
        cepstrum.moveTo(state.coefficients);
    }

    /** The leg has a gap. Its last samples are forgotten: they may lie in a pause that must not be kept. */
    public static void interrupt(SpectrumState state) {
        Arrays.fill(state.tail, (short) 0);
        state.pending = 0;
    }

    /** Another rate's bands can't be added to these: the means are those of the rate that the leg had last. */
    private void begin(SpectrumState state) {
        state.sampleRateHz = sampleRateHz;
        state.tail = new short[frame];
        state.pending = 0;
        state.frames = 0;
        state.sounding = 0;
        state.centroidsHz = 0;
        Arrays.fill(state.bandPower, 0);
        Arrays.fill(state.coefficients, 0);
    }

    private void measure(SpectrumState state) {
        for (int i = 0; i < frame; i++) {
            windowed[i] = window[i] * state.tail[i];
        }
        spectrum.of(windowed, power);
        double sum = 0;
        double moment = 0;
        for (int bin = 0; bin < power.length; bin++) {
            sum += power[bin];
            moment += bin * power[bin];
        }
        if (sum > 0) {
            state.centroidsHz += moment / sum * sampleRateHz / frame;
            state.sounding++;
        }
        for (int band = 0; band < BANDS; band++) {
            state.bandPower[band] += meanSquare(firstBins[band], firstBins[band + 1]);
        }
        cepstrum.add(power);
        state.frames++;
    }

    private double meanSquare(int firstBin, int endBin) {
        double sum = 0;
        for (int bin = firstBin; bin < endBin; bin++) {
            sum += meanSquares[bin] * power[bin];
        }
        return sum;
    }

    private void fillWindow() {
        double squares = 0;
        for (int i = 0; i < frame; i++) {
            double weight = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / frame);
            window[i] = weight / FULL_SCALE;
            squares += weight * weight;
        }
        Arrays.fill(meanSquares, 2 / (frame * squares));
        meanSquares[0] /= 2;
        meanSquares[frame / 2] /= 2;
    }
}
