package io.undertone.udfs.conversation;

import static io.undertone.udfs.conversation.TestCalls.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallSpanTest {

    @Test
    void a_call_without_a_rate_or_of_negative_length_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CallSpan(0, 1, List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new CallSpan(8_000, -1, List.of(), List.of()));
    }

    @Test
    void holds_and_redactions_are_merged_and_cut_at_the_end_of_the_call() {
        CallSpan call = new CallSpan(
                8_000, 100, List.of(at(90, 120), at(10, 20), at(15, 30)), List.of(at(100, 110), at(5, 5), at(1, 2)));
        assertThat(call.holds()).containsExactly(at(10, 30), at(90, 100));
        assertThat(call.redactions()).containsExactly(at(1, 2));
    }
}
