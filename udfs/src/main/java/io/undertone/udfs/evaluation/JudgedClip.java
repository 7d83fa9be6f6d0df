package io.undertone.udfs.evaluation;

import java.util.List;

/**
 * A recording and what a model made of it.
 *
 * @param label its truth
 * @param windows probabilities of each window that was asked about, in the order of the card's labels; the first decides
 */
public record JudgedClip(String label, List<float[]> windows) {
    public JudgedClip {
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("need a judged window");
        }
        windows = List.copyOf(windows);
    }

    float[] decision() {
        return windows.get(0);
    }
}
