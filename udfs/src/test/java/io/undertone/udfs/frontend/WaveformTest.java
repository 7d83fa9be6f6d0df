package io.undertone.udfs.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WaveformTest {
    @ParameterizedTest
    @MethodSource("reference")
    void normalised_it_agrees_with_the_extractor_of_wav2vec(ReferenceCase expected) {
        float[] actual = expected.row(new Waveform(true));

        assertThat(actual).hasSize(expected.samples());
        for (int i = 0; i < 200; i++) {
            assertThat((double) actual[i]).isCloseTo(expected.values().get(0).get(i), within(1e-5));
        }
    }

    static List<ReferenceCase> reference() {
        return ReferenceCase.of("waveform-normalised");
    }

    @Test
    void normalised_silence_is_silence() {
        float[] out = {1, 1, 1};
        new Waveform(true).features(new float[3], 0, 3, out, 0);

        assertThat(out).containsExactly(0, 0, 0);
    }

    @Test
    void bare_samples_pass_as_they_are() {
        float[] out = new float[4];
        new Waveform(false).features(new float[] {0.1f, 0.2f, 0.3f}, 1, 2, out, 1);

        assertThat(out).containsExactly(0, 0.2f, 0.3f, 0);
    }
}
