package io.undertone.udfs.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicNamesTest {
    @Test
    void neither_case_nor_white_space_tells_topics_apart() {
        assertThat(TopicNames.key("  Billing\n\tERROR ")).isEqualTo(TopicNames.key("billing error"));
        assertThat(TopicNames.key("Überweisung\u00a0ändern")).isEqualTo("überweisung ändern");
        assertThat(TopicNames.key("billing error")).isNotEqualTo(TopicNames.key("billingerror"));
    }

    @Test
    void a_name_is_one_line_without_what_cannot_be_seen() {
        assertThat(TopicNames.cleaned("Lost\u200b card\u0000\r\n")).contains("Lost card");
        assertThat(TopicNames.cleaned(" \u200b\n")).isEmpty();
    }

    @Test
    void a_name_has_at_most_500_code_points_and_no_half_ones() {
        String name = "\uD83D\uDE00".repeat(501);
        assertThat(TopicNames.cleaned(name)).hasValueSatisfying(cleaned -> {
            assertThat(cleaned.codePointCount(0, cleaned.length())).isEqualTo(500);
            assertThat(name).startsWith(cleaned);
        });
    }
}
