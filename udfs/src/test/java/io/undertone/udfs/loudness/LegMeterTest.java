package io.undertone.udfs.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.audio.Allocations;
import io.undertone.udfs.audio.SharedAudio;
import io.undertone.udfs.audio.Signals;
import io.undertone.udfs.audio.WavReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegMeterTest {
    private static final int FRAME = 256;

    private final LegMeterState state = new LegMeterState();
    private final List<LevelReading> readings = new ArrayList<>();

    @Test
    void a_second_of_a_tone_reads_its_levels() {
        feed(Signals.sine(8000, 1000, -20, 2));

        LevelReading reading = readings.get(1);
        assertThat(readings).hasSize(2);
        assertThat(reading.second()).isEqualTo(1);
        assertThat(reading.momentaryLufs()).isCloseTo(-23.0, within(0.05));
        assertThat(reading.rmsDbfs()).isCloseTo(-23.01, within(0.01));
        assertThat(reading.peakDbfs()).isCloseTo(-20, within(0.01));
        // The mean of a rectified sine is 2/π of its peak; eight samples a period see it as (1 + √2) / 4.
        assertThat(reading.meanAbsolute()).isCloseTo(0.1 * (1 + Math.sqrt(2)) / 4, within(1e-4));
        assertThat(reading.lostRatio()).isZero();
    }

    @Test
    void digital_silence_reads_the_floor() {
        feed(new short[8000]);

        assertThat(readings).containsExactly(new LevelReading(0, -120.0, -120, -120, 0, 0));
        assertThat(LegMeter.speechLufs(state)).isNull();
    }

    @Test
    void a_leg_without_media_has_properties_but_no_loudness() {
        assertThat(LegMeter.properties(state)).isEqualTo(new AudioProperties(0, -120, 0, -120, 0, 0));
        assertThat(LegMeter.speechLufs(state)).isNull();
        assertThat(LegMeter.secondIsFull(state)).isFalse();
    }

    @Test
    void the_leg_reads_over_all_its_samples() {
        feed(new short[] {0, 16_384, -16_384, 0, -1, Short.MIN_VALUE, 0, 0});

        AudioProperties leg = LegMeter.properties(state);

        assertThat(leg.samples()).isEqualTo(8);
        assertThat(leg.peakDbfs()).isZero();
        assertThat(leg.rmsLinear()).isCloseTo(Math.sqrt(1.5 / 8), within(1e-6));
        assertThat(leg.rmsDbfs()).isCloseTo(20 * Math.log10(Math.sqrt(1.5 / 8)), within(1e-4));
        assertThat(leg.meanAbsolute()).isCloseTo(2.0 / 8, within(1e-5));
        // 0 counts as positive: down to −16384, up to 0, down to −1, up to 0.
        assertThat(leg.zeroCrossingRate()).isEqualTo(4.0 / 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 255, 256})
    void a_crossing_between_frames_counts_once(int frame) {
        short[] alternating = new short[1_000];
        for (int i = 0; i < alternating.length; i++) {
            alternating[i] = (short) (i % 2 == 0 ? 5 : -5);
        }

        feedInFrames(alternating, frame);

        assertThat(LegMeter.properties(state).zeroCrossingRate()).isEqualTo(999.0 / 1_000);
    }

    @Test
    void a_gap_is_no_crossing() {
        feed(new short[] {5, 5});
        LegMeter.jump(state, 100);
        feed(new short[] {-5, -5});

        assertThat(LegMeter.properties(state).zeroCrossingRate()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void however_the_leg_is_cut_the_results_are_the_same(long seed) {
        short[] speech = babble(seed, 12);
        double whole = feed(speech);
        AudioProperties properties = LegMeter.properties(state);
        Double lufs = LegMeter.speechLufs(state);

        var cut = new LegMeterTest();
        double sum = cut.feedInFrames(speech, new Random(seed));

        assertThat(sum / whole).isCloseTo(1, within(1e-12));
        assertThat(LegMeter.properties(cut.state)).isEqualTo(properties);
        assertThat(LegMeter.speechLufs(cut.state)).isCloseTo(lufs, within(1e-9));
        assertThat(cut.readings).hasSize(12).hasSameSizeAs(readings);
        for (int i = 0; i < readings.size(); i++) {
            assertThat(cut.readings.get(i).rmsDbfs()).isEqualTo(readings.get(i).rmsDbfs());
            assertThat(cut.readings.get(i).momentaryLufs())
                    .isCloseTo(readings.get(i).momentaryLufs(), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls/auto_repairs_40_caller.wav", "calls/callytics_01_mono.wav"})
    void a_real_call_reads_as_with_exact_gating(String name) throws IOException {
        short[] call = WavReader.read(SharedAudio.path(name)).channels()[0];

        feed(call);

        assertThat(LegMeter.speechLufs(state)).isCloseTo(Blocks.integrated(Blocks.of(call, 8000)), within(0.01));
        assertThat(readings).hasSize(call.length / 8000);
    }

    @Test
    void the_energy_is_that_of_the_weighting() {
        short[] speech = babble(5, 3);

        assertThat(feed(speech))
                .isCloseTo(new KWeighting(8000).energy(new KWeightingState(), speech, 0, speech.length), within(1e-9));
    }

    @Test
    void concealed_samples_of_a_frame_over_two_seconds_are_split() {
        feed(new short[7_936]);
        LegMeter.advance(state, 7_936, new short[FRAME], 0, FRAME, FRAME);
        takeSecond();
        feed(new short[7_808]);

        assertThat(readings.get(0).lostRatio()).isEqualTo(64 / 8000.0);
        assertThat(readings.get(1).lostRatio()).isEqualTo(192 / 8000.0);
    }

    @Test
    void a_jump_closes_the_started_second_and_skips_those_without_media() {
        feed(Signals.sine(8000, 1000, -20, 1.25));
        LegMeter.jump(state, 5 * 8000 + 4_000);
        takeSecond();
        feed(Signals.sine(8000, 1000, -40, 0.5));

        assertThat(readings).extracting(LevelReading::second).containsExactly(0L, 1L, 5L);
        assertThat(readings.get(1).rmsDbfs()).isCloseTo(-23.01, within(0.01));
        assertThat(readings.get(2).rmsDbfs()).isCloseTo(-43.01, within(0.01));
    }

    @Test
    void a_jump_within_a_second_goes_on_with_it() {
        feed(new short[1_000]);
        LegMeter.jump(state, 7_000);
        assertThat(LegMeter.secondIsFull(state)).isFalse();
        LegMeter.advance(state, 7_000, new short[1_000], 0, 1_000, 500);
        takeSecond();

        assertThat(readings).hasSize(1);
        assertThat(readings.get(0).lostRatio()).isEqualTo(0.25);
        assertThat(readings.get(0).momentaryLufs()).isNull();
    }

    @Test
    void the_last_second_ends_with_the_leg() {
        feed(new short[12_000]);
        LegMeter.finish(state);
        takeSecond();
        LegMeter.finish(state);

        assertThat(readings).extracting(LevelReading::second).containsExactly(0L, 1L);
        assertThat(LegMeter.secondIsFull(state)).isFalse();
        assertThat(LegMeter.properties(state).samples()).isEqualTo(12_000);
    }

    @Test
    void a_jump_starts_filters_and_blocks_anew() {
        feed(babble(6, 1));
        LegMeter.jump(state, 80_000);
        takeSecondIfFull();
        short[] later = babble(7, 1);
        double energy = feed(later);

        assertThat(energy).isEqualTo(new LegMeterTest().feed(later), within(1e-12));
        assertThat(readings.get(1).momentaryLufs())
                .isCloseTo(Levels.lufs(Blocks.of(later, 8000).get(6)), within(1e-9));
    }

    @Test
    void misuse_is_named() {
        short[] frame = new short[FRAME];
        LegMeter.advance(state, 0, frame, 0, FRAME, 0);

        assertThatThrownBy(() -> LegMeter.advance(state, 300, frame, 0, FRAME, 0))
                .hasMessage("expected sample 256 next, got 300: a gap is a jump");
        assertThatThrownBy(() -> LegMeter.advance(state, 256, frame, 0, FRAME, FRAME + 1))
                .hasMessageContaining("got 256 and 257");
        assertThatThrownBy(() -> LegMeter.advance(state, 256, new short[8_001], 0, 8_001, 0))
                .hasMessageContaining("need at most 8000 samples");
        assertThatThrownBy(() -> LegMeter.settle(state, 0, 257, true)).hasMessageContaining("by sample 256");
        assertThatThrownBy(() -> LegMeter.takeSecond(state)).hasMessageContaining("no second has ended");
    }

    @Test
    void a_second_that_is_not_taken_is_never_lost_silently() {
        short[] second = new short[8000];
        LegMeter.advance(state, 0, second, 0, 8000, 0);

        assertThatThrownBy(() -> LegMeter.advance(state, 8000, second, 0, 8000, 0))
                .hasMessage("second 0 was not taken before second 1 ended");
    }

    @Test
    void measuring_allocates_nothing() {
        short[] frame = Signals.sine(8000, 1000, -20, FRAME / 8000.0);

        assertThat(Allocations.ofAThousand(() -> {
                    LegMeter.advance(state, state.position, frame, 0, FRAME, 0);
                    LegMeter.settle(state, state.position - FRAME, state.position, true);
                    state.ended.clear();
                }))
                .isZero();
    }

    /** Noise whose level changes every 100 ms, with pauses. */
    private static short[] babble(long seed, int seconds) {
        var random = new Random(seed);
        short[] noise = Signals.noise(seed, seconds * 8000);
        for (int at = 0; at < noise.length; at += 800) {
            double gain = random.nextInt(4) == 0 ? 0 : Math.pow(10, random.nextDouble(-45, -10) / 20);
            for (int i = at; i < at + 800; i++) {
                noise[i] = (short) (noise[i] * gain);
            }
        }
        return noise;
    }

    private double feed(short[] samples) {
        return feedInFrames(samples, FRAME);
    }

    private double feedInFrames(short[] samples, int length) {
        double energy = 0;
        for (int at = 0; at < samples.length; at += length) {
            energy += frame(Arrays.copyOfRange(samples, at, Math.min(samples.length, at + length)));
        }
        return energy;
    }

    private double feedInFrames(short[] samples, Random random) {
        double energy = 0;
        for (int at = 0; at < samples.length; ) {
            int end = Math.min(samples.length, at + random.nextInt(1, 900));
            energy += frame(Arrays.copyOfRange(samples, at, end));
            at = end;
        }
        return energy;
    }

    /** One frame, all of it speech. */
    private double frame(short[] samples) {
        double energy = LegMeter.advance(state, state.position, samples, 0, samples.length, 0);
        LegMeter.settle(state, state.position - samples.length, state.position, true);
        takeSecondIfFull();
        return energy;
    }

    private void takeSecondIfFull() {
        if (LegMeter.secondIsFull(state)) {
            takeSecond();
        }
    }

    private void takeSecond() {
        readings.add(LegMeter.takeSecond(state));
    }
}
