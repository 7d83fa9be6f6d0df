package io.undertone.udfs.moods;

import static io.undertone.udfs.moods.AlertPhase.CLEARED;
import static io.undertone.udfs.moods.AlertPhase.RAISED;
import static io.undertone.udfs.moods.AlertPhase.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Smoothed anger of somebody calm who turns furious, second by second: 0.367, 0.599, 0.746, 0.839, 0.898, 0.936. */
final class EpisodesTest {
    private static final int SECOND = SpokenCall.SECOND;

    private final SpokenCall call = new SpokenCall();

    @Test
    void a_calm_call_raises_nothing() {
        call.speak(300, 0.3).pause(60).end();
        assertThat(call.alerts).isEmpty();
    }

    @Test
    void somebody_who_turns_furious_is_told_of_once() {
        call.speak(6, 0).speak(3, 1);
        assertThat(call.alerts).isEmpty();
        call.speak(1, 1);
        AlertFacts raised = call.last();
        assertThat(call.phases()).containsExactly(RAISED);
        assertThat(raised.ruleId).isEqualTo("frustration");
        assertThat(raised.severity).isEqualTo(Severity.MEDIUM);
        assertThat(raised.score).isEqualTo(0.839);
        assertThat(raised.step).isZero();
        assertThat(raised.episode).isEqualTo(1);
        assertThat(raised.decidedSample).isEqualTo(call.at);
        assertThat(raised.endSample).isNull();
    }

    @Test
    void an_alert_that_becomes_urgent_is_updated_at_once() {
        call.speak(6, 0).speak(6, 1);
        assertThat(call.phases()).containsExactly(RAISED, UPDATED);
        assertThat(call.last().severity).isEqualTo(Severity.HIGH);
        assertThat(call.last().decidedSample).isEqualTo(call.at);
        assertThat(call.last().step).isEqualTo(1);
    }

    @Test
    void an_alert_that_stays_is_updated_every_fifteen_seconds() {
        call.speak(60, 0.7);
        assertThat(call.phases()).startsWith(RAISED, UPDATED, UPDATED, UPDATED).doesNotContain(CLEARED);
        for (int i = 1; i < call.alerts.size(); i++) {
            long since = call.alerts.get(i).decidedSample - call.alerts.get(i - 1).decidedSample;
            assertThat(since).isBetween(15L * SECOND, 16L * SECOND);
            assertThat(call.alerts.get(i).step).isEqualTo(i);
            assertThat(call.alerts.get(i).severity).isEqualTo(Severity.MEDIUM);
            assertThat(call.alerts.get(i).alertId).isEqualTo(call.alerts.get(0).alertId);
        }
    }

    @Test
    void an_update_waits_until_five_seconds_after_the_one_before() {
        while (call.alerts.size() < 2) {
            call.speak(1, 0.7);
        }
        call.speak(3, 1);
        assertThat(call.alerts).as("urgent by now").hasSize(2);
        call.speak(3, 1);
        AlertFacts urgent = call.last();
        assertThat(urgent.severity).isEqualTo(Severity.HIGH);
        assertThat(urgent.decidedSample - call.alerts.get(1).decidedSample).isBetween(5L * SECOND, 6L * SECOND);
    }

    @Test
    void severity_does_not_fall_while_an_alert_is_open() {
        call.speak(6, 0).speak(6, 1).speak(40, 0.62);
        assertThat(call.alerts).hasSizeGreaterThan(3);
        assertThat(call.alerts.subList(1, call.alerts.size()))
                .allSatisfy(alert -> assertThat(alert.severity).isEqualTo(Severity.HIGH));
    }

