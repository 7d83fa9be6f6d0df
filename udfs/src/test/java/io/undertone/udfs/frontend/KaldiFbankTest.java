package io.undertone.udfs.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class KaldiFbankTest {
    @ParameterizedTest
    @MethodSource("reference")
    void it_agrees_with_kaldis(ReferenceCase expected) {
        String window = Objects.requireNonNull(expected.window()).toUpperCase(Locale.ROOT);
        var frontEnd = new KaldiFbank(expected.rate(), KaldiWindow.valueOf(window));
        float[] actual = expected.row(frontEnd);

        assertThat(frontEnd.shape(expected.samples())).containsExactly(expected.frames(), 80);
        // Kaldi computes in single precision, which shows in bands 100 dB below a pure tone.
        double tolerance = expected.signal().equals("check") ? 5e-2 : 1e-3;
        for (int i = 0; i < expected.rows().size(); i++) {
            for (int band = 0; band < 80; band++) {
                assertThat((double) actual[expected.rows().get(i) * 80 + band])
                        .as("frame %d, band %d", expected.rows().get(i), band)
                        .isCloseTo(expected.values().get(i).get(band), within(tolerance));
            }
        }
    }

    static List<ReferenceCase> reference() {
        return ReferenceCase.of("kaldi-fbank");
    }

    @ParameterizedTest
    @CsvSource({"400, 1", "559, 1", "560, 2", "48000, 298"})
    void frames_lie_within_the_window(int samples, int frames) {
        assertThat(new KaldiFbank(16_000, KaldiWindow.POVEY).shape(samples)).containsExactly(frames, 80);
    }

    @Test
    void each_band_has_a_mean_of_0() {
        var frontEnd = new KaldiFbank(16_000, KaldiWindow.HAMMING);
        float[] out = new float[frontEnd.length(16_000)];
        frontEnd.features(TestSignals.noise(16_000, 16_000), 0, 16_000, out, 0);

        for (int band = 0; band < 80; band++) {
            double sum = 0;
            for (int i = band; i < out.length; i += 80) {
                sum += out[i];
            }
            assertThat(sum / 98).isCloseTo(0, within(1e-5));
        }
    }

    @Test
    void a_rate_without_whole_frames_is_refused() {
        assertThatThrownBy(() -> new KaldiFbank(11_025, KaldiWindow.POVEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 11025");
    }
}
