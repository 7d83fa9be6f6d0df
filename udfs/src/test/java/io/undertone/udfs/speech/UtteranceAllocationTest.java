package io.undertone.udfs.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UtteranceAllocationTest implements UtteranceSink {
    private final UtteranceBuilder builder =
            new UtteranceBuilder(SpeechSettings.defaults(), UtteranceSettings.defaults());
    private final UtteranceState state = new UtteranceState();
    private int pieces;
    private int closed;

    /** Speech without end is split 1,969 and 2,344 frames in: the 100 measured between lie well inside an utterance. */
    @Test
    void frames_and_pieces_inside_an_utterance_allocate_nothing() {
        hear(8, VadGate.Edge.SPEECH_STARTED);
        int[] before = new int[2];

        assertThat(Allocation.of(() -> {
                    before[0] = pieces;
                    before[1] = closed;
                    hear(100, VadGate.Edge.NONE);
                }))
                .isZero();
        assertThat(pieces).isGreaterThan(before[0]);
        assertThat(closed).isEqualTo(before[1]).isGreaterThan(0);
    }

    private void hear(int frames, VadGate.Edge last) {
        for (int i = 1; i <= frames; i++) {
            builder.advance(state, state.heardTo, 256, 0.9f, 1, 0, i == frames ? last : VadGate.Edge.NONE, this);
        }
    }

    @Override
    public void piece(long fromSample, long toSample, int utterance) {
        pieces++;
    }

    @Override
    public void utterance(ClosedUtterance utterance) {
        closed++;
    }
}
