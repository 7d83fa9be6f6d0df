package io.undertone.udfs.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class WhisperLogMelTest {
    @ParameterizedTest
    @MethodSource("reference")
    void it_agrees_with_whispers_own(ReferenceCase expected) {
        var frontEnd = new WhisperLogMel(expected.padded());
        float[] actual = expected.row(frontEnd);

        assertThat(frontEnd.shape(expected.samples())).containsExactly(80, expected.frames());
        for (int i = 0; i < expected.rows().size(); i++) {
            for (int band = 0; band < 80; band++) {
                assertThat((double) actual[
                                band * expected.frames() + expected.rows().get(i)])
                        .as("frame %d, band %d", expected.rows().get(i), band)
                        .isCloseTo(expected.values().get(i).get(band), within(1e-4));
            }
        }
    }

    static List<ReferenceCase> reference() {
        return ReferenceCase.of("whisper-log-mel");
    }

    @ParameterizedTest
    @CsvSource({"320, 2", "639, 2", "640, 4", "48000, 300"})
    void without_padding_frames_come_in_pairs(int samples, int frames) {
        assertThat(new WhisperLogMel(false).shape(samples)).containsExactly(80, frames);
    }

    @Test
    void what_is_longer_than_30_s_is_cut() {
        float[] longer = TestSignals.noise(16_000, 500_000);
        var frontEnd = new WhisperLogMel(true);
        float[] cut = new float[frontEnd.length(480_000)];
        float[] whole = new float[frontEnd.length(500_000)];
        frontEnd.features(longer, 0, 480_000, cut, 0);
        frontEnd.features(longer, 0, 500_000, whole, 0);

        assertThat(whole).containsExactly(cut);
    }

    @Test
    void silence_is_the_same_everywhere() {
        var frontEnd = new WhisperLogMel(false);
        float[] out = new float[frontEnd.length(16_000)];
        frontEnd.features(new float[16_000], 0, 16_000, out, 0);

        assertThat(out).containsOnly(-1.5f);
    }
}
