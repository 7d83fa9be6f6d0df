package io.undertone.udfs.meaning;

import static io.undertone.udfs.meaning.Sentiment.NEGATIVE;
import static io.undertone.udfs.meaning.Sentiment.NEUTRAL;
import static io.undertone.udfs.meaning.Sentiment.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.meaning.SentimentQuarters.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentimentQuartersTest {
    @Test
    void a_call_that_turns_from_bad_to_good_shifts_by_ten() {
        var quarters = SentimentQuarters.of(List.of(
                new Scored(0, 100, NEGATIVE),
                new Scored(100, 200, NEUTRAL),
                new Scored(200, 300, NEUTRAL),
                new Scored(300, 400, POSITIVE)));
        assertThat(quarters).isEqualTo(new SentimentQuarters(-5.0, 0.0, 0.0, 5.0, 10.0, 0.0));
    }

    @Test
    void an_utterance_counts_in_each_quarter_by_how_much_of_it_lies_inside() {
        // Quarters of 100: the first has 75 bad and 25 neutral, the last is good.
        var quarters = SentimentQuarters.of(
                List.of(new Scored(25, 100, NEGATIVE), new Scored(0, 25, NEUTRAL), new Scored(250, 400, POSITIVE)));
        assertThat(quarters.first()).isEqualTo(-3.75);
        assertThat(quarters.second()).as("nothing was said").isNull();
        assertThat(quarters.third()).isEqualTo(5.0);
        assertThat(quarters.last()).isEqualTo(5.0);
        assertThat(quarters.shift()).isEqualTo(8.75);
        assertThat(quarters.overall()).isCloseTo((-75 * 5 + 150 * 5) / 250.0, within(1e-12));
    }

    @Test
    void borders_between_samples_are_exact() {
        // Quarters of 1.25 samples: of the first utterance 1.25 lie in the first quarter and 0.75 in the second.
        var quarters = SentimentQuarters.of(List.of(new Scored(0, 2, POSITIVE), new Scored(2, 5, NEGATIVE)));
        assertThat(quarters.first()).isEqualTo(5.0);
        assertThat(quarters.second()).isCloseTo((0.75 * 5 - 0.5 * 5) / 1.25, within(1e-12));
    }

    @Test
    void speech_of_unknown_sentiment_is_speech_but_has_no_score() {
        var quarters = SentimentQuarters.of(List.of(new Scored(0, 100, POSITIVE), new Scored(300, 400, null)));
        assertThat(quarters).isEqualTo(new SentimentQuarters(5.0, null, null, null, null, 5.0));
    }

    @Test
    void of_somebody_who_says_nothing_nothing_is_known() {
        assertThat(SentimentQuarters.of(List.of()))
                .isEqualTo(new SentimentQuarters(null, null, null, null, null, null));
    }

    @Test
    void an_utterance_that_ends_before_it_begins_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scored(2, 1, null))
                .withMessageContaining("2 to 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void it_is_what_counting_sample_by_sample_says(int seed) {
        var random = new Random(seed);
        List<Scored> utterances = new ArrayList<>();
        for (int at = 0; at < 4_000; ) {
            int begin = at + random.nextInt(200);
            at = begin + 1 + random.nextInt(300);
            Sentiment sentiment = anyOrNone(random);
            utterances.add(new Scored(begin, at, sentiment));
        }
        long end = 4 * ((utterances.get(utterances.size() - 1).end() + 3) / 4);
        utterances.add(new Scored(end - 1, end, null)); // whole samples in each quarter

        var quarters = SentimentQuarters.of(utterances);
        assertThat(Arrays.asList(quarters.first(), quarters.second(), quarters.third(), quarters.last()))
                .containsExactly(
                        counted(utterances, end, 0),
                        counted(utterances, end, 1),
                        counted(utterances, end, 2),
                        counted(utterances, end, 3));
    }

    private static @Nullable Sentiment anyOrNone(Random random) {
        return Arrays.asList(NEGATIVE, NEUTRAL, POSITIVE, null).get(random.nextInt(4));
    }

    private static @Nullable Double counted(List<Scored> utterances, long end, int quarter) {
        long sum = 0;
        long samples = 0;
        for (long sample = quarter * end / 4; sample < (quarter + 1) * end / 4; sample++) {
            for (Scored utterance : utterances) {
                if (utterance.begin() <= sample && sample < utterance.end() && utterance.sentiment() != null) {
                    sum += utterance.sentiment().score();
                    samples++;
                }
            }
        }
        return samples == 0 ? null : (double) sum / samples;
    }
}
