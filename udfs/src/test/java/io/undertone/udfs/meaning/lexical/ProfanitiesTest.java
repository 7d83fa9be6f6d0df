package io.undertone.udfs.meaning.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfanitiesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "what the fuck",
                "This is bullshit!",
                "you are an asshole.",
                "Damn it",
                "son of a bitch",
                "son-of-a-bitch"
            })
    void what_offends_is_found(String text) {
        assertThat(Fetched.LEXICONS.profanities.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A screw is loose in my auto.",
                "The oral surgery and the organ donor card",
                "I was in the pot shop with my virgin olive oil and rum",
                "the classic assessment of Scunthorpe",
                "Please kill the process and strip the cable",
                "",
            })
    void what_callers_say_of_things_is_not(String text) {
        assertThat(Fetched.LEXICONS.profanities.in(text)).isFalse();
    }
}
