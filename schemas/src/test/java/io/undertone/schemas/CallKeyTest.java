package io.undertone.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CallKeyTest {

    @Test
    void the_key_is_tenant_and_call() {
        assertThat(CallKey.of("acme", "c-1")).isEqualTo("acme|c-1");
        assertThat(CallKey.ofSpeaker("acme", "v-1")).isEqualTo("acme|v-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "a b", "sip:x@example.org", "...", ".hidden", "Zürich-客服-📞", "a:b;c,d'e\"f%00"})
    void other_ids_are_plain(String id) {
        assertThat(CallKey.problem("call_id", id)).isNull();
        assertThat(CallKey.requirePlainId("call_id", id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "a|b", "a/b", "a\\b", "a\u0000b", "a\nb", "\u007f", "\u0085", "\ud83d", "a\udcde"
            })
    void hostile_ids_are_refused(String id) {
        assertThat(CallKey.problem("leg_id", id)).isNotNull();
        assertThatThrownBy(() -> CallKey.requirePlainId("leg_id", id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("leg_id ")
                .hasMessageContaining("expected 1 to 200 bytes of UTF-8 without '|', '/', '\\' or control characters");
    }

    @Test
    void the_limit_counts_bytes_and_not_characters() {
        assertThat(CallKey.problem("call_id", "x".repeat(200))).isNull();
        assertThat(CallKey.problem("call_id", "x".repeat(201))).contains("is too long");
        assertThat(CallKey.problem("call_id", "é".repeat(100))).isNull();
        assertThat(CallKey.problem("call_id", "é".repeat(101))).contains("is too long");
        assertThat(CallKey.problem("call_id", "📞".repeat(50))).isNull();
        assertThat(CallKey.problem("call_id", "📞".repeat(51))).contains("is too long");
    }

    @Test
    void both_parts_of_a_key_are_checked() {
        assertThatThrownBy(() -> CallKey.of("a|b", "c")).hasMessageStartingWith("tenant_id ");
        assertThatThrownBy(() -> CallKey.of("a", "b|c")).hasMessageStartingWith("call_id ");
        assertThatThrownBy(() -> CallKey.ofSpeaker("a|b", "c")).hasMessageStartingWith("tenant_id ");
        assertThatThrownBy(() -> CallKey.ofSpeaker("a", "b|c")).hasMessageStartingWith("speaker_id ");
    }

    @Test
    void a_message_shows_sixty_characters_at_most() {
        assertThat(CallKey.problem("call_id", "y".repeat(1_000_000))).endsWith("got \"" + "y".repeat(60) + "…\"");
        assertThat(CallKey.problem("call_id", "📞".repeat(60) + "/")).endsWith("got \"" + "📞".repeat(60) + "…\"");
    }

    @Test
    void a_message_cannot_forge_a_line_or_turn_the_text_around() {
        assertThat(CallKey.problem("call_id", "a\r\nERROR\u2028\u202e\ud83d\u001b[31m"))
                .endsWith("got \"a??ERROR????[31m\"");
    }
}
