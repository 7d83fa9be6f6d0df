package io.undertone.udfs.speech;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Frames that can't follow on what an utterance builder has heard. */
class UtteranceRefusalTest {
    private final Listener leg = new Listener();

    @Test
    void frames_out_of_place_are_refused() {
        UtteranceBuilder builder = new UtteranceBuilder(SpeechSettings.defaults(), UtteranceSettings.defaults());
        UtteranceState state = new UtteranceState();
        builder.advance(state, 1_000, 256, 0, 0, 0, VadGate.Edge.NONE, leg);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.advance(state, 1_257, 256, 0, 0, 0, VadGate.Edge.NONE, leg))
                .withMessage("frame at sample 1257, but heard 1 frames up to 1256 without a cut");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.advance(state, 1_256, 257, 0, 0, 0, VadGate.Edge.NONE, leg))
                .withMessage("need a frame of 1 to 256 samples, got 257");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.cut(state, 2_000, VadGate.Edge.NONE, leg))
                .withMessage("cut at sample 2000, but heard up to 1256");
    }

    @Test
    void a_short_frame_is_the_last_before_a_cut_and_time_never_goes_back() {
        UtteranceBuilder builder = new UtteranceBuilder(SpeechSettings.defaults(), UtteranceSettings.defaults());
        UtteranceState state = new UtteranceState();
        builder.advance(state, 0, 100, 0, 0, 0, VadGate.Edge.NONE, leg);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.advance(state, 100, 256, 0, 0, 0, VadGate.Edge.NONE, leg));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.advance(state, 256, 256, 0, 0, 0, VadGate.Edge.NONE, leg));
        builder.cut(state, 100, VadGate.Edge.NONE, leg);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.advance(state, 99, 256, 0, 0, 0, VadGate.Edge.NONE, leg));
    }
}
