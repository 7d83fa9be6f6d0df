package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.Written;
import io.undertone.udfs.loudness.SpectrumMeter;
import io.undertone.udfs.loudness.SpectrumState;
import java.io.IOException;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the spectrum of a leg takes in a checkpoint. */
final class SpectrumStateTest {
    @ParameterizedTest
    @CsvSource({"8000, 720", "16000, 1230"})
    void it_is_small_and_does_not_grow_with_the_leg(int rateHz, int mostBytes) throws IOException {
        var state = new SpectrumState();
        var meter = new SpectrumMeter(rateHz);
        meter.advance(state, new short[1_000], 0, 1_000);
        int early = bytes(state);
        for (int second = 0; second < 100; second++) {
            meter.advance(state, new short[rateHz], 0, rateHz);
        }

        assertThat(bytes(state)).isEqualTo(early).isLessThan(mostBytes);
    }

    private static int bytes(SpectrumState state) throws IOException {
        return InstantiationUtil.serializeToByteArray(Written.serializer(SpectrumState.class), state).length;
    }
}
