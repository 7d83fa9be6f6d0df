package io.undertone.udfs.moods;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.MoodMean;
import io.undertone.udfs.call.SpeakerMood;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MoodTallyTest {
    private static final int SECOND = SpokenCall.SECOND;
    private static final List<Double> ANGRY = List.of(0.8, 0.1, 0.1);
    private static final List<Double> CALM = List.of(0.1, 0.7, 0.2);
    private static final List<Double> GLAD = List.of(0.0, 0.4, 0.6);

    private final MoodTally tally = new MoodTally();

    @Test
    void windows_count_by_their_likeliest_mood() {
        count(ANGRY, 1);
        count(CALM, 2);
        count(CALM, 3);
        count(GLAD, 4);
        tally.fail();
        SpeakerMood mood = written(5);
        assertThat(mood.windows).isEqualTo(5);
        assertThat(mood.failed).isEqualTo(1);
        assertThat(mood.negativeWindows).isEqualTo(1);
        assertThat(mood.neutralWindows).isEqualTo(2);
        assertThat(mood.positiveWindows).isEqualTo(1);
        assertThat(mood.mean).usingRecursiveComparison().isEqualTo(new MoodMean(0.25, 0.475, 0.275));
    }

    @Test
    void without_scores_there_is_no_mean() {
        tally.fail();
        SpeakerMood mood = written(5);
        assertThat(mood.mean).isNull();
        assertThat(mood.negativeWindows + mood.neutralWindows + mood.positiveWindows)
                .isZero();
        assertThat(mood.trajectory).containsExactly(-1.0);
    }

    @Test
    void the_peak_is_where_it_was_first_reached() {
        count(CALM, 1);
        count(ANGRY, 2);
        count(ANGRY, 3);
        count(CALM, 4);
        SpeakerMood mood = written(5);
        assertThat(mood.peakNegative).isEqualTo(0.8);
        assertThat(mood.peakSample).isEqualTo(2 * SECOND);
    }

    @Test
    void a_switch_is_when_another_mood_becomes_the_likeliest() {
        for (List<Double> mood : List.of(CALM, CALM, ANGRY, ANGRY, GLAD, CALM)) {
            count(mood, 1);
        }
        assertThat(written(5).switches).isEqualTo(3);
    }

    @Test
    void the_trajectory_has_a_stretch_for_every_ten_seconds() {
        count(ANGRY, 4);
        count(CALM, 10);
        count(CALM, 35);
        SpeakerMood mood = written(45);
        assertThat(mood.binSamples).isEqualTo(10 * SECOND);
        assertThat(mood.trajectory).containsExactly(0.45, -1.0, -1.0, 0.1, -1.0);
    }

    @Test
    void sixteen_stretches_are_enough_for_any_call() {
        count(ANGRY, 5);
        count(CALM, 15);
        count(CALM, 160);
        assertThat(tally.binSamples).isEqualTo(10 * SECOND);
        count(CALM, 161);
        assertThat(tally.binSamples).isEqualTo(20 * SECOND);
        SpeakerMood mood = written(161);
        assertThat(mood.trajectory).hasSize(9).startsWith(0.45, -1.0).endsWith(0.1, 0.1);
    }

    @Test
    void a_call_that_goes_on_without_windows_still_counts_in_length() {
        count(ANGRY, 5);
        SpeakerMood mood = written(4 * 3_600);
        assertThat(mood.binSamples).isEqualTo(1_280L * SECOND);
        assertThat(mood.trajectory).hasSize(12).startsWith(0.8);
        assertThat(Collections.frequency(mood.trajectory, -1.0)).isEqualTo(11);
    }

    private void count(List<Double> moods, int second) {
        tally.count(moods, moods, (long) second * SECOND);
    }

    private SpeakerMood written(int seconds) {
        var mood = new SpeakerMood();
        tally.writeTo(mood, (long) seconds * SECOND);
        return mood;
    }
}
