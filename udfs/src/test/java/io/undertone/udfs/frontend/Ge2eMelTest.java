package io.undertone.udfs.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.model.CheckSignal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class Ge2eMelTest {
    /** What rounding of the levelled samples to single precision leaves in a band, 90 dB and more below the tones. */
    private static final double ROUNDING = 1e-11;

    @ParameterizedTest
    @MethodSource("reference")
    void it_agrees_with_resemblyzers(ReferenceCase expected) {
        FrontEnd frontEnd = FrontEnd.of("ge2e-mel", FrontEndSettings.of(16_000, 16_000, expected.samples()));
        float[] actual = expected.row(frontEnd);

        assertThat(frontEnd.shape(expected.samples())).containsExactly(expected.slices(), 160, 40);
        for (int i = 0; i < expected.rows().size(); i++) {
            for (int band = 0; band < 40; band++) {
                double power = expected.values().get(i).get(band);
                assertThat((double) actual[expected.rows().get(i) * 40 + band])
                        .as("frame %d, band %d", expected.rows().get(i), band)
                        .isCloseTo(power, within(1e-4 * power + ROUNDING));
            }
        }
    }

    static List<ReferenceCase> reference() {
        return ReferenceCase.of("ge2e-mel");
    }

    /** Frames of 10 ms; a slice begins every 77 of them and needs 120. */
    @ParameterizedTest
    @CsvSource({"1, 1", "25600, 1", "31519, 1", "31520, 2", "43839, 2", "43840, 3", "480000, 38"})
    void a_last_slice_counts_from_three_quarters_on(int samples, int slices) {
        assertThat(new Ge2eMel().shape(samples)).containsExactly(slices, 160, 40);
    }

    @Test
    void the_gain_of_the_line_changes_nothing() {
        float[] quiet = CheckSignal.samples(16_000, 16_000);
        float[] loud = quiet.clone();
        for (int i = 0; i < loud.length; i++) {
            loud[i] *= 5;
        }
        FrontEnd frontEnd = FrontEnd.of("ge2e-mel", FrontEndSettings.of(16_000, 16_000, 16_000));
        float[] ofQuiet = new float[frontEnd.length(16_000)];
        float[] ofLoud = new float[frontEnd.length(16_000)];
        frontEnd.features(quiet, 0, 16_000, ofQuiet, 0);
        frontEnd.features(loud, 0, 16_000, ofLoud, 0);

        for (int i = 0; i < 100 * 40; i++) {
            assertThat(ofLoud[i]).isCloseTo(ofQuiet[i], within((float) (1e-4 * ofQuiet[i] + ROUNDING)));
        }
    }
}
