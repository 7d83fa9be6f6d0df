package io.undertone.udfs.moods;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule alone, told of smoothed scores: enter 0.60, high 0.75, exit 0.40. */
final class FrustrationRuleTest {
    private static final int SECOND = 8_000;
    private static final int SPOKEN = SpokenCall.SPOKEN;

    private final FrustrationRule rule =
            new FrustrationRule(SpokenCall.SETTINGS, new MoodSmoothing(SpokenCall.SETTINGS));
    private final RuleState state = new RuleState();
    private long at = 80_000;
    private long speech = 80_000;
    private double lost;
    private int window = SpokenCall.WINDOW;

    @Test
    void one_second_over_the_threshold_is_not_enough() {
        assertThat(hear(0.60)).isFalse();
        assertThat(hear(0.60)).isTrue();
    }

    @ParameterizedTest(name = "{0} then {1}: {2}")
    @CsvSource({"0.6, 0.6, true", "0.599, 0.9, false", "0.9, 0.599, false", "0.7, 0.601, true"})
    void both_seconds_reach_the_threshold(double first, double second, boolean raised) {
        hear(first);
        assertThat(hear(second)).isEqualTo(raised);
    }

    @Test
    void a_dip_begins_the_count_again() {
        hear(0.7);
        hear(0.5);
        assertThat(hear(0.7)).isFalse();
        assertThat(hear(0.7)).isTrue();
    }

    @Test
    void a_second_without_an_answer_neither_counts_nor_breaks() {
        hear(0.7);
        assertThat(hear(null)).isFalse();
        assertThat(hear(0.7)).isTrue();
    }

    @ParameterizedTest(name = "{0} samples: {1}")
    @CsvSource({"31999, false", "32000, true"})
    void nobody_is_judged_before_four_seconds_of_speech(long samples, boolean raised) {
        speech = samples - 2 * SPOKEN;
        hear(0.9);
        assertThat(hear(0.9)).isEqualTo(raised);
    }

    @ParameterizedTest(name = "{0} lost: {1}")
    @CsvSource({"0.199, true", "0.2, false", "0.5, false"})
    void nobody_is_judged_by_media_of_which_a_fifth_is_lost(double ratio, boolean raised) {
        lost = ratio;
        hear(0.9);
        assertThat(hear(0.9)).isEqualTo(raised);
    }

    @Test
    void what_was_lost_only_delays_it() {
        lost = 0.3;
        hear(0.9);
        assertThat(hear(0.9)).isFalse();
        lost = 0.1;
        assertThat(hear(0.9)).isTrue();
    }

    @ParameterizedTest(name = "{0} and {1} dB: {2}")
    @CsvSource({
        "0.75, , HIGH",
        "0.749, , MEDIUM",
        "0.6, 6, HIGH",
        "0.6, 5.999, MEDIUM",
        "0.599, 20, MEDIUM",
        "0.75, -5, HIGH"
    })
    void it_is_urgent_if_very_high_or_high_and_loud(double score, @Nullable Double deltaDb, Severity severity) {
        hear(score, deltaDb);
        hear(score, deltaDb);
        assertThat(rule.severity(state)).as("after 1 s").isEqualTo(Severity.MEDIUM);
        hear(score, deltaDb);
        assertThat(rule.severity(state)).as("after 2 s").isEqualTo(severity);
    }

    @Test
    void loud_seconds_and_very_high_ones_count_together() {
        hear(0.8, null);
        hear(0.65, 7.0);
        hear(0.75, -3.0);
        assertThat(rule.severity(state)).isEqualTo(Severity.HIGH);
        hear(0.7, 5.0);
        assertThat(rule.severity(state)).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void it_begins_with_the_window_that_first_reached_the_threshold() {
        hear(0.3);
        hear(0.62);
        long firstWindow = at - SpokenCall.WINDOW;
        hear(0.7);
        assertThat(state.evidence.begin).isEqualTo(firstWindow);
        assertThat(state.evidence.speechSamples).isEqualTo(SpokenCall.WINDOW + SPOKEN);
        assertThat(state.evidence.peak).isEqualTo(0.7);
    }

    @Test
    void behind_a_long_pause_it_rests_on_what_was_said_since() {
        window = SPOKEN;
        hear(0.62);
        long firstWindow = at - SPOKEN;
        window = 2 * SPOKEN;
        hear(0.7);
        assertThat(state.evidence.begin).isEqualTo(firstWindow);
        assertThat(state.evidence.speechSamples).isEqualTo(2 * SPOKEN);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"0.4, true", "0.401, false"})
    void it_is_calm_after_five_seconds_at_or_below_the_exit(double score, boolean calm) {
        hear(0.9);
        hear(score);
        assertThat(rule.isCalm(state, at + 5 * SECOND - 1)).isFalse();
        assertThat(rule.isCalm(state, at + 5 * SECOND)).isEqualTo(calm);
    }

    @Test
    void it_is_not_calm_while_a_second_in_between_was_not() {
        hear(0.3);
        hear(0.41);
        hear(0.3);
        assertThat(rule.isCalm(state, at + 5 * SECOND - 1)).isFalse();
        assertThat(rule.isCalm(state, at + 5 * SECOND)).isTrue();
    }

    @Test
    void silence_brings_calm_too() {
        var track = new MoodTrack();
        new MoodSmoothing(SpokenCall.SETTINGS).speak(track.smoothed, new double[] {0.9, 0.1, 0}, 80_000, 80_000);
        double score = rule.score(track, 80_000);
        assertThat(score).isEqualTo(0.89);
        rule.pass(state, track, 80_000 + 7 * SECOND); // 0.89 · exp(−7 / 9.75) = 0.434
        assertThat(rule.isCalm(state, 80_000 + 20 * SECOND)).isFalse();
        rule.pass(state, track, 80_000 + 8 * SECOND); // 0.392
        assertThat(rule.isCalm(state, 80_000 + 13 * SECOND - 1)).isFalse();
        assertThat(rule.isCalm(state, 80_000 + 13 * SECOND)).isTrue();
    }

    private boolean hear(@Nullable Double negative) {
        return hear(negative, null);
    }

    private boolean hear(@Nullable Double negative, @Nullable Double deltaDb) {
        var second = new SpokenSecond();
        second.from = at;
        at += SPOKEN;
        speech += SPOKEN;
        second.to = at;
        second.windowFrom = at - window;
        second.windowSamples = window;
        second.speechSamples = SPOKEN;
        var reading = new Reading(second, negative, deltaDb, speech, lost);
        rule.hear(state, reading);
        return rule.raises(state, reading);
    }
}
