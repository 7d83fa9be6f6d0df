package io.undertone.udfs.frontend;

import java.util.Arrays;

/** Triangular filters, evenly spaced on a mel scale, over the bins of a power spectrum. */
public final class MelBands {
    /** For each band the first bin that counts, and the weights from there on. */
    private final int[] firstBins;

    private final double[][] weights;

    private MelBands(double[][] overAllBins) {
        this.firstBins = new int[overAllBins.length];
        this.weights = new double[overAllBins.length][];
        for (int band = 0; band < overAllBins.length; band++) {
            double[] row = overAllBins[band];
            int first = 0;
            while (first < row.length && row[first] == 0) first++;
            int end = row.length;
            while (end > first && row[end - 1] == 0) end--;
            firstBins[band] = first;
            weights[band] = Arrays.copyOfRange(row, first, end);
        }
    }

    /** Slaney's scale from 0 Hz to half the rate, triangles over Hz of equal area: librosa's and Whisper's. */
    public static MelBands slaney(int bands, int rateHz, int fftSize) {
        double[] edges = new double[bands + 2];
        double top = slaneyMel(rateHz / 2.0);
        for (int i = 0; i < edges.length; i++) {
            edges[i] = slaneyHz(top * i / (bands + 1));
        }
        double[][] rows = new double[bands][fftSize / 2 + 1];
        for (int band = 0; band < bands; band++) {
            double area = (edges[band + 2] - edges[band]) / 2;
            for (int bin = 0; bin <= fftSize / 2; bin++) {
                double hz = (double) bin * rateHz / fftSize;
                rows[band][bin] = triangle(hz, edges[band], edges[band + 1], edges[band + 2]) / area;
            }
        }
        return new MelBands(rows);
    }

    /** Kaldi's scale from {@code lowHz} to half the rate, triangles over mel of equal height; the last bin is unused. */
    static MelBands kaldi(int bands, int rateHz, int fftSize, double lowHz) {
        double low = kaldiMel(lowHz);
        double step = (kaldiMel(rateHz / 2.0) - low) / (bands + 1);
        double[][] rows = new double[bands][fftSize / 2];
        for (int band = 0; band < bands; band++) {
            double left = low + band * step;
            for (int bin = 0; bin < fftSize / 2; bin++) {
                double mel = kaldiMel((double) bin * rateHz / fftSize);
                rows[band][bin] = triangle(mel, left, left + step, left + 2 * step);
            }
        }
        return new MelBands(rows);
    }

    public int size() {
        return weights.length;
    }

    /** Of the band in a spectrum over all bins. Allocates nothing. */
    public double energy(int band, double[] power) {
        double[] row = weights[band];
        int first = firstBins[band];
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * power[first + i];
        }
        return sum;
    }

    private static double triangle(double at, double left, double middle, double right) {
        return Math.max(0, Math.min((at - left) / (middle - left), (right - at) / (right - middle)));
    }

    /** Linear up to 1000 Hz, which is 15 mel, then 27 mel for a factor of 6.4 (Slaney, Auditory Toolbox, 1998). */
    private static double slaneyMel(double hz) {
        return hz < 1000 ? hz * 3 / 200 : 15 + 27 * Math.log(hz / 1000) / Math.log(6.4);
    }

    private static double slaneyHz(double mel) {
        return mel < 15 ? mel * 200 / 3 : 1000 * Math.exp((mel - 15) * Math.log(6.4) / 27);
    }

    /** O'Shaughnessy's formula, with natural logarithms. */
    private static double kaldiMel(double hz) {
        return 1127 * Math.log(1 + hz / 700);
    }
}
