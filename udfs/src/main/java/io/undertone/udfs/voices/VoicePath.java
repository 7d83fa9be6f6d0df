package io.undertone.udfs.voices;

import io.undertone.udfs.speech.SettledSpeech;
import io.undertone.udfs.speech.VadFrame;

/** The likeliest voices of a leg's last cells: most evidence, less what each change costs (Viterbi). */
final class VoicePath {
    /** In evidence, of which a cell has about 0.6 more for its own voice than for another. */
    private static final double CHANGE = 0.08;

    /** Where the speech pauses turns change more often, … */
    private static final double CHANGE_IN_PAUSE = 0.06;

    /** … and where it pauses for long more often still. */
    private static final double CHANGE_IN_LONG_PAUSE = 0.03;

    private VoicePath() {}

    /** A voice's number for every window of {@code leg.recent}; what is decided stays. */
    static int[] best(LegVoices leg, Evidence evidence) {
        int cells = leg.recent.size();
        int open = 0;
        while (open < cells && leg.recent.get(open).decided) {
            open++;
        }
        int[][] before = new int[cells][evidence.voices()];
        double[] sums = new double[evidence.voices()];
        for (int cell = open; cell < cells; cell++) {
            sums = cell == open ? first(leg, cost(leg, cell), sums.length) : next(sums, cost(leg, cell), before[cell]);
            for (int voice = 0; voice < sums.length; voice++) {
                sums[voice] += evidence.of(cell, voice + 1);
            }
        }
        return traced(leg, open, before, sums);
    }

    /** Any voice but the one in force costs a change. */
    private static double[] first(LegVoices leg, double cost, int voices) {
        double[] sums = new double[voices];
        for (int voice = 0; voice < voices; voice++) {
            sums[voice] = leg.voice == 0 || leg.voice == voice + 1 ? 0 : -cost;
        }
        return sums;
    }

    /** Every voice goes on, or takes over from the one with the most. */
    private static double[] next(double[] sums, double cost, int[] before) {
        double[] next = new double[sums.length];
        int best = highest(sums);
        for (int voice = 0; voice < sums.length; voice++) {
            boolean changes = sums[best] - cost > sums[voice];
            before[voice] = changes ? best : voice;
            next[voice] = changes ? sums[best] - cost : sums[voice];
        }
        return next;
    }

    private static int[] traced(LegVoices leg, int open, int[][] before, double[] sums) {
        int[] path = new int[before.length];
        for (int cell = 0; cell < open; cell++) {
            path[cell] = leg.recent.get(cell).voice;
        }
        int voice = highest(sums);
        for (int cell = path.length - 1; cell >= open; cell--) {
            path[cell] = voice + 1;
            voice = before[cell][voice];
        }
        return path;
    }

    private static int highest(double[] sums) {
        int highest = 0;
        for (int i = 1; i < sums.length; i++) {
            highest = sums[i] > sums[highest] ? i : highest;
        }
        return highest;
    }

    private static double cost(LegVoices leg, int cell) {
        if (cell == 0 || leg.recent.get(cell).fresh.length == 0 || leg.recent.get(cell - 1).fresh.length == 0) {
            return CHANGE;
        }
        long[] fresh = leg.recent.get(cell - 1).fresh;
        long pause = leg.recent.get(cell).fresh[0] - fresh[fresh.length - 1] - VadFrame.SAMPLES;
        return pause >= SettledSpeech.PAUSE_SAMPLES ? CHANGE_IN_LONG_PAUSE : pause > 0 ? CHANGE_IN_PAUSE : CHANGE;
    }
}
