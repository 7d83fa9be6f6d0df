package io.undertone.udfs.voices;

import java.util.List;

/** How alike the last windows of a leg are to each of its voices. */
final class Evidence {
    private final List<HeardWindow> windows;
    private final double[][] scores;
    private final int voices;

    Evidence(LegVoices leg) {
        windows = leg.recent;
        voices = leg.voices.size();
        scores = new double[windows.size()][];
        for (int window = 0; window < scores.length; window++) {
            scores[window] = scores(leg, windows.get(window));
        }
    }

    /** Empty for a window without a vote. */
    static double[] scores(LegVoices leg, HeardWindow window) {
        if (!window.votes()) {
            return new double[0];
        }
        double[] scores = new double[leg.voices.size()];
        for (int voice = 0; voice < scores.length; voice++) {
            scores[voice] = Embeddings.cosine(window.embedding, leg.voices.get(voice).sum);
        }
        return scores;
    }

    int voices() {
        return voices;
    }

    boolean votes(int window) {
        return scores[window].length > 0;
    }

    /** Likeness of a window to the voice of a number. */
    double score(int window, int number) {
        return scores[window][number - 1];
    }

    /** Of a window, to all voices. */
    double[] of(int window) {
        return scores[window];
    }

    /** What speaks for a voice in a cell: the scores of the windows it is in, by the share it has of each. */
    double of(int cell, int number) {
        double sum = 0;
        for (int window = cell; window < scores.length; window++) {
            if (votes(window)) {
                sum += share(window, cell) * score(window, number);
            }
        }
        return sum;
    }

    /** Mean score of the windows that a cell is in, 0 without any. */
    double mean(int cell, int number) {
        double weights = 0;
        for (int window = cell; window < scores.length; window++) {
            weights += votes(window) ? share(window, cell) : 0;
        }
        return weights > 0 ? Embeddings.rounded(of(cell, number) / weights) : 0;
    }

    /** Share of a window's speech that lies in a cell. */
    double share(int window, int cell) {
        HeardWindow in = windows.get(window);
        HeardWindow of = windows.get(cell);
        long overlap = Math.min(in.speechFrames, of.speechFrames) - Math.max(in.windowFrom(), of.cellFrom());
        return overlap <= 0 ? 0 : (double) overlap / in.frames;
    }

    /** The voice of all cells that a window lies in; 0 if there are several. */
    int onlyVoice(int window, int[] path) {
        int number = path[window];
        for (int cell = 0; cell < window; cell++) {
            if (share(window, cell) > 0 && path[cell] != number) {
                return 0;
            }
        }
        return number;
    }
}
