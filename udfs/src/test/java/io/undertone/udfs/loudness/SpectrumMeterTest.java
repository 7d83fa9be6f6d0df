package io.undertone.udfs.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertone.udfs.audio.Allocations;
import io.undertone.udfs.audio.SharedAudio;
import io.undertone.udfs.audio.Signals;
import io.undertone.udfs.audio.WavReader;
import io.undertone.udfs.frontend.TestSignals;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumMeterTest {
    private final SpectrumState state = new SpectrumState();
    private final SpectrumMeter narrow = new SpectrumMeter(8_000);
    private final SpectrumMeter wide = new SpectrumMeter(16_000);

    /** What numpy and librosa found: see models/recipes/reference_spectrum.py. */
    record Reference(
            String signal,
            int rate,
            int samples,
            @Nullable Double centroid,
            List<@Nullable Double> energies,
            List<Double> mfcc) {
        short[] input() throws IOException {
            if (signal.endsWith(".wav")) {
                return WavReader.read(SharedAudio.path(signal)).channels()[0];
            }
            float[] signals = TestSignals.named(signal, rate, samples);
            short[] steps = new short[samples];
            for (int i = 0; i < samples; i++) steps[i] = (short) Math.rint(signals[i] * 32_768.0);
            return steps;
        }

        @Override
        public String toString() {
            return "%s, %d samples at %d Hz".formatted(signal, samples, rate);
        }
    }

    static Reference[] reference() throws IOException {
        String resource = "/loudness/spectral-means.json";
        try (InputStream json = SpectrumMeterTest.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readValue(Objects.requireNonNull(json, resource), Reference[].class);
        }
    }

    @ParameterizedTest
    @MethodSource("reference")
    void it_agrees_with_numpy_and_librosa(Reference expected) throws IOException {
        feedInRecords(new SpectrumMeter(expected.rate()), expected.input(), new Random(7));

        SpectralMeans means = means();
        assertThat(means.centroidHz).isCloseTo(expected.centroid(), within(1e-6));
        assertEnergies(means, expected.energies());
        assertThat(means.mfcc).hasSameSizeAs(expected.mfcc()).hasSize(13);
        for (int k = 0; k < 13; k++) {
            assertThat(means.mfcc.get(k))
                    .as("coefficient %d", k + 1)
                    .isCloseTo(expected.mfcc().get(k), within(1e-6));
        }
    }

    private static void assertEnergies(SpectralMeans means, List<@Nullable Double> expected) {
        List<@Nullable Double> found = Arrays.asList(
                means.energy20To250, means.energy250To2000, means.energy2000To6000, means.energy6000To20000);
        for (int band = 0; band < 4; band++) {
            Double energy = expected.get(band);
            if (energy == null) {
                assertThat(found.get(band)).as("band %d", band).isNull();
            } else {
                assertThat(found.get(band)).as("band %d", band).isCloseTo(energy, within(1e-9 * energy + 1e-18));
            }
        }
    }

    @Test
    void a_tone_has_its_centre_at_its_pitch_and_its_mean_square_in_its_band() {
        narrow.advance(state, Signals.sine(8_000, 1_000, -20, 2), 0, 16_000);

        SpectralMeans means = means();
        assertThat(means.centroidHz).isCloseTo(1_000, within(0.1));
        assertThat(means.energy250To2000).isCloseTo(0.01 / 2, within(1e-6));
        assertThat(means.energy20To250).isLessThan(1e-8);
        assertThat(means.energy2000To6000).isLessThan(1e-8);
    }

    @Test
    void a_tone_of_7_khz_is_heard_where_the_rate_carries_it() {
        wide.advance(state, Signals.sine(16_000, 7_000, -20, 1), 0, 16_000);

        assertThat(means().energy6000To20000).isCloseTo(0.01 / 2, within(1e-6));
        assertThat(means().energy2000To6000).isLessThan(1e-8);
    }

    @Test
    void noise_shares_its_energy_out_by_the_width_of_the_bands() {
        narrow.advance(state, Signals.noise(3, 400_000), 0, 400_000);

        // Full-scale noise has a mean square of a third; the bins from 62.5 × 31.25 Hz on to half the rate are half of
        // all.
        assertThat(means().energy2000To6000).isCloseTo(0.5 / 3, within(2e-3));
        assertThat(means().energy250To2000).isCloseTo(1750 / 4000.0 / 3, within(2e-3));
        assertThat(means().centroidHz).isCloseTo(2_000, within(5.0));
    }

    @Test
    void digital_silence_has_no_centre_and_the_floor_for_its_logarithms() {
        narrow.advance(state, new short[8_000], 0, 8_000);

        assertThat(means().centroidHz).isNull();
        assertThat(means().energy250To2000).isZero();
        assertThat(means().mfcc.get(0)).isCloseTo(Math.sqrt(40) * Math.log(1e-10), within(1e-9));
        assertThat(means().mfcc.subList(1, 13)).allSatisfy(c -> assertThat(c).isCloseTo(0, within(1e-9)));
    }

    @Test
    void the_centre_is_that_of_frames_that_have_power() {
        narrow.advance(state, Signals.sine(8_000, 1_000, -20, 2), 0, 16_000);
        SpectrumMeter.interrupt(state);
        narrow.advance(state, new short[16_000], 0, 16_000);

        assertThat(state.frames).isEqualTo(2 * 124);
        assertThat(means().centroidHz).isCloseTo(1_000, within(0.1));
        assertThat(means().energy250To2000).isCloseTo(0.01 / 4, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255})
    void less_than_a_frame_has_no_means(int samples) {
        narrow.advance(state, new short[samples], 0, samples);

        assertThat(SpectralMeans.of(state)).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void however_a_leg_is_cut_into_records_the_means_are_the_same(long seed) {
        short[] noise = Signals.noise(seed, 30_011);
        narrow.advance(state, noise, 0, noise.length);
        SpectralMeans whole = means();

        var cut = new SpectrumMeterTest();
        cut.feedInRecords(narrow, noise, new Random(seed));

        assertThat(cut.state.frames).isEqualTo(state.frames).isEqualTo(1 + (30_011 - 256) / 128);
        assertThat(cut.means().centroidHz).isCloseTo(whole.centroidHz, within(1e-9));
        for (int k = 0; k < 13; k++) {
            assertThat(cut.means().mfcc.get(k)).isCloseTo(whole.mfcc.get(k), within(1e-9));
        }
    }

    @Test
    void no_frame_reaches_over_a_gap_and_nothing_before_it_is_kept() {
        short[] noise = Signals.noise(5, 200);
        narrow.advance(state, noise, 0, 200);
        SpectrumMeter.interrupt(state);
        assertThat(state.tail).containsOnly(0);

        narrow.advance(state, noise, 0, 200);
        assertThat(state.frames).isZero();
        narrow.advance(state, noise, 0, 56);
        assertThat(state.frames).isOne();
    }

    @Test
    void one_meter_serves_many_legs() {
        short[] tone = Signals.sine(8_000, 500, -20, 1);
        short[] noise = Signals.noise(9, 8_000);
        var other = new SpectrumState();
        for (int at = 0; at < 8_000; at += 100) {
            narrow.advance(state, tone, at, at + 100);
            narrow.advance(other, noise, at, at + 100);
        }

        var alone = new SpectrumState();
        new SpectrumMeter(8_000).advance(alone, tone, 0, 8_000);
        assertThat(means().centroidHz).isCloseTo(500, within(0.1));
        assertThat(means().mfcc.get(1))
                .isCloseTo(Objects.requireNonNull(SpectralMeans.of(alone)).mfcc.get(1), within(1e-9));
    }

    @Test
    void another_rate_begins_anew() {
        narrow.advance(state, Signals.sine(8_000, 1_000, -20, 2), 0, 16_000);
        wide.advance(state, Signals.sine(16_000, 3_000, -20, 1), 0, 16_000);

        assertThat(state.frames).isEqualTo(61);
        assertThat(means().centroidHz).isCloseTo(3_000, within(0.1));
    }

    @Test
    void a_rate_without_whole_frames_is_refused() {
        assertThatThrownBy(() -> new SpectrumMeter(11_025)).hasMessage("need a rate of whole kHz, got 11025");
    }

    @Test
    void measuring_allocates_nothing() {
        short[] record = Signals.noise(2, 800);
        assertThat(Allocations.ofAThousand(() -> narrow.advance(state, record, 0, 800)))
                .isZero();
    }

    private SpectralMeans means() {
        return Objects.requireNonNull(SpectralMeans.of(state));
    }

    private void feedInRecords(SpectrumMeter meter, short[] samples, Random random) {
        for (int at = 0; at < samples.length; ) {
            int end = Math.min(samples.length, at + 1 + random.nextInt(1_000));
            meter.advance(state, samples, at, end);
            at = end;
        }
    }
}
