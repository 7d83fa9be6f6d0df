package io.undertone.udfs.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.words.TalkSpeed.Spoken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TalkSpeedTest {
    @Test
    void words_count_by_the_minute_of_ones_own_speech() {
        Map<String, Double> speeds = TalkSpeed.byParticipant(List.of(
                said("agent", 10, "Good morning, how can I help?", TextStatus.TRANSCRIBED),
                said("customer", 3, "My car.", TextStatus.TRANSCRIBED),
                said("agent", 20, "I see. Let me look at that.", TextStatus.TRANSCRIBED)));

        assertThat(speeds).containsExactly(Map.entry("agent", 26.0), Map.entry("customer", 40.0));
    }

    @Test
    void speech_in_which_nothing_was_said_counts() {
        assertThat(TalkSpeed.byParticipant(List.of(
                        said("agent", 10, "One two.", TextStatus.TRANSCRIBED),
                        said("agent", 5, "", TextStatus.EMPTY),
                        said("agent", 5, "", TextStatus.INVENTED))))
                .containsEntry("agent", 6.0);
    }

    @Test
    void speech_whose_words_are_not_known_does_not() {
        assertThat(TalkSpeed.byParticipant(List.of(
                        said("agent", 10, "One two.", TextStatus.TRANSCRIBED),
                        said("agent", 50, "", TextStatus.FAILED),
                        said("customer", 50, "", TextStatus.NO_AUDIO))))
                .containsExactly(Map.entry("agent", 12.0));
    }

    private static Spoken said(String participant, int seconds, String text, TextStatus status) {
        return new Spoken(participant, (long) seconds * Said.SECOND, text, status);
    }
}
