package io.undertone.udfs.frontend;

/**
 * What GE2E speaker encoders hear of speech at 16 kHz: the power of 40 mel bands, without logarithm, in slices of 160
 * frames, [slices, 160, 40].
 *
 * <p>As Resemblyzer 0.1.4 does it ({@code wav_to_mel_spectrogram}, and {@code compute_partial_slices} at its defaults:
 * 1.3 slices a second, the last one at least three quarters full). The caller averages the embeddings of the slices.
 */
final class Ge2eMel implements FrontEnd {
    static final int SAMPLE_RATE_HZ = 16_000;

    private static final int BANDS = 40;
    private static final int SLICE_FRAMES = 160;
    private static final int STEP_FRAMES = 77;
    private static final double LEAST_COVERAGE = 0.75;
    private static final int HOP = CentredSpectrum.HOP;
    private static final int SLICE_LENGTH = SLICE_FRAMES * BANDS;

    private final CentredSpectrum spectrum = new CentredSpectrum();
    private final MelBands bands = MelBands.slaney(BANDS, SAMPLE_RATE_HZ, CentredSpectrum.FRAME);
    private final double[] power = new double[CentredSpectrum.BINS];

    @Override
    public int minSamples() {
        return 1;
    }

    @Override
    public int[] shape(int samples) {
        return new int[] {slices(samples), SLICE_FRAMES, BANDS};
    }

    @Override
    public int length(int samples) {
        return slices(samples) * SLICE_LENGTH;
    }

    @Override
    public void features(float[] samples, int from, int count, float[] out, int at) {
        int slices = slices(count);
        int known = 0;
        for (int slice = 0; slice < slices; slice++) {
            int begin = at + slice * SLICE_LENGTH;
            System.arraycopy(out, begin - known * BANDS, out, begin, known * BANDS);
            for (int t = known; t < SLICE_FRAMES; t++) {
                int centre = (slice * STEP_FRAMES + t) * HOP;
                spectrum.betweenSilence(samples, from, count, centre, power);
                for (int band = 0; band < BANDS; band++) {
                    out[begin + t * BANDS + band] = (float) bands.energy(band, power);
                }
            }
            known = SLICE_FRAMES - STEP_FRAMES;
        }
    }

    private static int slices(int samples) {
        SampleCounts.requireAtLeast(1, samples);
        int frames = samples / HOP + 1;
        int slices = Math.max(0, frames - SLICE_FRAMES + STEP_FRAMES) / STEP_FRAMES + 1;
        double coverage = ((double) samples / HOP - (slices - 1) * STEP_FRAMES) / SLICE_FRAMES;
        return coverage < LEAST_COVERAGE && slices > 1 ? slices - 1 : slices;
    }
}
