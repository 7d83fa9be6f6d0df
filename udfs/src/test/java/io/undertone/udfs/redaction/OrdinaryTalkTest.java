package io.undertone.udfs.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdinaryTalkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "?!… — ’",
                "It was in 1998, or in two thousand and seven.",
                "nineteen ninety eight to twenty twenty four",
                "It cost $1,234.56, which is 12 percent more than the 1,100 of last year.",
                "I ordered 3 boxes of 24 and 12 bags.",
                "We open at 8:30 and close at 17:45 on weekdays.",
                "between 2 and 4 pm on the 15th of March 2024",
                "flight 1234 on 12/05/2024 at gate 22",
                "room 101, floor 3, 221B Baker Street, 10115 Berlin",
                "oh, oh, oh no",
                "for one to two weeks, too",
                "Call one: two calls. Call three, four, five!",
                "Your order number is 7 3 1 4 4 8 2 9.",
                "the code on the website does not work",
                "Meine Nummer ist null eins sieben eins zwo drei vier fünf, vielen Dank",
                "dreiundzwanzig hundertfünfzig Euro",
                "日本語のテキスト 📞 👍",
                "\uD83D lone surrogate",
            })
    void stays_as_it_is(String said) {
        assertThat(Talk.redacted(said)).isEqualTo(said.strip());
    }
}
