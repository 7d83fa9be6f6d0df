package io.undertone.udfs.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.audio.Signals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The loudness of a leg's speech, as the meter and the speech gate make it together. */
class SpeechLoudnessTest {
    private static final int FRAME = 256;
    private static final int SUB_BLOCK = 800;

    private final LegMeterState state = new LegMeterState();

    /** A loud voice in the first, third and fifth 2 s, background noise between, judged with some lag. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5, 9, 12})
    void blocks_count_by_their_middle_however_late_the_gate_is(int lagFrames) {
        short[] leg = voiceAndNoise();
        feed(leg, lagFrames);

        assertThat(LegMeter.speechLufs(state)).isCloseTo(expected(leg), within(0.01));
        assertThat(state.speech.gated.blocks).isEqualTo(speechBlocks(leg).size());
    }

    @Test
    void a_stretch_that_the_gate_leaves_out_is_no_speech() {
        short[] leg = Signals.sine(8000, 1000, -20, 2);
        feedUnjudged(leg);
        LegMeter.settle(state, 15_000, 16_000, true);

        assertThat(state.speech.gated.blocks).isZero();
        assertThat(state.speech.waiting)
                .as("14400 and 15200 to 16000 without verdict")
                .isLessThanOrEqualTo(2);
    }

    @Test
    void no_verdict_for_long_keeps_the_latest_blocks_only() {
        feedUnjudged(Signals.sine(8000, 1000, -20, 60));
        assertThat(state.speech.waiting).isEqualTo(SpeechLoudness.MOST_WAITING);

        LegMeter.settle(state, 0, state.position, true);

        // Of the eight the last two are not whole yet.
        assertThat(state.speech.gated.blocks).isEqualTo(6);
        assertThat(LegMeter.speechLufs(state)).isCloseTo(-23.0, within(0.05));
    }

    @Test
    void a_gap_drops_blocks_that_are_not_whole_and_keeps_those_that_are() {
        feedUnjudged(Signals.sine(8000, 1000, -20, 0.6));
        LegMeter.jump(state, 80_000);
        LegMeter.settle(state, 0, 80_000, true);

        assertThat(state.speech.gated.blocks)
                .as("0 to 0.4 s, 0.1 to 0.5 s, 0.2 to 0.6 s")
                .isEqualTo(3);
        assertThat(state.speech.waiting).isZero();
    }

    @Test
    void blocks_never_reach_over_a_gap() {
        for (int part = 0; part < 10; part++) {
            LegMeter.jump(state, part * 80_000L);
            feed(Signals.sine(8000, 1000, -20, 0.39), 0, part * 80_000L);
        }

        assertThat(LegMeter.speechLufs(state)).isNull();
    }

    private static short[] voiceAndNoise() {
        short[] voice = Signals.sine(8000, 1000, -20, 10);
        short[] noise = Signals.sine(8000, 600, -27, 10);
        for (int i = 0; i < voice.length; i++) {
            if (!isSpeech(i)) {
                voice[i] = noise[i];
            }
        }
        return voice;
    }

    private static boolean isSpeech(long position) {
        return position / FRAME * FRAME / 16_000 % 2 == 0;
    }

    private static double expected(short[] leg) {
        return Blocks.integrated(speechBlocks(leg));
    }

    private static List<Double> speechBlocks(short[] leg) {
        List<Double> all = Blocks.of(leg, 8000);
        List<Double> speech = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (isSpeech((i + 2L) * SUB_BLOCK)) {
                speech.add(all.get(i));
            }
        }
        return speech;
    }

    private void feed(short[] leg, int lagFrames) {
        feed(leg, lagFrames, 0);
        for (int at = Math.max(0, (leg.length / FRAME - lagFrames) * FRAME); at < leg.length; at += FRAME) {
            LegMeter.settle(state, at, Math.min(leg.length, at + FRAME), isSpeech(at));
        }
    }

    private void feed(short[] leg, int lagFrames, long start) {
        for (int at = 0; at < leg.length; at += FRAME) {
            int end = Math.min(leg.length, at + FRAME);
            LegMeter.advance(state, start + at, leg, at, end, 0);
            state.ended.clear();
            int settled = at - lagFrames * FRAME;
            if (settled >= 0) {
                LegMeter.settle(
                        state, start + settled, start + Math.min(leg.length, settled + FRAME), isSpeech(settled));
            }
        }
    }

    private void feedUnjudged(short[] leg) {
        for (int at = 0; at < leg.length; at += FRAME) {
            LegMeter.advance(state, at, leg, at, Math.min(leg.length, at + FRAME), 0);
            state.ended.clear();
        }
    }
}
