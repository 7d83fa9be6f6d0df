package io.undertone.udfs.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.SpeechSettings;
import io.undertone.udfs.speech.VadFrame;
import io.undertone.udfs.speech.VadGate;
import io.undertone.udfs.speech.VadState;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two legs of a call, told in chunks of 96 ms, by turns. */
final class CommonSpeechTest {
    private static final int CHUNK = 3;
    private static final int FRAMES_IN_12_S = 375;

    private final WindowedCall call = new WindowedCall();
    private final Map<String, VadState> gates = new HashMap<>();
    private final VadGate gate = new VadGate(SpeechSettings.defaults());
    private boolean found;

    @Test
    void two_legs_with_one_signal_are_found_once_and_shared_from_then_on() {
        short[] signal = noise(1);
        assertThat(call.facts.isShared("agent", call.legs.keySet())).isTrue();
        tell(signal, signal, 0.9f, FRAMES_IN_12_S);
        assertThat(call.likeness.same).isTrue();
        assertThat(call.facts.sameSignal).containsExactly("agent", "customer");
        assertThat(call.facts.isShared("supervisor", Set.of("agent", "customer", "supervisor")))
                .as("a third leg")
                .isFalse();
        assertThat(call.facts.isShared("agent", call.legs.keySet())).isTrue();
        assertThat(call.legs.get("agent")).isNotNull();
        assertThat(call.legs.values())
                .allSatisfy(leg -> assertThat(leg.common.held).isZero());
        assertThat(found).isTrue();
    }

    @Test
    void two_voices_at_once_are_two_signals() {
        tell(noise(1), noise(2), 0.9f, FRAMES_IN_12_S);
        assertThat(call.likeness.judged).isTrue();
        assertThat(call.likeness.same).isFalse();
        assertThat(found).isFalse();
    }

    @Test
    void where_nobody_speaks_nothing_is_compared_and_nothing_held() {
        short[] signal = noise(1);
        tell(signal, signal, 0.05f, FRAMES_IN_12_S);
        assertThat(call.likeness.blocks).isZero();
        assertThat(call.legs.values())
                .allSatisfy(leg -> assertThat(leg.common.held).isZero());
    }

    @Test
    void less_than_ten_seconds_of_common_speech_judge_nothing() {
        short[] signal = noise(1);
        tell(signal, signal, 0.9f, 280);
        assertThat(call.likeness.judged).isFalse();
        assertThat(call.legs.values())
                .allSatisfy(leg -> assertThat(leg.common.held).isLessThanOrEqualTo(CommonSpeech.RING_SAMPLES));
    }

    @Test
    void what_was_heard_outlives_what_is_said_afterwards() {
        short[] signal = noise(1);
        tell(signal, signal, 0.9f, FRAMES_IN_12_S);
        VoiceWindowing.know(call, new CallFacts(), true);
        assertThat(call.facts.sameSignal).containsExactly("agent", "customer");
    }

    private void tell(short[] agent, short[] customer, float probability, int frames) {
        for (int at = 0; at + CHUNK <= frames; at += CHUNK) {
            hear("agent", agent, at, probability);
            hear("customer", customer, at, probability);
        }
    }

    private void hear(String leg, short[] signal, int frame, float probability) {
        VadState state = gates.computeIfAbsent(leg, any -> new VadState());
        var edges = new VadGate.Edge[CHUNK];
        byte[] unsettled = new byte[CHUNK];
        float[] probabilities = new float[CHUNK];
        for (int i = 0; i < CHUNK; i++) {
            probabilities[i] = probability;
            edges[i] = gate.advance(state, probability);
            unsettled[i] = (byte) gate.unsettledFrames(state);
        }
        short[] samples = new short[CHUNK * VadFrame.SAMPLES];
        System.arraycopy(signal, frame * VadFrame.SAMPLES, samples, 0, samples.length);
        var frames = new SpeechFrames(
                leg,
                (long) frame * VadFrame.SAMPLES,
                samples,
                probabilities,
                edges,
                unsettled,
                new short[CHUNK],
                false);
        found |= VoiceWindowing.hear(call, frames, true, (window, muLaw) -> {});
    }

    private static short[] noise(long seed) {
        var random = new Random(seed);
        short[] noise = new short[(FRAMES_IN_12_S + CHUNK) * VadFrame.SAMPLES];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (random.nextGaussian() * 3_000);
        }
        return noise;
    }
}
