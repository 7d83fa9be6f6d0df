package io.undertone.udfs.moods;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule alone, told of loudness over the usual: enter 8 dB, exit 5 dB. */
final class RaisedVoiceRuleTest {
    private static final int SECOND = 8_000;
    private static final int SPOKEN = SpokenCall.SPOKEN;

    private final RaisedVoiceRule rule = new RaisedVoiceRule(LoudnessThresholds.DEFAULTS);
    private final RuleState state = new RuleState();
    private long at;

    @ParameterizedTest(name = "{0}, {1}, {2} dB: {3}")
    @CsvSource({"8, 8, 8, true", "8, 7.999, 8, false", "7.999, 8, 8, false", "12, 9, 7.999, false"})
    void it_takes_three_loud_seconds(double first, double second, double third, boolean raised) {
        assertThat(hear(first)).isFalse();
        assertThat(hear(second)).isFalse();
        assertThat(hear(third)).isEqualTo(raised);
        assertThat(rule.severity(state)).isEqualTo(Severity.LOW);
    }

    @Test
    void a_second_that_does_not_count_neither_counts_nor_breaks() {
        hear(9.0);
        hear(9.0);
        assertThat(hear(null)).isFalse();
        assertThat(hear(9.0)).isTrue();
    }

    @Test
    void it_begins_with_the_first_loud_second() {
        hear(2.0);
        long loudFrom = at;
        hear(9.0);
        hear(11.0);
        hear(10.0);
        assertThat(state.evidence.begin).isEqualTo(loudFrom);
        assertThat(state.evidence.speechSamples).isEqualTo(3 * SPOKEN);
        assertThat(state.evidence.peak).isEqualTo(11);
    }

    @ParameterizedTest(name = "{0} dB: {1}")
    @CsvSource({"5, false", "4.999, true"})
    void it_is_calm_five_seconds_after_the_last_speech_that_is_still_loud(double deltaDb, boolean calm) {
        hear(9.0);
        long loudTo = at;
        at += 4 * SECOND - SPOKEN;
        hear(deltaDb);
        assertThat(rule.isCalm(state, loudTo + 5 * SECOND - 1)).isFalse();
        assertThat(rule.isCalm(state, loudTo + 5 * SECOND)).isEqualTo(calm);
        assertThat(rule.isCalm(state, at + 5 * SECOND)).isTrue();
    }

    private boolean hear(@Nullable Double deltaDb) {
        var second = new SpokenSecond();
        second.from = at;
        at += SPOKEN;
        second.to = at;
        second.speechSamples = SPOKEN;
        var reading = new Reading(second, null, deltaDb, at, 0);
        rule.hear(state, reading);
        return rule.raises(state, reading);
    }
}
