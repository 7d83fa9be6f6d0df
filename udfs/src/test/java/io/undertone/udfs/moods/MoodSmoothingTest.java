package io.undertone.udfs.moods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected figures were computed by hand from α = 1 − exp(−Δt / τ). */
final class MoodSmoothingTest {
    private static final Offset<Double> NEAR = within(1e-9);
    private static final double[] ANGRY = {1, 0, 0};
    private static final int SPOKEN = SpokenCall.SPOKEN;

    private final MoodSmoothing smoothing = new MoodSmoothing(SpokenCall.SETTINGS);
    private final SmoothedMoods moods = new SmoothedMoods();

    @Test
    void before_the_first_answer_somebody_is_what_people_usually_are() {
        assertThat(smoothing.at(moods, 80_000)).containsExactly(0, 1, 0);
        smoothing.rest(moods, 80_000);
        assertThat(moods.classes).containsExactly(0, 1, 0);
        assertThat(moods.answered).isFalse();
    }

    @Test
    void a_second_of_speech_moves_two_fifths_of_the_way() {
        smoothing.speak(moods, ANGRY, SPOKEN, 100_000);
        assertThat(moods.classes).containsExactly(new double[] {0.366910107811, 0.633089892189, 0}, NEAR);
        smoothing.speak(moods, ANGRY, SPOKEN, 100_000 + SPOKEN);
        assertThat(moods.classes[0]).isEqualTo(0.599197188408, NEAR);
        smoothing.speak(moods, ANGRY, SPOKEN, 100_000 + 2 * SPOKEN);
        assertThat(moods.classes[0]).isEqualTo(0.746255791220, NEAR);
        assertThat(moods.answered).isTrue();
    }

    @Test
    void a_pause_moves_back_to_the_prior_more_slowly() {
        spokenThrice();
        smoothing.rest(moods, 40_000 + 16_000);
        assertThat(moods.classes[0]).isEqualTo(0.607857342250, NEAR);
        assertThat(moods.at).isEqualTo(56_000);
    }

    @Test
    void a_pause_in_two_halves_is_as_long_as_one() {
        spokenThrice();
        smoothing.rest(moods, 48_000);
        smoothing.rest(moods, 56_000);
        assertThat(moods.classes[0]).isEqualTo(0.607857342250, NEAR);
    }

    @Test
    void a_second_that_has_a_pause_within_rests_as_long_as_that_pause() {
        spokenThrice();
        smoothing.speak(moods, ANGRY, SPOKEN, 40_000 + 16_000 + SPOKEN);
        // 0.60785734 + 0.36691011 · (1 − 0.60785734)
        assertThat(moods.classes[0]).isEqualTo(0.751738447, within(1e-8));
    }

    @Test
    void looking_ahead_changes_nothing() {
        spokenThrice();
        assertThat(smoothing.at(moods, 56_000)[0]).isEqualTo(0.607857342250, NEAR);
        assertThat(smoothing.at(moods, 39_000)[0]).as("nor does looking back").isEqualTo(0.746255791220, NEAR);
        assertThat(moods.classes[0]).isEqualTo(0.746255791220, NEAR);
        assertThat(moods.at).isEqualTo(40_000);
    }

    @Test
    void another_model_begins_at_its_own_prior() {
        spokenThrice();
        moods.model = "ear 2";
        assertThat(smoothing.at(moods, 40_000)).containsExactly(0, 1, 0);
        smoothing.speak(moods, ANGRY, SPOKEN, 40_000 + SPOKEN);
        assertThat(moods.classes[0]).isEqualTo(0.366910107811, NEAR);
    }

    private void spokenThrice() {
        for (int i = 2; i >= 0; i--) {
            smoothing.speak(moods, ANGRY, SPOKEN, 40_000 - i * SPOKEN);
        }
    }
}
