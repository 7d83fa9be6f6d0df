package io.undertone.job.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LanguagesTest {
    @Test
    void a_language_is_asked_for_without_its_region() {
        assertThat(Languages.asked("en-GB")).isEqualTo("en");
        assertThat(Languages.asked("zh-Hant-TW")).isEqualTo("zh");
        assertThat(Languages.asked("de")).isEqualTo("de");
    }

    @Test
    void what_is_no_language_is_for_the_server_to_find_out() {
        assertThat(Languages.asked(null)).isNull();
        assertThat(Languages.asked("")).isNull();
        assertThat(Languages.asked("und")).isNull();
        assertThat(Languages.asked("not a tag")).isNull();
    }

    @Test
    void servers_answer_by_tag_or_by_name() {
        assertThat(Languages.answered("en")).isEqualTo("en");
        assertThat(Languages.answered("english")).isEqualTo("en");
        assertThat(Languages.answered("German")).isEqualTo("de");
        assertThat(Languages.answered("klingon speech")).isNull();
        assertThat(Languages.answered("")).isNull();
        assertThat(Languages.answered(null)).isNull();
    }
}
