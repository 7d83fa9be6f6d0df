package io.undertone.udfs.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.audio.Allocations;
import io.undertone.udfs.model.CheckSignal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrontEndTest {
    private static final int THREE_SECONDS = 24_000;
    private static final FrontEndSettings TELEPHONE = FrontEndSettings.of(8000, 16_000, THREE_SECONDS);

    private final float[] window = CheckSignal.samples(THREE_SECONDS, 8000);

    @ParameterizedTest
    @ValueSource(strings = {"waveform", "waveform-normalised", "whisper-log-mel", "ge2e-mel", "kaldi-fbank"})
    void each_hears_telephone_audio_and_allocates_nothing(String name) {
        FrontEnd frontEnd = FrontEnd.of(name, TELEPHONE.levelled(-26));
        float[] out = new float[frontEnd.length(800)];

        assertThat(Allocations.ofAThousand(() -> frontEnd.features(window, 0, 800, out, 0)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"waveform", "waveform-normalised", "whisper-log-mel", "ge2e-mel", "kaldi-fbank"})
    void a_row_fills_its_length_and_no_more(String name) {
        FrontEnd frontEnd = FrontEnd.of(name, TELEPHONE);
        int length = frontEnd.length(20_000);
        float[] out = new float[length + 2];
        Arrays.fill(out, Float.NaN);
        frontEnd.features(window, 0, 20_000, out, 1);

        assertThat(out[0]).isNaN();
        assertThat(out[length + 1]).isNaN();
        for (int i = 1; i <= length; i++) {
            assertThat(out[i]).isFinite();
        }
        int product = 1;
        for (int dimension : frontEnd.shape(20_000)) {
            product *= dimension;
        }
        assertThat(product).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"waveform", "waveform-normalised", "whisper-log-mel", "ge2e-mel", "kaldi-fbank"})
    void a_row_needs_its_fewest_samples(String name) {
        FrontEnd frontEnd = FrontEnd.of(name, TELEPHONE);
        int fewest = frontEnd.minSamples();
        float[] out = new float[frontEnd.length(fewest)];
        frontEnd.features(window, 0, fewest, out, 0);

        assertThatThrownBy(() -> frontEnd.features(window, 0, fewest - 1, out, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("need at least");
    }

    @ParameterizedTest
    @ValueSource(strings = {"waveform", "waveform-normalised", "ge2e-mel"})
    void more_than_it_was_built_for_is_refused(String name) {
        FrontEnd frontEnd = FrontEnd.of(name, TELEPHONE.levelled(-26));
        float[] out = new float[frontEnd.length(THREE_SECONDS + 1)];

        assertThatThrownBy(() -> frontEnd.features(new float[THREE_SECONDS + 1], 0, THREE_SECONDS + 1, out, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("built for at most 48000 samples, got 48002");
    }

    @Test
    void telephone_audio_is_raised_to_the_models_rate() {
        FrontEnd frontEnd = FrontEnd.of("waveform", TELEPHONE);
        float[] wide = new float[frontEnd.length(THREE_SECONDS)];
        frontEnd.features(window, 0, THREE_SECONDS, wide, 0);
        float[] expected = CheckSignal.samples(48_000, 16_000);

        assertThat(frontEnd.shape(THREE_SECONDS)).containsExactly(48_000);
        for (int i = 200; i < 47_800; i++) {
            assertThat(wide[i]).isCloseTo(expected[i], within(2e-4f));
        }
    }

    @Test
    void a_level_is_what_the_model_hears() {
        FrontEnd frontEnd =
                FrontEnd.of("waveform", FrontEndSettings.of(8000, 8000, 8000).levelled(-20));
        float[] out = new float[8000];
        frontEnd.features(window, 100, 8000, out, 0);

        double sum = 0;
        for (float sample : out) {
            sum += (double) sample * sample;
        }
        assertThat(10 * Math.log10(sum / 8000)).isCloseTo(-20, within(0.001));
    }

    @Test
    void an_unknown_name_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> FrontEnd.of("mfcc", TELEPHONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown front end 'mfcc'; known: waveform, waveform-normalised, whisper-log-mel, ge2e-mel,"
                        + " kaldi-fbank");
    }

    @Test
    void a_model_at_another_rate_than_the_front_ends_is_refused() {
        for (String name : new String[] {"whisper-log-mel", "ge2e-mel"}) {
            assertThatThrownBy(() -> FrontEnd.of(name, FrontEndSettings.of(8000, 8000, 8000)))
                    .hasMessage("front end %s works at 16000 Hz, got a model at 8000 Hz", name);
        }
    }

    @Test
    void settings_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> FrontEndSettings.of(8000, 0, 8000)).hasMessageContaining("got 8000 Hz, 0 Hz");
        assertThatThrownBy(() -> TELEPHONE.levelled(3)).hasMessage("need a level of -90 to 0 dBFS, got 3.0");
        assertThatThrownBy(() -> TELEPHONE.levelled(Double.NaN)).hasMessageContaining("got NaN");
    }

    @Test
    void whisper_can_be_padded_and_kaldi_take_another_window() {
        assertThat(FrontEnd.of("whisper-log-mel", TELEPHONE.toThirtySeconds()).shape(8000))
                .containsExactly(80, 3000);
        assertThat(heard(TELEPHONE.with(KaldiWindow.HAMMING))).isNotEqualTo(heard(TELEPHONE));
    }

    private float[] heard(FrontEndSettings settings) {
        FrontEnd frontEnd = FrontEnd.of("kaldi-fbank", settings);
        float[] out = new float[frontEnd.length(8000)];
        frontEnd.features(window, 0, 8000, out, 0);
        return out;
    }
}
