package io.undertone.udfs.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it's user@example.com. | it's [EMAIL].",
                "it's user@example .com okay | it's [EMAIL] okay",
                "it's user @ example. com | it's [EMAIL]",
                "John.Smith+calls_1@mail.example.co.uk please | [EMAIL] please",
                "write to first-last@my-company.io now | write to [EMAIL] now",
                "it's user@localhost | it's [EMAIL]",
                "it's üser@bücher.de | it's [EMAIL]",
                "it's user at gmail.com | it's [EMAIL]",
                "it's jsmith12 at Gmail .com | it's [EMAIL]",
            })
    void an_address_is_redacted_however_it_is_written(String said, String kept) {
        assertThat(Talk.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it's user at example dot com | it's [EMAIL]",
                "it's user at example dot co dot uk, yes | it's [EMAIL], yes",
                "send it to john underscore smith at gmail dot com | send it to [EMAIL]",
                "send it to john dot smith at blue sky solutions dot com | send it to [EMAIL]",
                "send it to john smith one oh one at gmail dot com please | send it to [EMAIL] please",
                "it is j o h n at example dot com | it is [EMAIL]",
                "it is J-O-H-N at sign example dot org | it is [EMAIL]",
                "it is J. O. H. N. at yahoo.com | it is [EMAIL]",
                "it is s as in Sam, m as in Mike, i, t, h at g m a i l dot com | it is [EMAIL]",
                "it is S for Sam M for Mike at hotmail dot com | it is [EMAIL]",
                "it is sierra mike india tango hotel at outlook dot com | it is [EMAIL]",
                "it is john all lowercase at web dot de | it is [EMAIL]",
                "it is double t smith at gmail | it is [EMAIL]",
                "it is john add gmail dot com | it is [EMAIL]",
                "it is bunyamingmail.com | it is [EMAIL]",
                "it is bunyamin at gmailcom | it is [EMAIL]",
                "john at example dash shop dot com | [EMAIL]",
            })
    void an_address_is_redacted_however_it_is_said(String said, String kept) {
        assertThat(Talk.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A: What is your email? // C: john smith // A: mm-hm // C: at gmail dot com "
                        + "| What is your email? // [EMAIL] // mm-hm // [EMAIL]",
                "A: Your email address, please? // C: It's bunyamin, B-U-N-Y-A-M-I-N, at the usual place. "
                        + "| Your email address, please? // It's bunyamin, [EMAIL], at the usual place.",
                "my email is the great pumpkin at my company dot com | my email is the [EMAIL]",
                "my e-mail address is buniamin gmail com | my e-mail address is [EMAIL] com",
                "the associated email is Bunny Amin at Gmail. | the associated email is [EMAIL].",
            })
    void after_a_cue_less_is_needed(String said, String kept) {
        assertThat(Talk.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I bought it at amazon.com last week",
                "I was looking at the website example dot com",
                "we met at work. It was fine",
                "my email is not working",
                "I have had trouble receiving notification emails",
                "meet me at 5 p.m. on Monday",
                "look at www dot example dot com",
                "I am at home. Com­pletely alone",
            })
    void what_only_looks_like_one_stays(String said) {
        assertThat(Talk.redacted(said)).isEqualTo(Talk.plain(said));
    }
}
