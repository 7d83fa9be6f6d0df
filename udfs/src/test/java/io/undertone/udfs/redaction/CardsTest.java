package io.undertone.udfs.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it is 4111111111111111 | it is [CARD]",
                "it is 4111 1111 1111 1111. | it is [CARD].",
                "4111-1111-1111-1111, thanks | [CARD], thanks",
                "4 1 1 1, 1 1 1 1, 1 1 1 1, 1 1 1 1 | [CARD]",
                "4,111,111,111,111,111 | [CARD]",
                "it's 4-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1 yes | it's [CARD] yes",
                "4111... 1111... 1111... 1111. | [CARD].",
                "American Express 3782 822463 10005 | American Express [CARD]",
                "Diners 3056 930902 5904 | Diners [CARD]",
                "Maestro 6759 6498 2643 8453 | Maestro [CARD]",
                "４１１１ １１１１ １１１１ １１１１ | [CARD]",
                "41\u200b11 1111 1111 1111 | [CARD]",
            })
    void a_card_number_is_redacted_however_it_is_written(String said, String kept) {
        assertThat(Talk.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "four one one one one one one one one one one one one one one one",
                "Four, one, one, one. One, one, one, one. One, one, one, one. One, one, one, one",
                "four triple one triple one one triple one one triple one one",
                "four one double one double one double one double one double one double one double one",
                "four treble one quadruple one one one one one quadruple one",
                "forty one eleven eleven eleven eleven eleven eleven eleven",
                "forty-one eleven, eleven eleven, eleven eleven, eleven eleven",
                "four thousand one hundred eleven, one thousand one hundred and eleven, eleven eleven, 1111",
                "four one one one uh one one one one and then one one one one okay one one one one",
                "for one one one, 1 1 1 1, 1111, eleven 11",
            })
    void a_card_number_is_redacted_however_it_is_said(String said) {
        assertThat(Talk.redacted("sure, " + said + ", all right?")).isEqualTo("sure, [CARD], all right?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "five five oh oh, oh oh oh oh, oh oh oh oh, oh oh oh four | [CARD]",
                "five five zero zero, o o o o, 0 0 oh zero, nought nought oh four | [CARD]",
                "fifty-five oh oh, oh triple oh, triple oh zero, oh oh oh 4 | [CARD]",
            })
    void zeros_have_many_names(String said, String kept) {
        assertThat(Talk.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C: 4111 1111 // C: 1111 1111 | [CARD] // [CARD]",
                "C: four one one one // A: mm-hm // C: one one one one // A: okay // C: 1111 // A: yes // C: and 1111 "
                        + "| [CARD] // mm-hm // [CARD] // okay // [CARD] // yes // and [CARD]",
                "C: it's 4111 1111 11 // A: sorry, I did not get that, could you go on? // C: 11 1111 please "
                        + "| it's [CARD] // sorry, I did not get that, could you go on? // [CARD] please",
                "C: four one one one // A: four one one one // C: one one one one // A: one one one one // C: 1111 //"
                        + " A: 1111 // C: 1111 // A: 1111 | [CARD] // [CARD] // [CARD] // [CARD] // [CARD] // [CARD] //"
                        + " [CARD] // [CARD]",
            })
    void a_card_number_may_be_spread_over_lines(String said, String kept) {
        assertThat(Talk.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1112",
                "the parcel is 4111111111111112",
                "1234 5678 9012 3452",
                "0000 0000 0000 0000",
            })
    void what_luhn_refuses_or_no_network_issues_stays(String said) {
        assertThat(Talk.redacted(said)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my card number is 4111 1111 1111 1112 | my card number is [CARD]",
                "my credit card is 4111 1111 1111 11 | my credit card is [CARD]",
                "A: Could I have the sixteen digits on the front? // C: 4111 1111 1111 112 "
                        + "| Could I have the sixteen digits on the front? // [CARD]",
            })
    void a_number_that_is_called_a_cards_needs_no_check_because_a_recogniser_drops_digits(String said, String kept) {
        assertThat(Talk.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4111 1111 1111 1111 04 27 731 | [CARD]",
                "4111 1111 1111 1111, four twenty seven, seven three one | [CARD]",
                "4111 1111 1111 1111 5500 0000 0000 0004 | [CARD]",
            })
    void expiry_and_code_said_right_after_the_number_go_with_it(String said, String kept) {
        assertThat(Talk.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"the card ending in 1111", "my card was charged 250 dollars twice", "I have 2 cards since 2019"})
    void the_last_four_digits_and_amounts_stay(String said) {
        assertThat(Talk.redacted(said)).isEqualTo(said);
    }
}
