package io.undertone.udfs.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RecordingTest {
    @Test
    void channels_mix_to_their_mean() {
        short[] left = {0, 16_384, -32_768, 1};
        short[] right = {0, 0, -32_768, -1};

        assertThat(new Recording(8000, 16, "PCM", new short[][] {left, right}, List.of()).mono())
                .containsExactly(0, 0.25f, -1, 0);
        assertThat(new Recording(8000, 16, "PCM", new short[][] {left}, List.of()).mono())
                .containsExactly(0, 0.5f, -1, 1 / 32_768f);
    }
}
