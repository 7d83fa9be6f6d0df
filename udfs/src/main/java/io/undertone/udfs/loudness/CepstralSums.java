package io.undertone.udfs.loudness;

import io.undertone.udfs.frontend.MelBands;
import java.util.Arrays;

/**
 * Sums of mel-frequency cepstral coefficients over frames, by librosa's conventions: 40 bands of equal area on Slaney's
 * scale up to half the rate, their natural logarithms, an orthonormal DCT-II. Nothing is clamped to a range below the
 * loudest band.
 *
 * <p>A sum of logarithms is the logarithm of a product, and the transform of a sum is the sum of transforms: so there is
 * one logarithm a band for up to 16 frames, and one transform for all frames between two calls of {@link #moveTo}.
 */
final class CepstralSums {
    static final int COEFFICIENTS = 13;

    private static final int MEL_BANDS = 40;
    private static final double LEAST_ENERGY = 1e-10;
    /** Energies lie between 1e-10 and 1e4: so many multiply to what a double holds. */
    private static final int FRAMES_A_LOGARITHM = 16;

    private final MelBands bands;
    private final double[] products = new double[MEL_BANDS];
    private final double[] logarithms = new double[MEL_BANDS];
    private final double[][] cosines = new double[COEFFICIENTS][MEL_BANDS];
    private int multiplied;

    CepstralSums(int sampleRateHz, int frame) {
        this.bands = MelBands.slaney(MEL_BANDS, sampleRateHz, frame);
        Arrays.fill(products, 1);
        for (int k = 0; k < COEFFICIENTS; k++) {
            double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / MEL_BANDS);
            for (int band = 0; band < MEL_BANDS; band++) {
                cosines[k][band] = scale * Math.cos(Math.PI * k * (band + 0.5) / MEL_BANDS);
            }
        }
    }

    /** Counts a frame by its power spectrum. */
    void add(double[] power) {
        for (int band = 0; band < MEL_BANDS; band++) {
            products[band] *= Math.max(LEAST_ENERGY, bands.energy(band, power));
        }
        if (++multiplied == FRAMES_A_LOGARITHM) {
            takeLogarithms();
        }
    }

    /** Adds the coefficients of the frames since the last call to {@code sums}. */
    void moveTo(double[] sums) {
        takeLogarithms();
        for (int k = 0; k < COEFFICIENTS; k++) {
            double[] cosine = cosines[k];
            double sum = 0;
            for (int band = 0; band < MEL_BANDS; band++) {
                sum += cosine[band] * logarithms[band];
            }
            sums[k] += sum;
        }
        Arrays.fill(logarithms, 0);
    }

    private void takeLogarithms() {
        if (multiplied == 0) {
            return;
        }
        for (int band = 0; band < MEL_BANDS; band++) {
            logarithms[band] += Math.log(products[band]);
        }
        Arrays.fill(products, 1);
        multiplied = 0;
    }
}
