package io.undertone.udfs.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the security code is 731 | the security code is [CODE]",
                "CVV seven three one | CVV [CODE]",
                "C.V.V. is 7 3 1. | C.V.V. is [CODE].",
                "the C V C, that's seven thirty one | the C V C, that's [CODE]",
                "CVV2: 7-3-1 | CVV2: [CODE]",
                "the three digits on the back are 731 | the three digits on the back are [CODE]",
                "on my Amex the security code is 7310 | on my Amex the security code is [CODE]",
                "the cbv is oh double seven | the cbv is [CODE]",
                "731 is the security code | [CODE] is the security code",
                "my PIN is 4 8 2 9 | my PIN is [CODE]",
                "the one-time code is 482 913 | the one-time code is [CODE]",
                "my password is hunter2 | my password is [CODE]",
            })
    void a_code_is_redacted_where_it_is_called_one(String said, String kept) {
        assertThat(Talk.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A: And the three digits on the back? // C: Hold on, let me turn it over. It's 7 3 1. "
                        + "| And the three digits on the back? // Hold on, let me turn it over. It's [CODE].",
                "A: What is the CVV? // C: 7 // A: yes // C: 3 1 | What is the CVV? // [CODE] // yes // [CODE]",
                "A: And the security code? // C: 731 // A: 7 3 1, thank you | And the security code? // [CODE] //"
                        + " [CODE], thank you",
            })
    void a_code_is_redacted_in_the_answer_to_its_question(String said, String kept) {
        assertThat(Talk.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it was 731 last time",
                "the security code was refused and I was charged 250 dollars",
                "I typed the security code within 300 seconds",
                "the security code has three digits on my card",
            })
    void other_numbers_stay(String said) {
        assertThat(Talk.redacted(said)).isEqualTo(said);
    }
}
