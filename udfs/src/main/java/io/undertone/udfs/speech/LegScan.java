package io.undertone.udfs.speech;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Frames of one leg that wait for their probabilities, and the scan of the same leg that comes after them. */
public final class LegScan {
    final SpeechLegState leg;
    private final SpeechFrames frames;
    private int done;

    @Nullable
    LegScan next;

    LegScan(SpeechLegState leg, SpeechFrames frames) {
        this.leg = leg;
        this.frames = frames;
    }

    /** What was heard; complete once {@link SpeechRounds#run} has returned. */
    public SpeechFrames frames() {
        return frames;
    }

    boolean isDone() {
        return done == frames.frames();
    }

    /** Offers the next frame to row {@code row}; {@code padded} serves a last one that is short. */
    void load(SileroVad vad, int row, short[] padded) {
        int from = frames.from(done);
        int length = frames.to(done) - from;
        if (length == VadFrame.SAMPLES) {
            vad.load(row, leg.memory, frames.samples(), from);
            return;
        }
        Arrays.fill(padded, (short) 0);
        System.arraycopy(frames.samples(), from, padded, 0, length);
        vad.load(row, leg.memory, padded, 0);
    }

    void store(SileroVad vad, int row, VadGate gate) {
        float probability = vad.probability(row);
        vad.store(row, leg.memory);
        frames.probabilities()[done] = probability;
        frames.edges()[done] = gate.advance(leg.gate, probability);
        frames.unsettled()[done] = (byte) gate.unsettledFrames(leg.gate);
        done++;
    }

    /** All frames are scored: carries out the cut, if there is one. */
    void finish(VadGate gate) {
        if (frames.cut()) {
            frames.edges()[frames.frames()] = gate.cut(leg.gate);
            leg.memory.reset();
        }
    }
}
