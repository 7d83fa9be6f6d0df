package io.undertone.job.live;

import io.undertone.udfs.call.CallId;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.SpeechSettings;
import io.undertone.udfs.speech.VadFrame;
import io.undertone.udfs.speech.VadGate;
import io.undertone.udfs.speech.VadState;
import java.util.Arrays;
import java.util.Objects;

/** One leg as the speech detector hands it on: a tone where somebody speaks, digital silence elsewhere. */
final class HeardLeg {
    /** 1 kHz, peak −20 dBFS. */
    private static final double AMPLITUDE = 3_276.8;

    private static final double MEAN_SQUARE = 0.005;

    private final CallId id;
    private final String legId;
    private final VadGate gate = new VadGate(SpeechSettings.defaults());
    private final VadState state = new VadState();
    private long position;

    HeardLeg(CallId id, String legId) {
        this.id = id;
        this.legId = legId;
    }

    long position() {
        return position;
    }

    CallItem speech(int frames) {
        return item(frames, 0.9f, false);
    }

    CallItem silence(int frames) {
        return item(frames, 0.05f, false);
    }

    /** The leg's end. */
    CallItem cut() {
        return item(0, 0, true);
    }

    /** As the loudness stage hands it on. */
    static CallItem measured(CallItem item) {
        SpeechFrames frames = Objects.requireNonNull(item.frames());
        double[] energies = new double[frames.frames()];
        for (int frame = 0; frame < energies.length; frame++) {
            energies[frame] = frames.probabilities()[frame] * VadFrame.SAMPLES * MEAN_SQUARE;
        }
        return CallItem.frames(item.id(), item.origin(), frames, energies);
    }

    private CallItem item(int count, float probability, boolean cut) {
        var edges = new VadGate.Edge[cut ? count + 1 : count];
        byte[] unsettled = new byte[count];
        for (int frame = 0; frame < count; frame++) {
            edges[frame] = gate.advance(state, probability);
            unsettled[frame] = (byte) gate.unsettledFrames(state);
        }
        if (cut) {
            edges[count] = gate.cut(state);
        }
        float[] probabilities = new float[count];
        Arrays.fill(probabilities, probability);
        short[] samples = samples(count * VadFrame.SAMPLES, probability > 0.5f);
        var frames = new SpeechFrames(legId, position, samples, probabilities, edges, unsettled, new short[count], cut);
        position += samples.length;
        return CallItem.frames(id, KnownCall.ORIGIN, frames);
    }

    private short[] samples(int count, boolean tone) {
        short[] samples = new short[count];
        for (int i = 0; tone && i < count; i++) {
            samples[i] = (short) Math.round(AMPLITUDE * Math.sin(2 * Math.PI * (position + i) / 8));
        }
        return samples;
    }
}
