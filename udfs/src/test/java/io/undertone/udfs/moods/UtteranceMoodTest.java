package io.undertone.udfs.moods;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.model.Mood;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UtteranceMoodTest {
    @Test
    void windows_count_by_the_samples_that_they_share_with_the_utterance() {
        List<WindowFacts> windows =
                List.of(window(0, 200, 1, 0, 0), window(200, 800, 0, 1, 0), window(0, 1_000, 0, 0, 1));
        // 100 samples of the first, 600 of the second, 800 of the third.
        assertThat(UtteranceMood.of(100, 900, windows)).containsExactly(0.067, 0.4, 0.533);
    }

    @Test
    void what_only_touches_the_utterance_or_has_no_scores_does_not_count() {
        assertThat(UtteranceMood.of(100, 200, List.of(window(0, 100, 1, 0, 0), window(200, 300, 1, 0, 0))))
                .isNull();
        assertThat(UtteranceMood.of(100, 200, List.of(window(0, 300)))).isNull();
        assertThat(UtteranceMood.of(100, 200, List.of(window(0, 300), window(150, 160, 0.25, 0.25, 0.5))))
                .containsExactly(0.25, 0.25, 0.5);
    }

    @Test
    void the_likeliest_is_the_first_of_equals() {
        assertThat(UtteranceMood.likeliest(new double[] {0.25, 0.25, 0.5})).isEqualTo(Mood.POSITIVE);
        assertThat(UtteranceMood.likeliest(new double[] {0.2, 0.4, 0.4})).isEqualTo(Mood.NEUTRAL);
        assertThat(UtteranceMood.likeliest(new double[] {0.5, 0, 0.5})).isEqualTo(Mood.NEGATIVE);
    }

    private static WindowFacts window(long begin, long end, double... moods) {
        var window = new WindowFacts();
        window.begin = begin;
        window.end = end;
        window.moods = moods;
        return window;
    }
}
