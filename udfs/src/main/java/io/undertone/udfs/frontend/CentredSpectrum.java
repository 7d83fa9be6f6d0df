package io.undertone.udfs.frontend;

/** Power spectra of frames of 25 ms at 16 kHz around given samples, under a periodic Hann window: librosa's and Whisper's. */
final class CentredSpectrum {
    static final int FRAME = 400;
    static final int HOP = 160;
    static final int BINS = FRAME / 2 + 1;

    private final double[] hann = new double[FRAME];
    private final double[] frame = new double[FRAME];
    private final PowerSpectrum spectrum = new PowerSpectrum(FRAME);

    CentredSpectrum() {
        for (int i = 0; i < FRAME; i++) {
            hann[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / FRAME);
        }
    }

    /** The frame around sample {@code centre}, as if there were silence around the {@code count} samples. */
    void betweenSilence(float[] samples, int from, int count, int centre, double[] power) {
        for (int k = 0; k < FRAME; k++) {
            int i = centre - FRAME / 2 + k;
            frame[k] = i >= 0 && i < count ? hann[k] * samples[from + i] : 0;
        }
        spectrum.of(frame, power);
    }

    /** The same, but silence only up to sample {@code end}: there, and before the first, the signal is mirrored. */
    void betweenMirrors(float[] samples, int from, int count, int end, int centre, double[] power) {
        for (int k = 0; k < FRAME; k++) {
            int i = Math.abs(centre - FRAME / 2 + k);
            if (i >= end) {
                i = 2 * (end - 1) - i;
            }
            frame[k] = i < count ? hann[k] * samples[from + i] : 0;
        }
        spectrum.of(frame, power);
    }
}
