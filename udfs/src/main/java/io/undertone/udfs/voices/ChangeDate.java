package io.undertone.udfs.voices;

import io.undertone.udfs.speech.VadFrame;

/**
 * When a voice took over. While a window passes over a change, its likeness moves from the voice before to the one after, in
 * step with the share of either; the moment that explains the windows around it best is it, preferably in a pause.
 */
final class ChangeDate {
    /** Windows and moments at most so far from the begin of the first cell of the new voice, in frames. */
    private static final int WINDOWS_WITHIN = 63;

    private static final int MOMENTS_WITHIN = 31;

    /** Turns are not shorter. */
    private static final int SHORTEST_TURN = 8;

    /** A window of a voice is so much more like it than like another, of what their centroids differ by. */
    private static final double SHARPNESS = 0.8;

    /** Differences beyond the ends of the scale count as this. */
    private static final double BEYOND = 0.7;

    /** What a pause is worth, in mean squares of the differences: any, and one of half a second. */
    private static final double ANY_PAUSE = 0.02;

    private static final double LONG_PAUSE = 0.05;
    private static final double LONG_PAUSE_SAMPLES = 4_000;

    private final LegVoices leg;
    private final Evidence evidence;
    private final int before;
    private final int after;
    private final double scale;
    private final long around;

    private ChangeDate(LegVoices leg, int cell, int after, Evidence evidence) {
        this.leg = leg;
        this.evidence = evidence;
        this.before = leg.voice;
        this.after = after;
        double apart = 1 - Embeddings.cosine(leg.voice(before).sum, leg.voice(after).sum);
        this.scale = 2 * SHARPNESS * Math.max(apart, 1 - VoiceSettings.ONE_SPEAKER);
        this.around = leg.recent.get(cell).cellFrom();
    }

    /** Position of the change to {@code number}, the first cell of which is given; notes it in {@code leg}. */
    static long of(LegVoices leg, int cell, int number, Evidence evidence) {
        return new ChangeDate(leg, cell, number, evidence).search(leg.recent.get(cell).centre);
    }

    private long search(long otherwise) {
        double least = Double.POSITIVE_INFINITY;
        long date = otherwise;
        long at = around;
        long last = Long.MAX_VALUE;
        for (HeardWindow cell : leg.recent) {
            for (int i = 0; i < cell.fresh.length; i++) {
                long frame = cell.cellFrom() + i;
                long pause = cell.fresh[i] - last;
                last = cell.fresh[i] + VadFrame.SAMPLES;
                if (Math.abs(frame - around) > MOMENTS_WITHIN || frame < leg.changedAt + SHORTEST_TURN) {
                    continue;
                }
                double cost = mismatch(frame) - worth(pause);
                if (cost < least) {
                    least = cost;
                    date = cell.fresh[i];
                    at = frame;
                }
            }
        }
        leg.changedAt = at;
        return date;
    }

    private static double worth(long pause) {
        return pause <= 0 ? 0 : ANY_PAUSE + LONG_PAUSE * Math.min(1, pause / LONG_PAUSE_SAMPLES);
    }

    private double mismatch(long frame) {
        double sum = 0;
        int count = 0;
        for (int w = 0; w < leg.recent.size(); w++) {
            HeardWindow window = leg.recent.get(w);
            if (evidence.votes(w)
                    && window.speechFrames > around - WINDOWS_WITHIN
                    && window.windowFrom() < around + WINDOWS_WITHIN) {
                double seen = (evidence.score(w, before) - evidence.score(w, after)) / scale;
                double share = (double) (frame - window.windowFrom()) / window.frames;
                double expected = Math.max(0, Math.min(1, share)) - 0.5;
                double off = Math.max(-BEYOND, Math.min(BEYOND, seen)) - expected;
                sum += off * off;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
