package io.undertone.udfs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.model.Mood;
import io.undertone.udfs.moods.AlertFacts;
import io.undertone.udfs.moods.AlertPhase;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AlertExamTest {
    private static final int RATE_HZ = 8_000;
    private static final int FRAME = 256;

    private final AlertExam exam = new AlertExam("frustration");

    @Test
    void a_stretch_is_found_when_it_is_decided_in_it_or_up_to_two_seconds_after() {
        assertThat(exam.mark(List.of(heard(10), heard(32), heard(9.9), heard(32.1), heard()))
                        .stretches())
                .extracting(StretchOutcome::alerted)
                .containsExactly(true, true, false, false, false);
    }

    @Test
    void the_share_of_stretches_found_is_exact() {
        AlertQuality quality = exam.mark(List.of(heard(15), heard(16), heard(20), heard()));
        assertThat(quality.alerted()).isEqualTo(3);
        assertThat(quality.detection()).isEqualTo(0.75);
    }

    @Test
    void the_delay_counts_speech_from_the_begin_of_the_stretch_alone() {
        AlertQuality quality = exam.mark(List.of(heard(15), heard(20), heard()));
        assertThat(quality.stretches().get(0).delaySeconds()).isCloseTo(5, within(0.001));
        assertThat(quality.stretches().get(1).delaySeconds())
                .as("of the ten seconds 1.92 are a pause")
                .isCloseTo(8.08, within(0.001));
        assertThat(quality.medianDelaySeconds()).isCloseTo((5 + 8.08) / 2, within(0.001));
        assertThat(quality.longDelaySeconds()).isCloseTo(8.08, within(0.001));
    }

    @Test
    void alerts_that_are_about_no_stretch_are_false() {
        AlertQuality quality = exam.mark(List.of(heard(3, 15), heard(50), heard(15)));
        assertThat(quality.calm().alerts()).isEqualTo(2);
        assertThat(quality.alerted()).isEqualTo(2);
    }

    @Test
    void an_hour_of_calm_speech_is_what_was_said_outside_of_the_stretches() {
        CalmOutcome calm = exam.mark(List.of(heard(3))).calm();
        double seconds = 60 - 20; // the pause lies in the stretch
        assertThat(calm.speechHours()).isCloseTo(seconds / 3_600, within(1e-6));
        assertThat(calm.perHour()).isCloseTo(3_600 / seconds, within(0.01));
    }

    @Test
    void no_alert_in_an_hour_may_still_be_three_in_an_hour() {
        var calm = new CalmOutcome(251, 1, 0);
        assertThat(calm.perHour()).isZero();
        assertThat(calm.atMostPerHour()).isCloseTo(2.9957, within(1e-4));
        assertThat(calm.atMostInThousandCalls(2)).isCloseTo(99.86, within(0.01));
    }

    @Test
    void more_than_one_alert_of_a_stretch_is_flapping() {
        AlertQuality quality = exam.mark(List.of(heard(15, 25), heard(20)));
        assertThat(quality.mostRaised()).isEqualTo(2);
        assertThat(quality.stretches().get(0).delaySeconds()).isCloseTo(5, within(0.001));
    }

    @Test
    void what_another_rule_raises_and_what_is_only_updated_does_not_count() {
        HeardCall call = heard(15);
        call.alerts().get(0).ruleId = "raised-voice";
        HeardCall updated = heard(15);
        updated.alerts().get(0).phase = AlertPhase.UPDATED;
        AlertQuality quality = exam.mark(List.of(call, updated));
        assertThat(quality.alerted()).isZero();
        assertThat(quality.medianDelaySeconds()).isNull();
    }

    @Test
    void without_angry_stretches_there_is_no_rate() {
        var call = new HeardCall(MoodCall.calm("reader", new short[0]), List.of(), speech());
        AlertQuality quality = exam.mark(List.of(call));
        assertThat(quality.detection()).isNull();
        assertThat(quality.calm().calls()).isEqualTo(1);
    }

    /** A minute of speech, angry from 10 s to 30 s, and alerts that were decided at these seconds. */
    private static HeardCall heard(double... raisedAt) {
        var stretch = new Stretch(Mood.NEGATIVE, 10 * RATE_HZ, 30 * RATE_HZ, List.of("clip"));
        var call = new MoodCall("anna", new short[0], List.of(stretch));
        return new HeardCall(
                call, DoubleStream.of(raisedAt).mapToObj(AlertExamTest::raised).toList(), speech());
    }

    /** All of a minute but from 16 to 17.92 s. */
    private static SpokenTime speech() {
        var speech = new SpokenTime();
        for (long at = 0; at < 60 * RATE_HZ; at += FRAME) {
            if (at < 16 * RATE_HZ || at >= 17.92 * RATE_HZ) {
                speech.add(at);
            }
        }
        return speech;
    }

    private static AlertFacts raised(double seconds) {
        var alert = new AlertFacts();
        alert.ruleId = "frustration";
        alert.decidedSample = Math.round(seconds * RATE_HZ);
        return alert;
    }
}
