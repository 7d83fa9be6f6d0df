package io.undertone.udfs.conversation;

import static io.undertone.udfs.conversation.TestCalls.at;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TalkTest {

    @Test
    void an_utterance_without_leg_or_participant_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> talk(" ", "agent", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> talk("leg", "", 1));
    }

    @Test
    void an_utterance_numbered_below_one_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> talk("leg", "agent", 0));
    }

    private static Talk talk(String leg, String participant, int number) {
        return new Talk(leg, participant, Speaker.AGENT, number, at(0, 1), false);
    }
}
