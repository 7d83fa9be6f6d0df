package io.undertone.udfs.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.frontend.ReferenceCase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TelephoneChannelTest {
    /** A tone whose steps of μ-law fall on no simple multiple of another tone. */
    private static final double REFERENCE_HZ = 1237;

    private static final List<ReferenceCase> REFERENCE = ReferenceCase.of("telephone");

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void at_8_khz_it_is_the_channel_of_the_trials(int index) {
        ReferenceCase expected = REFERENCE.get(index);
        float[] heard = TelephoneChannel.hear(expected.input(), 8000);

        assertThat(heard).hasSize(expected.samples());
        for (int i = 0; i < 800; i++) {
            assertThat((double) heard[i]).isCloseTo(expected.values().get(0).get(i), within(1e-6));
        }
    }

    /** The trials came down to 8 kHz by another low-pass; a sample near the edge of a step may fall to the next. */
    @Test
    void from_another_rate_it_differs_by_a_step_of_mu_law_at_most() {
        ReferenceCase expected = REFERENCE.get(2);
        float[] heard = TelephoneChannel.hear(expected.input(), 16_000);

        assertThat(heard).hasSize(8000);
        for (int i = 100; i < 800; i++) {
            double sample = expected.values().get(0).get(i);
            double step = Math.log(256) / 127.5 * (Math.abs(sample) + 1 / 255.0);
            assertThat((double) heard[i]).isCloseTo(sample, within(1.05 * step));
        }
    }

    @ParameterizedTest
    @CsvSource({"300, -3", "3400, -3", "1000, 0", "2500, 0"})
    void the_band_ends_at_3_db(double hz, double expectedDb) {
        float[] out = TelephoneChannel.hear(twoTones(hz), 8000);

        assertThat(levelAt(out, hz) - levelAt(out, REFERENCE_HZ)).isCloseTo(expectedDb - 20, within(0.15));
    }

    @Test
    void what_telephones_drop_is_gone() {
        assertThat(levelAt(TelephoneChannel.hear(twoTones(60), 8000), 60)).isLessThan(-60);
    }

    @Test
    void the_peak_is_half_of_full_scale_whatever_came_in() {
        float[] quiet = twoTones(700);
        for (int i = 0; i < quiet.length; i++) {
            quiet[i] *= 0.001f;
        }
        float peak = 0;
        for (float sample : TelephoneChannel.hear(quiet, 8000)) {
            peak = Math.max(peak, Math.abs(sample));
        }

        assertThat(peak).isCloseTo(0.5f, within(0.01f));
    }

    @Test
    void silence_stays_below_one_step() {
        for (float sample : TelephoneChannel.hear(new float[1600], 16_000)) {
            assertThat(Math.abs(sample)).isLessThan(1e-4f);
        }
    }

    private static float[] twoTones(double hz) {
        float[] samples = new float[16_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * tone(REFERENCE_HZ, i) + 0.05 * tone(hz, i));
        }
        return samples;
    }

    private static double tone(double hz, int i) {
        return Math.sin(2 * Math.PI * hz * i / 8000);
    }

    private static double levelAt(float[] samples, double hz) {
        short[] rounded = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            rounded[i] = Samples.clip(samples[i] * 32_768);
        }
        return Signals.levelAt(rounded, 2000, samples.length, 8000, hz);
    }
}
