package io.undertone.udfs.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** One leg, heard frame by frame through gate and builder; every piece is checked to lie in the ring when announced. */
final class Listener implements UtteranceSink {
    final List<long[]> pieces = new ArrayList<>();
    final List<ClosedUtterance> utterances = new ArrayList<>();
    final List<Frame> frames = new ArrayList<>();
    final UtteranceState state = new UtteranceState();

    private final VadState vad = new VadState();
    private final SpeechSettings speech;
    private final VadGate gate;
    private final UtteranceBuilder builder;
    private long position;
    private long longestReach;

    /** What was fed, with the label the gate settled on: the reference that utterances are compared with. */
    static final class Frame {
        final long from;
        final int samples;
        final float probability;
        final double energy;
        final int concealed;
        boolean speech;

        Frame(long from, int samples, float probability, double energy, int concealed) {
            this.from = from;
            this.samples = samples;
            this.probability = probability;
            this.energy = energy;
            this.concealed = concealed;
        }
    }

    Listener() {
        this(SpeechSettings.defaults(), UtteranceSettings.defaults());
    }

    Listener(SpeechSettings speech, UtteranceSettings settings) {
        this.speech = speech;
        gate = new VadGate(speech);
        builder = new UtteranceBuilder(speech, settings);
    }

    Listener speech(int count) {
        return frames(count, 0.9f);
    }

    Listener silence(int count) {
        return frames(count, 0.1f);
    }

    Listener frames(int count, float probability) {
        for (int i = 0; i < count; i++) {
            frame(VadFrame.SAMPLES, probability, VadFrame.SAMPLES, 0);
        }
        return this;
    }

    void frame(int samples, float probability, double energy, int concealed) {
        frames.add(new Frame(position, samples, probability, energy, concealed));
        long from = position;
        position += samples;
        VadGate.Edge edge = gate.advance(vad, probability);
        label(edge);
        builder.advance(state, from, samples, probability, energy, concealed, edge, this);
    }

    /** A gap: what comes next begins {@code samples} later. */
    Listener gap(long samples) {
        builder.cut(state, position, gate.cut(vad), this);
        position += samples;
        return this;
    }

    /** Begin and end of every utterance, in frames. */
    List<String> spans() {
        return utterances.stream()
                .map(closed -> closed.fromSample() / (double) VadFrame.SAMPLES + "-"
                        + closed.toSample() / (double) VadFrame.SAMPLES)
                .map(span -> span.replace(".0", ""))
                .toList();
    }

    /** The frame that begins at a sample. */
    Frame at(long sample) {
        return between(sample, sample).get(0);
    }

    /** Frames that begin from the first to the last sample given. */
    List<Frame> between(long first, long last) {
        int low = lowerBound(first);
        return frames.subList(low, lowerBound(last + 1));
    }

    /** Utterances by definition, unsplit: runs of speech, joined over short pauses, padded as far as was heard. */
    List<long[]> expected(UtteranceSettings settings) {
        List<long[]> expected = new ArrayList<>();
        int pad = speech.padFrames() * VadFrame.SAMPLES;
        long speechTo = -1;
        long heardFrom = 0;
        Frame before = new Frame(0, 0, 0, 0, 0);
        for (Frame frame : frames) {
            boolean afterGap = frame.from != before.from + before.samples;
            heardFrom = afterGap ? frame.from : heardFrom;
            if (frame.speech) {
                long to = frame.from + frame.samples;
                if (frame.from - speechTo >= settings.closeAfterSamples()
                        || speechTo < heardFrom
                        || expected.isEmpty()) {
                    expected.add(new long[] {Math.max(frame.from - pad, heardFrom), to});
                }
                expected.get(expected.size() - 1)[1] = to;
                speechTo = to;
            } else if (!expected.isEmpty() && speechTo > heardFrom && frame.from < speechTo + pad) {
                expected.get(expected.size() - 1)[1] = Math.min(frame.from + frame.samples, speechTo + pad);
            }
            before = frame;
        }
        return expected;
    }

    private int lowerBound(long sample) {
        int low = 0;
        int high = frames.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frames.get(middle).from < sample) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    long heardTo() {
        return position;
    }

    long longestReach() {
        return longestReach;
    }

    @Override
    public void piece(long fromSample, long toSample, int utterance) {
        longestReach = Math.max(longestReach, position - fromSample);
        assertThat(fromSample).as("begin of a piece").isGreaterThanOrEqualTo(position - UtteranceBuilder.RING_SAMPLES);
        assertThat(toSample).as("end of a piece").isGreaterThan(fromSample).isLessThanOrEqualTo(position);
        pieces.add(new long[] {fromSample, toSample, utterance});
    }

    @Override
    public void utterance(ClosedUtterance closed) {
        utterances.add(closed);
    }

    /** A frame bears the label in force until an edge says otherwise of it. */
    private void label(VadGate.Edge edge) {
        int settled = switch (edge) {
            case NONE -> 1;
            case SPEECH_STARTED -> speech.minSpeechFrames();
            case SPEECH_ENDED -> speech.minSilenceFrames();
        };
        for (Frame frame : frames.subList(frames.size() - settled, frames.size())) {
            frame.speech = vad.speaking;
        }
    }
}
