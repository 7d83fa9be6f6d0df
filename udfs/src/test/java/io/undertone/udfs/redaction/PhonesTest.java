package io.undertone.udfs.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+14155550123",
                "+44 20 7946 0958",
                "plus four nine, one seven one, two three four five six seven eight",
                "0049 30 1234567",
                "double oh four nine three oh one two three four five six seven",
                "(415) 555-0123",
                "415-555-0123",
                "415.555.0123",
                "4155550123",
                "1-415-555-0123",
                "4 1 5, 5 5 5, 0 1 2 3",
                "four one five five five five oh one two three",
                "four one five triple five oh one two three",
                "415 555 01 23",
                "555-0123",
                "555 0123",
                "020 7946 0958",
                "07700 900123",
                "oh seven seven double oh nine hundred one two three",
                "030 123456",
                "0171 / 2345678",
                "0171 2345678",
                "0 1 7 1, 2 3 4 5 6 7 8",
            })
    void a_telephone_number_is_redacted_in_every_form(String number) {
        assertThat(Talk.redacted("well, " + number + " then")).matches("well, \\(?\\+?(plus )?\\[PHONE] then");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call me at 2345678 | call me at [PHONE]",
                "my number is 12 34 56 78 90 | my number is [PHONE]",
                "A: What's the best number? // C: two three four // A: uh-huh // C: five six seven eight "
                        + "| What's the best number? // [PHONE] // uh-huh // [PHONE]",
                "C: 415 555 // A: yes // C: 0123 | [PHONE] // yes // [PHONE]",
            })
    void a_number_that_is_called_a_telephones_may_have_any_form(String said, String kept) {
        assertThat(Talk.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order number 4155550123",
                "the tracking number is 020 7946 0958",
                "I paid 1,234,567 dollars",
                "$2,345,678.90",
                "between 250 and 1000",
                "from 300 to 1500",
                "the serial is 1234567890",
                "since 2019 or 2020",
            })
    void other_numbers_stay(String said) {
        assertThat(Talk.redacted(said)).isEqualTo(said);
    }
}
