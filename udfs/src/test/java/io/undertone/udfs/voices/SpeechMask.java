package io.undertone.udfs.voices;

import io.undertone.udfs.speech.ClosedUtterance;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.SpeechSettings;
import io.undertone.udfs.speech.UtteranceBuilder;
import io.undertone.udfs.speech.UtteranceSettings;
import io.undertone.udfs.speech.UtteranceSink;
import io.undertone.udfs.speech.UtteranceState;
import java.util.Arrays;
import java.util.List;

/** Which samples of a leg lie in an utterance. */
final class SpeechMask implements UtteranceSink {
    private final boolean[] mask;

    private SpeechMask(int samples) {
        mask = new boolean[samples];
    }

    static boolean[] of(List<SpeechFrames> heard, int samples) {
        var builder = new UtteranceBuilder(SpeechSettings.defaults(), UtteranceSettings.defaults());
        var state = new UtteranceState();
        var sink = new SpeechMask(samples);
        for (SpeechFrames frames : heard) {
            for (int i = 0; i < frames.frames(); i++) {
                int length = frames.to(i) - frames.from(i);
                long position = frames.position() + frames.from(i);
                float probability = frames.probabilities()[i];
                builder.advance(state, position, length, probability, 0, 0, frames.edges()[i], sink);
            }
            if (frames.cut()) {
                builder.cut(state, frames.end(), frames.cutEdge(), sink);
            }
        }
        return sink.mask;
    }

    @Override
    public void piece(long fromSample, long toSample, int utterance) {}

    @Override
    public void utterance(ClosedUtterance closed) {
        Arrays.fill(mask, (int) closed.fromSample(), (int) closed.toSample(), true);
    }
}
