package io.undertone.udfs.speech;

/**
 * A stretch of one leg in whole frames of 256 samples (the last before a cut may be shorter), and what the detector heard in
 * each.
 *
 * @param position of the first sample on the call's timeline, 8 kHz
 * @param probabilities of speech, one a frame
 * @param edges what each frame settled, and after them what the cut did, if there is one
 * @param unsettled frames at the end, after each frame, whose label is open
 * @param concealed samples of each frame that stand in for lost media
 * @param cut the leg does not go on: a gap, a pause, or its end; what was unsettled took the label in force
 */
public record SpeechFrames(
        String legId,
        long position,
        short[] samples,
        float[] probabilities,
        VadGate.Edge[] edges,
        byte[] unsettled,
        short[] concealed,
        boolean cut) {

    public int frames() {
        return probabilities.length;
    }

    /** First sample of a frame, as an index into {@link #samples}. */
    public int from(int frame) {
        return frame * VadFrame.SAMPLES;
    }

    /** Behind the last sample of a frame. */
    public int to(int frame) {
        return Math.min(samples.length, from(frame + 1));
    }

    /** What the cut did: SPEECH_ENDED if there was speech up to it. */
    public VadGate.Edge cutEdge() {
        return edges[frames()];
    }

    /** Behind the last sample, on the call's timeline. */
    public long end() {
        return position + samples.length;
    }
}
