package io.undertone.udfs.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My username is user101, and that's all | My username is [USERNAME], and that's all",
                "my user name is user 101. | my user name is [USERNAME].",
                "My username is user one oh one. | My username is [USERNAME].",
                "my username, um, is john underscore smith on the portal | my username, um, is [USERNAME] on the"
                        + " portal",
                "my username is sunshine and I can't log in | my username is [USERNAME] and I can't log in",
                "my account name is Blue Harbour Traders | my account name is [USERNAME]",
                "username: j.smith_99 | username: [USERNAME]",
                "the user ID for the portal would be jsmith | the user ID for the portal would be [USERNAME]",
                "my username is j o h n, s m i t h | my username is [USERNAME]",
                "my username is S as in Sam, M as in Mike, 4 2 | my username is [USERNAME]",
                "My use name is User101 | My use name is [USERNAME]",
                "my login is user101 | my login is [USERNAME]",
                "my user's name is @jsmith | my user's name is @[USERNAME]",
            })
    void a_name_is_redacted_after_its_cue(String said, String kept) {
        assertThat(Talk.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A: What is your username? // C: It's user101. | What is your username? // It's [USERNAME].",
                "A: Could I have your user name, please? // C: Sure. // C: user one oh one "
                        + "| Could I have your user name, please? // Sure. // [USERNAME]",
                "A: And the account name? // C: That would be Blue Harbour. | And the account name? // That would be"
                        + " [USERNAME].",
                "C: My username // A: yes? // C: is user101 | My username // yes? // is [USERNAME]",
            })
    void a_name_is_redacted_in_the_answer_to_its_question(String said, String kept) {
        assertThat(Talk.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C: My username is user101. // A: Thanks, user 101, one moment. // A: I see user one zero one here. "
                        + "| My username is [USERNAME]. // Thanks, [USERNAME], one moment. // I see [USERNAME] here.",
            })
    void a_name_with_figures_is_redacted_wherever_it_is_repeated(String said, String kept) {
        assertThat(Talk.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my username is not working",
                "my username is the same as before",
                "my username is locked again",
                "I forgot my username and password",
                "A: What is your username? // C: I don't know. // C: I forgot it.",
                "A: I have reset your username. // C: Great, thanks.",
                "my name is Emily",
                "the user was 5 minutes late",
                "I log in 3 times a day",
            })
    void what_is_no_name_stays(String said) {
        assertThat(Talk.redacted(said)).isEqualTo(Talk.plain(said));
    }
}
