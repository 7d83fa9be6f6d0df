package io.undertone.udfs.speech;

import static io.undertone.udfs.speech.VadGate.Edge.NONE;
import static io.undertone.udfs.speech.VadGate.Edge.SPEECH_ENDED;
import static io.undertone.udfs.speech.VadGate.Edge.SPEECH_STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VadGateTest {
    private final VadGate gate = new VadGate(SpeechSettings.defaults());
    private final VadState state = new VadState();

    @Test
    void speech_starts_with_the_eighth_frame_at_or_above_the_onset() {
        assertThat(last(7, 0.5f)).isEqualTo(NONE);
        assertThat(gate.unsettledFrames(state)).isEqualTo(7);

        assertThat(last(1, 0.5f)).isEqualTo(SPEECH_STARTED);
        assertThat(gate.unsettledFrames(state)).isZero();
    }

    @Test
    void one_frame_below_the_onset_starts_the_count_again() {
        last(7, 0.9f);
        last(1, 0.49f);

        assertThat(last(7, 0.9f)).isEqualTo(NONE);
        assertThat(last(1, 0.9f)).isEqualTo(SPEECH_STARTED);
    }

    @Test
    void speech_ends_with_the_fourth_frame_below_the_offset() {
        last(8, 0.9f);

        assertThat(last(3, 0.34f)).isEqualTo(NONE);
        assertThat(gate.unsettledFrames(state)).isEqualTo(3);
        assertThat(last(1, 0.34f)).isEqualTo(SPEECH_ENDED);
    }

    @Test
    void between_the_thresholds_speech_goes_on_and_silence_too() {
        assertThat(last(50, 0.4f)).isEqualTo(NONE);
        assertThat(state.speaking).isFalse();

        last(8, 0.9f);

        assertThat(last(50, 0.4f)).isEqualTo(NONE);
        assertThat(state.speaking).isTrue();
    }

    @Test
    void a_gap_ends_speech_with_its_unsettled_frames() {
        last(8, 0.9f);
        last(3, 0f);

        assertThat(gate.cut(state)).isEqualTo(SPEECH_ENDED);
        assertThat(state.speaking).isFalse();
        assertThat(gate.unsettledFrames(state)).isZero();
    }

    @Test
    void a_gap_in_an_onset_is_silence_and_forgets_it() {
        last(7, 0.9f);

        assertThat(gate.cut(state)).isEqualTo(NONE);
        assertThat(last(7, 0.9f)).isEqualTo(NONE);
        assertThat(last(1, 0.9f)).isEqualTo(SPEECH_STARTED);
    }

    @Test
    void a_frame_allocates_nothing() {
        float[] probabilities = new float[10_000];
        Random random = new Random(7);
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = random.nextFloat();
        }

        assertThat(Allocation.of(() -> {
                    for (float probability : probabilities) {
                        gate.advance(state, probability);
                    }
                }))
                .isZero();
    }

    private VadGate.Edge last(int frames, float probability) {
        VadGate.Edge edge = NONE;
        for (int i = 0; i < frames; i++) {
            edge = gate.advance(state, probability);
        }
        return edge;
    }
}