    @Test
    void silence_clears_an_alert() {
        call.speak(6, 0).speak(4, 1);
        long silentFrom = call.at;
        call.pause(11);
        assertThat(call.phases()).containsExactly(RAISED);
        call.pause(3);
        AlertFacts cleared = call.last();
        assertThat(cleared.phase).isEqualTo(CLEARED);
        assertThat(cleared.step).isEqualTo(1);
        // 0.839 falls to 0.40 in 7.2 s; five more, and media are told of by whole seconds.
        assertThat(cleared.decidedSample - silentFrom).isBetween(12L * SECOND, 14L * SECOND);
        assertThat(cleared.endSample).isEqualTo(cleared.decidedSample);
        assertThat(cleared.peakScore).isEqualTo(0.839);
    }

    @Test
    void calm_speech_clears_an_alert_sooner() {
        call.speak(6, 0).speak(4, 1);
        long calmFrom = call.at;
        call.speak(8, 0);
        assertThat(call.phases()).containsExactly(RAISED, CLEARED);
        // 0.839, 0.531, 0.336: below the exit after two seconds.
        assertThat(call.last().decidedSample - calmFrom).isBetween(7L * SECOND, 8L * SECOND);
    }

    @Test
    void the_next_alert_waits_until_thirty_seconds_after_the_last() {
        call.speak(6, 0).speak(4, 1).speak(8, 0);
        long clearedAt = call.last().decidedSample;
        call.speak(60, 1);
        AlertFacts second = call.alerts.stream()
                .filter(alert -> alert.episode == 2)
                .findFirst()
                .orElseThrow();
        assertThat(second.phase).isEqualTo(RAISED);
        assertThat(second.step).isZero();
        assertThat(second.decidedSample - clearedAt).isBetween(30L * SECOND, 31L * SECOND + 192);
        assertThat(second.alertId).isNotEqualTo(call.alerts.get(0).alertId);
    }

    @Test
    void a_call_has_at_most_ten_alerts_by_one_rule_whatever_the_leg() {
        for (int i = 0; i < 7; i++) {
            call.leg = "customer";
            call.speak(6, 0).speak(5, 1).pause(60);
            call.leg = "customer-2";
            call.speak(6, 0).speak(5, 1).pause(60);
        }
        List<AlertFacts> raised =
                call.alerts.stream().filter(alert -> alert.phase == RAISED).toList();
        assertThat(raised).hasSize(10);
        assertThat(raised).extracting(alert -> alert.alertId).doesNotHaveDuplicates();
        assertThat(raised).extracting(alert -> alert.legId + alert.episode).contains("customer1", "customer-21");
        assertThat(call.end().alerts).isEqualTo(10);
    }

    @Test
    void a_raised_voice_rises_and_clears_on_its_own() {
        call.speak(10, 0).speak(2, 0, -12);
        assertThat(call.alerts).isEmpty();
        call.speak(1, 0, -12);
        assertThat(call.last().ruleId).isEqualTo("raised-voice");
        assertThat(call.last().severity).isEqualTo(Severity.LOW);
        long loudTo = call.at;
        call.speak(4, 0);
        assertThat(call.phases()).containsExactly(RAISED);
        call.speak(2, 0);
        assertThat(call.phases()).containsExactly(RAISED, CLEARED);
        assertThat(call.last().decidedSample - loudTo).isBetween(5L * SECOND, 6L * SECOND);
    }

    @Test
    void nobody_is_loud_before_it_is_known_what_is_usual() {
        call.speak(1, 0, -40).speak(3, 0, -10).pause(60);
        assertThat(call.alerts).isEmpty();
    }

    @Test
    void each_role_on_a_leg_has_alerts_of_its_own() {
        call.speak(6, 0).speak(5, 1);
        call.role = Role.AGENT;
        call.speak(8, 1);
        assertThat(call.alerts)
                .filteredOn(alert -> alert.phase == RAISED)
                .hasSize(2)
                .satisfies(raised -> {
                    assertThat(raised).extracting(alert -> alert.role.name()).containsExactly("CUSTOMER", "AGENT");
                    assertThat(raised).extracting(alert -> alert.episode).containsExactly(1, 2);
                });
    }
}
