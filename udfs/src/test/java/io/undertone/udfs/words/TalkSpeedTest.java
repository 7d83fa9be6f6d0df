package io.undertone.udfs.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.words.TalkSpeed.Spoken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TalkSpeedTest {
    @Test
    void words_count_by_the_minute_of_ones_own_speech() {
        Map<String, Double> speeds =
                TalkSpeed.byParticipant(List.of(said("agent", 10, 6), said("customer", 3, 2), said("agent", 20, 7)));

        assertThat(speeds).containsExactly(Map.entry("agent", 26.0), Map.entry("customer", 40.0));
    }

    @Test
    void speech_in_which_nothing_was_said_counts() {
        assertThat(TalkSpeed.byParticipant(List.of(said("agent", 10, 2), said("agent", 10, 0))))
                .containsEntry("agent", 6.0);
    }

    @Test
    void who_has_no_speech_has_no_speed() {
        assertThat(TalkSpeed.byParticipant(List.of(said("agent", 0, 0)))).isEmpty();
    }

    private static Spoken said(String participant, int seconds, int words) {
        return new Spoken(participant, (long) seconds * Said.SECOND, words);
    }
}
