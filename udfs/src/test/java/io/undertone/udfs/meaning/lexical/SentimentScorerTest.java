package io.undertone.udfs.meaning.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentimentScorerTest {
    private static final SentimentScorer TOY = new SentimentScorer(
            new Valences("good\t2.0\t0\nbad\t-2.0\t0\nsure\t1.3\t0\n".getBytes(StandardCharsets.UTF_8)));

    /** x / √(x² + 15) of the sum that the rules give. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "good | 2.0",
                "bad | -2.0",
                "not good | -1.48",
                "isn't that good | -1.48",
                "not a lot of good | 2.0",
                "very good | 2.293",
                "very very good | 2.57135",
                "slightly good | 1.707",
                "very bad | -2.293",
                "not very good | -1.69682",
                "good but bad | -2.0",
                "bad but good | 2.0",
                "sure | 0",
                "window | 0",
            })
    void a_line_scores_by_its_words_and_what_stands_before_them(String text, double sum) {
        assertThat(TOY.score(text)).isCloseTo(sum / Math.sqrt(sum * sum + 15), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi, how may I assist you today?",
                "Sure, could you give me your account details please?",
                "No, yes, okay.",
                "My username is [USERNAME], and the associated email is [EMAIL].",
                "",
            })
    void courtesy_and_facts_are_neutral(String text) {
        assertThat(Fetched.LEXICONS.sentiment.score(text)).isBetween(-0.05, 0.05);
    }

    @ParameterizedTest
    @ValueSource(strings = {"That's great news.", "I'm really happy with it, thank you", "it’s not bad at all"})
    void praise_is_positive(String text) {
        assertThat(Fetched.LEXICONS.sentiment.score(text)).isGreaterThan(0.2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"This is terrible, I'm very angry.", "It isn’t good at all", "what an awful waste of time"})
    void complaint_is_negative(String text) {
        assertThat(Fetched.LEXICONS.sentiment.score(text)).isLessThan(-0.2);
    }

    @Test
    void a_file_without_words_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Valences("no tabs".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("lexicon");
    }
}
