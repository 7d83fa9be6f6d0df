package io.undertone.udfs.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenFramesTest {
    private static final int FRAME = VadFrame.SAMPLES;

    /** Against a list of everything: whatever is let go of in between, the last frames are there in their order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_last_frames_are_held_in_their_order(long seed) {
        var random = new Random(seed);
        var frames = new SpokenFrames();
        List<Integer> expected = new ArrayList<>();
        for (int n = 0; n < 500; n++) {
            int most = 94;
            frames.append(1_000L * n, audioOf(n), FRAME, most);
            expected.add(n);
            int kept = random.nextInt(10) == 0 ? random.nextInt(95) : most;
            frames.keepLast(kept);
            expected = new ArrayList<>(expected.subList(Math.max(0, expected.size() - kept), expected.size()));
            assertThatIsHeld(frames, expected);
            assertThat(frames.positions.length).isLessThanOrEqualTo(expected.size() + 4);
        }
    }

    private static void assertThatIsHeld(SpokenFrames frames, List<Integer> expected) {
        assertThat(frames.held).isEqualTo(expected.size());
        byte[] audio = frames.audio();
        assertThat(audio).hasSize(expected.size() * FRAME);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(frames.positions[i]).isEqualTo(1_000L * expected.get(i));
            assertThat(audio[i * FRAME]).isEqualTo(expected.get(i).byteValue());
            assertThat(audio[(i + 1) * FRAME - 1]).isEqualTo(expected.get(i).byteValue());
        }
        if (!expected.isEmpty()) {
            assertThat(frames.end()).isEqualTo(1_000L * expected.get(expected.size() - 1) + FRAME);
            assertThat(frames.beginOfLast(1)).isEqualTo(frames.end() - FRAME);
        }
    }

    /** The frame is the second one of what is given. */
    private static byte[] audioOf(int n) {
        byte[] audio = new byte[3 * FRAME];
        Arrays.fill(audio, FRAME, 2 * FRAME, (byte) n);
        return audio;
    }
}
