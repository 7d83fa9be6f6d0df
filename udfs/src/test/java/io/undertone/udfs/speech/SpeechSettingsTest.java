package io.undertone.udfs.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechSettingsTest {
    @Test
    void durations_round_up_to_whole_frames() {
        SpeechSettings settings = SpeechSettings.defaults();

        assertThat(settings.minSpeechFrames()).isEqualTo(8);
        assertThat(settings.minSilenceFrames()).isEqualTo(4);
        assertThat(settings.padFrames()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "32, 1", "33, 2", "256, 8", "257, 9", "2147483647, 67108864"})
    void a_frame_begun_is_a_frame_needed(int millis, int frames) {
        assertThat(VadFrame.framesLasting(millis)).isEqualTo(frames);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.5, 0.5", "0.4, 0.5", "1, 0.5", "NaN, 0.5", "0.5, NaN"})
    void thresholds_out_of_order_are_refused(float onset, float offset) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpeechSettings(onset, offset, 250, 100, 30))
                .withMessage("need 0 < offset < onset < 1, got offset=%s onset=%s", offset, onset);
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 30", "250, 0, 30", "250, 100, -1"})
    void durations_that_cannot_be_are_refused(int speech, int silence, int pad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpeechSettings(0.5f, 0.35f, speech, silence, pad))
                .withMessageEndingWith("got %d, %d, %d", speech, silence, pad);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 15000, 3000, closeAfterMillis",
        "4001, 15000, 3000, closeAfterMillis",
        "500, 0, 2000000000, maxMillis of two or more",
        "500, 15000, 999, pieceMillis",
        "500, 3000, 3000, maxMillis of two or more",
        "500, 14000, 3000, whole pieces",
        "500, 30000, 3000, <= 28000"
    })
    void utterances_that_cannot_be_are_refused(int closeAfter, int max, int piece, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UtteranceSettings(closeAfter, max, piece))
                .withMessageContaining(why);
    }

    /** 3,000 + 500 + 256 ms fit into 4 s; 4,000 fit only alone, and a second of silence to close leaves no room for 3 s. */
    @ParameterizedTest
    @CsvSource({
        "500, 12000, 4000, 100, 30",
        "1000, 15000, 3000, 100, 30",
        "500, 15000, 3000, 1001, 30",
        "500, 15000, 3000, 100, 3750",
        "500, 15000, 3000, 100, 2147483647"
    })
    void pieces_that_could_leave_the_ring_before_they_are_cut_are_refused(
            int closeAfter, int max, int piece, int minSilence, int pad) {
        SpeechSettings speech = new SpeechSettings(0.5f, 0.35f, 250, minSilence, pad);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UtteranceBuilder(speech, new UtteranceSettings(closeAfter, max, piece)))
                .withMessageContaining("must fit into 4 s");
    }
}
