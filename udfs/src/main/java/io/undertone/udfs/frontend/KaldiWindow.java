package io.undertone.udfs.frontend;

/** How Kaldi-compatible features weight the samples of a frame. */
public enum KaldiWindow {
    /** Kaldi's default, named after Daniel Povey: a Hann window to the power of 0.85, not quite zero at its ends. */
    POVEY,
    /** What WeSpeaker's models were trained with. */
    HAMMING;

    double[] weights(int size) {
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            double cosine = Math.cos(2 * Math.PI * i / (size - 1));
            weights[i] = this == POVEY ? Math.pow(0.5 - 0.5 * cosine, 0.85) : 0.54 - 0.46 * cosine;
        }
        return weights;
    }
}
