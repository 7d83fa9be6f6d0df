package io.undertone.udfs.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.audio.Signals;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The loudness meter against EBU Tech 3341, test cases 1 to 5, within the 0.1 LU that it allows.
 *
 * <p>The cases are stereo. A mono tone has half the energy of two channels, so it is 3.01 dB louder here.
 */
class Tech3341Test {
    private static final double MONO_DB = 10 * Math.log10(2);
    private static final double TOLERANCE = 0.1;

    @ParameterizedTest
    @ValueSource(ints = {8000, 16_000, 48_000})
    void cases_1_and_2_a_tone_reads_its_level(int rateHz) {
        assertThat(integrated(rateHz, tone(-23, 20))).isCloseTo(-23.0, within(TOLERANCE));
        assertThat(integrated(rateHz, tone(-33, 20))).isCloseTo(-33.0, within(TOLERANCE));
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 16_000, 48_000})
    void case_3_the_relative_gate_leaves_out_what_is_quiet(int rateHz) {
        assertThat(integrated(rateHz, tone(-36, 10), tone(-23, 60), tone(-36, 10)))
                .isCloseTo(-23.0, within(TOLERANCE));
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 16_000, 48_000})
    void case_4_the_absolute_gate_comes_first(int rateHz) {
        assertThat(integrated(rateHz, tone(-72, 10), tone(-36, 10), tone(-23, 60), tone(-36, 10), tone(-72, 10)))
                .isCloseTo(-23.0, within(TOLERANCE));
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 16_000, 48_000})
    void case_5_what_lies_above_the_gates_is_averaged_as_energy(int rateHz) {
        assertThat(integrated(rateHz, tone(-26, 20), tone(-20, 20.1), tone(-26, 20)))
                .isCloseTo(-23.0, within(TOLERANCE));
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 16_000, 48_000})
    void a_mono_tone_of_minus_20_dbfs_peak_reads_minus_23(int rateHz) {
        assertThat(integrated(rateHz, new Tone(-20, 20))).isCloseTo(-23.0, within(0.05));
    }

    private static double integrated(int rateHz, Tone... tones) {
        var state = new GatedLoudnessState();
        Blocks.of(joined(rateHz, tones), rateHz).forEach(block -> GatedLoudness.add(state, block));
        return Objects.requireNonNull(GatedLoudness.lufs(state), "no block passed");
    }

    private static short[] joined(int rateHz, Tone... tones) {
        short[] joined = {};
        for (Tone tone : tones) {
            short[] next = Signals.sine(rateHz, 1000, tone.peakDbfs, tone.seconds);
            int end = joined.length;
            joined = Arrays.copyOf(joined, end + next.length);
            System.arraycopy(next, 0, joined, end, next.length);
        }
        return joined;
    }

    private static Tone tone(double stereoDbfs, double seconds) {
        return new Tone(stereoDbfs + MONO_DB, seconds);
    }

    private record Tone(double peakDbfs, double seconds) {}
}
