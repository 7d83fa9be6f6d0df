package io.undertone.udfs.speech;

/**
 * The last 128 frames of a leg, kept in its {@link UtteranceState}: 4.1 s, which holds every frame that begins in the 4 s
 * a piece may reach back. Frames are numbered from the begin of their stretch; a frame belongs to where it begins.
 */
final class FrameHistory {
    static final int FRAMES = 128;

    /** A piece lasts a second or more and an utterance 28 s or less; changed settings may meet an open utterance. */
    private static final int PIECE_BOUNDS = 32;

    private FrameHistory() {}

    static void begin(UtteranceState s, long position) {
        if (s.probability.length == 0) {
            s.probability = new float[FRAMES];
            s.energy = new float[FRAMES];
            s.concealed = new short[FRAMES];
            s.pieceBounds = new long[PIECE_BOUNDS];
        }
        s.hearing = true;
        s.stretchFrom = position;
        s.heardTo = position;
        s.frames = 0;
    }

    static void add(UtteranceState s, int samples, float probability, double energy, int concealedSamples) {
        int slot = s.frames % FRAMES;
        s.probability[slot] = probability;
        s.energy[slot] = (float) energy;
        s.concealed[slot] = (short) concealedSamples;
        s.frames++;
        s.heardTo += samples;
    }

    /** Begin of a frame, by number. */
    static long start(UtteranceState s, int frame) {
        return s.stretchFrom + (long) frame * VadFrame.SAMPLES;
    }

    /** Adds the frames that begin in {@code from} to {@code to} to the sums of the open utterance. */
    static void sum(UtteranceState s, long from, long to) {
        for (int frame = firstFrom(s, from); frame < firstFrom(s, to); frame++) {
            int slot = frame % FRAMES;
            s.energySum += s.energy[slot];
            s.probabilitySum += s.probability[slot];
            s.concealedSamples += s.concealed[slot];
            s.summedFrames++;
        }
    }

    /** Begin of the least likely frame, the earliest of equals, of those that begin in {@code from} to {@code to}. */
    static long leastLikely(UtteranceState s, long from, long to) {
        int best = firstFrom(s, from);
        for (int frame = best + 1; frame < firstFrom(s, to); frame++) {
            if (s.probability[frame % FRAMES] < s.probability[best % FRAMES]) {
                best = frame;
            }
        }
        return start(s, best);
    }

    private static int firstFrom(UtteranceState s, long position) {
        return (int) ((position - s.stretchFrom + VadFrame.SAMPLES - 1) / VadFrame.SAMPLES);
    }
}
