package io.undertone.udfs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class ErrorRateTest {
    @Test
    void the_same_words_have_no_error_however_they_are_written() {
        assertThat(ErrorRate.ofWords("Don't you, \"Sam\"?", "dont you sam").rate())
                .isZero();
        assertThat(ErrorRate.ofCharacters("Don't you, \"Sam\"?", "dont  you -- sam")
                        .rate())
                .isZero();
    }

    @Test
    void each_word_that_is_replaced_lost_or_added_is_one_edit() {
        assertThat(ErrorRate.ofWords("the quick brown fox", "the slow brown fox"))
                .isEqualTo(new ErrorRate(1, 4));
        assertThat(ErrorRate.ofWords("the quick brown fox", "the brown fox")).isEqualTo(new ErrorRate(1, 4));
        assertThat(ErrorRate.ofWords("the quick brown fox", "the very quick brown fox"))
                .isEqualTo(new ErrorRate(1, 4));
        assertThat(ErrorRate.ofWords("the quick brown fox", "a quick fox ran")).isEqualTo(new ErrorRate(3, 4));
    }

    @Test
    void a_number_is_what_is_written() {
        assertThat(ErrorRate.ofWords("room 12", "room twelve").rate()).isEqualTo(0.5);
    }

    @Test
    void characters_are_finer_than_words() {
        assertThat(ErrorRate.ofCharacters("kitten", "sitting")).isEqualTo(new ErrorRate(3, 6));
        assertThat(ErrorRate.ofCharacters("an ice man", "a nice man")).isEqualTo(new ErrorRate(2, 10));
    }

    @Test
    void a_transcript_of_nothing_is_all_error_and_a_longer_one_more() {
        assertThat(ErrorRate.ofWords("one two", "").rate()).isEqualTo(1);
        assertThat(ErrorRate.ofWords("one two", "three four five six").rate()).isEqualTo(2);
    }

    @Test
    void together_long_references_weigh_more() {
        assertThat(new ErrorRate(1, 1).plus(new ErrorRate(0, 9)).rate()).isEqualTo(0.1);
    }

    @Test
    void without_a_reference_there_is_no_rate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErrorRate.ofWords(" … ", "hello"))
                .withMessageContaining("need a reference");
    }
}
