package io.undertone.udfs.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.audio.Allocations;
import io.undertone.udfs.audio.Signals;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KWeightingTest {
    /** BS.1770-4, tables 1 and 2: b0 b1 b2 a1 a2 of the two filters at 48 kHz. */
    private static final double[][] STANDARD = {
        {1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585},
        {1.0, -2.0, 1.0, -1.99004745483398, 0.99007225036621}
    };

    @Test
    void at_48_kilohertz_it_is_the_filter_of_the_standard() {
        short[] noise = Signals.noise(1, 4_800);
        double expected = 0;
        double[][] memory = new double[2][2];
        for (short sample : noise) {
            double value = sample / 32_768.0;
            for (int stage = 0; stage < 2; stage++) {
                value = filtered(STANDARD[stage], memory[stage], value);
            }
            expected += value * value;
        }

        double energy = new KWeighting(48_000).energy(new KWeightingState(), noise, 0, noise.length);

        assertThat(energy / expected).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 16_000, 44_100, 48_000})
    void a_tone_at_the_frequency_of_calibration_reads_its_level(int rateHz) {
        assertThat(lufsOfTone(rateHz, 997, -20)).isCloseTo(-23.01, within(0.01));
        assertThat(lufsOfTone(rateHz, 1000, -20)).isCloseTo(-23.0, within(0.02));
    }

    /** The response at a lower rate against that at 48 kHz, as the class promises it. */
    @ParameterizedTest
    @CsvSource({
        "8000,60,0.02", "8000,200,0.02", "8000,500,0.02", "8000,800,0.03", "8000,1500,0.44", "8000,2000,0.44",
        "8000,3400,0.44", "8000,3900,0.44", "16000,60,0.02", "16000,800,0.02", "16000,2000,0.11", "16000,3900,0.11"
    })
    void at_a_lower_rate_speech_is_weighted_alike(int rateHz, double hz, double tolerance) {
        assertThat(lufsOfTone(rateHz, hz, -20)).isCloseTo(lufsOfTone(48_000, hz, -20), within(tolerance));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void however_the_signal_is_cut_the_energy_is_the_same(long seed) {
        var random = new Random(seed);
        var weighting = new KWeighting(8000);
        short[] noise = Signals.noise(seed, 20_000);
        var state = new KWeightingState();
        double cut = 0;
        for (int at = 0; at < noise.length; ) {
            int end = Math.min(noise.length, at + random.nextInt(0, 500));
            cut += weighting.energy(state, noise, at, end);
            at = end;
        }

        assertThat(cut / weighting.energy(new KWeightingState(), noise, 0, noise.length))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void in_silence_the_memory_vanishes_instead_of_becoming_denormal() {
        var weighting = new KWeighting(8000);
        var state = new KWeightingState();
        weighting.energy(state, Signals.noise(4, 8000), 0, 8000);

        for (int second = 0; second < 10; second++) {
            weighting.energy(state, new short[8000], 0, 8000);
        }

        assertThat(new double[] {state.shelf1, state.shelf2, state.highPass1, state.highPass2})
                .containsOnly(0);
    }

    @Test
    void weighting_allocates_nothing() {
        var weighting = new KWeighting(8000);
        var state = new KWeightingState();
        short[] frame = Signals.noise(5, 256);
        double[] sum = new double[1];

        assertThat(Allocations.ofAThousand(() -> sum[0] += weighting.energy(state, frame, 0, 256)))
                .isZero();
    }

    @Test
    void a_rate_below_telephony_is_refused() {
        assertThatThrownBy(() -> new KWeighting(4000)).hasMessage("need a sample rate of at least 8000 Hz, got 4000");
    }

    /** Of the second second, when the filters have settled. */
    private static double lufsOfTone(int rateHz, double hz, double peakDbfs) {
        short[] tone = Signals.sine(rateHz, hz, peakDbfs, 2);
        var weighting = new KWeighting(rateHz);
        var state = new KWeightingState();
        weighting.energy(state, tone, 0, rateHz);
        return Levels.lufs(weighting.energy(state, tone, rateHz, 2 * rateHz) / rateHz);
    }

    private static double filtered(double[] filter, double[] memory, double in) {
        double out = filter[0] * in + memory[0];
        memory[0] = filter[1] * in - filter[3] * out + memory[1];
        memory[1] = filter[2] * in - filter[4] * out;
        return out;
    }
}
