package io.undertone.udfs.voices;

import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.VadFrame;
import io.undertone.udfs.speech.VadGate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes frames whose labels are known, and embeddings of voices that are told apart by their place. */
final class Speeches {
    static final int FRAME = VadFrame.SAMPLES;

    private final List<SpeechFrames> heard = new ArrayList<>();
    private long position;

    Speeches(long position) {
        this.position = position;
    }

    /** Frames of speech, each of which has the number of those before it as its samples; then the edge that ends it. */
    Speeches speech(int frames) {
        return add(frames, (short) 1_000, 0, VadGate.Edge.SPEECH_STARTED);
    }

    Speeches clipped(int frames) {
        return add(frames, Short.MAX_VALUE, 0, VadGate.Edge.SPEECH_STARTED);
    }

    Speeches lost(int frames) {
        return add(frames, (short) 0, FRAME, VadGate.Edge.NONE);
    }

    Speeches silence(int frames) {
        return add(frames, (short) 0, 0, VadGate.Edge.SPEECH_ENDED);
    }

    /** A hold: the leg goes on {@code samples} later. */
    Speeches hold(long samples) {
        heard.add(new SpeechFrames(
                "leg",
                position,
                new short[0],
                new float[0],
                new VadGate.Edge[] {VadGate.Edge.SPEECH_ENDED},
                new byte[0],
                new short[0],
                true));
        position += samples;
        return this;
    }

    private Speeches add(int frames, short value, int concealed, VadGate.Edge first) {
        short[] samples = new short[frames * FRAME];
        Arrays.fill(samples, value);
        VadGate.Edge[] edges = new VadGate.Edge[frames];
        Arrays.fill(edges, VadGate.Edge.NONE);
        edges[0] = first;
        short[] lost = new short[frames];
        Arrays.fill(lost, (short) concealed);
        heard.add(new SpeechFrames("leg", position, samples, new float[frames], edges, new byte[frames], lost, false));
        position += samples.length;
        return this;
    }

    List<SpeechFrames> heard() {
        return heard;
    }

    /** An embedding that points between the axes of two voices: all of {@code share} 1 is the first's. */
    static float[] between(int voice, int other, double share) {
        float[] embedding = new float[256];
        embedding[voice] += (float) share;
        embedding[other] += (float) (1 - share);
        return Embeddings.direction(embedding);
    }

    static float[] of(int voice) {
        return between(voice, voice, 1);
    }
}
