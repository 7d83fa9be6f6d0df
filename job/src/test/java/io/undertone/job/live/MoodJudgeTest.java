package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.QuietOperator.Patience;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.Interval;
import io.undertone.udfs.call.Withdrawal;
import io.undertone.udfs.moods.AlertFacts;
import io.undertone.udfs.moods.AlertPhase;
import io.undertone.udfs.moods.EmotionState;
import io.undertone.udfs.moods.Feedback;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MoodJudgeTest {
    private static final long HOLD_MILLIS = 35_000; // 30 s, and what a record may be late

    private final CallId id = KnownCall.id("c-1", 0);
    private final MoodItems items = new MoodItems(id);
    private CallHarness<CallProduct, CallProduct> calls;

    @BeforeEach
    void open() throws Exception {
        calls = open(2);
    }

    @AfterEach
    void nothing_is_left() {
        calls.assertNothingIsLeft();
        calls.close();
    }

    @Test
    void an_alert_rises_with_anger_and_ends_with_it() throws Exception {
        calls.takeAll(items.call());
        List<Alert> alerts = calls.drain(MoodJudge.ALERTS);
        assertThat(alerts)
                .extracting(alert -> alert.facts.phase)
                .startsWith(AlertPhase.RAISED)
                .endsWith(AlertPhase.CLEARED);
        assertThat(alerts).allSatisfy(alert -> {
            assertThat(alert.key()).isEqualTo("acme|c-1");
            assertThat(Objects.requireNonNull(alert.origin()).offset).isEqualTo(KnownCall.ORIGIN.offset);
            assertThat(alert.facts.policyVersion)
                    .startsWith("customers; frustration 0.600/0.800/0.400; raised-voice 8.0/5.0");
        });
        EndedCallFacts ended = ended();
        assertThat(ended.alerts).isEqualTo(1);
        assertThat(ended.versions).containsEntry("emotion", "undertone-emotion 1");
    }

    @Test
    void a_second_of_media_tells_the_mood_and_the_windows_since_the_one_before() throws Exception {
        calls.takeAll(List.of(items.facts(true), items.insight()));
        calls.takeAll(items.calm(2));
        List<Insight> insights = calls.drain(MoodJudge.INSIGHTS);
        assertThat(insights.get(0).emotion).isEqualTo(EmotionState.NONE);
        assertThat(insights.get(0).emotionModel).isNull();
        assertThat(insights.get(1).emotion).isEqualTo(EmotionState.READ);
        assertThat(insights.get(1).emotionModel).isEqualTo("undertone-emotion 1");
        assertThat(insights.get(1).windows).extracting(window -> window.number).containsExactly(1);
        assertThat(insights.get(2).windows).extracting(window -> window.number).containsExactly(2);
        assertThat(insights.get(2).classLabels).containsExactly("angry", "happy", "neutral", "sad");
        assertThat(insights.get(2).moods).hasSize(3);
        calls.take(items.ended());
        assertThat(ended().legs.get(1).emotionWindows).isEqualTo(2);
    }

    @Test
    void a_window_without_an_answer_is_told_as_failed() throws Exception {
        calls.takeAll(List.of(items.facts(true), items.failed(), items.insight(), items.ended()));
        assertThat(calls.drain(MoodJudge.INSIGHTS).get(0).windows)
                .singleElement()
                .satisfies(window -> assertThat(window.failure).isEqualTo("TIMED_OUT"));
        assertThat(ended().legs.get(1).emotionWindows).isEqualTo(1);
    }

    @Test
    void windows_that_are_judged_behind_the_last_second_are_told_with_it_once_more() throws Exception {
        calls.takeAll(List.of(items.facts(true), items.insight(), items.failed(), items.ended()));
        List<Insight> insights = calls.drain(MoodJudge.INSIGHTS);
        assertThat(insights).extracting(insight -> insight.second).containsExactly(0L, 0L);
        assertThat(insights).extracting(insight -> insight.windows.size()).containsExactly(0, 1);
        assertThat(ended().legs.get(1).emotionWindows).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_ways_that_windows_took_make_no_difference(long seed) throws Exception {
        List<String> expected = undisturbed();
        List<CallProduct> shuffled = items.call();
        Collections.shuffle(shuffled, new Random(seed));
        calls.takeAll(shuffled);
        assertThat(events(calls)).isEqualTo(expected);
    }

    @Test
    void a_role_mismatch_clears_the_alert_and_withdraws_the_windows() throws Exception {
        calls.take(items.facts(true));
        calls.takeAll(items.angry(8));
        calls.takeAll(List.of(items.mismatch(), items.insight(), items.ended()));
        assertThat(phases()).startsWith(AlertPhase.RAISED).endsWith(AlertPhase.CLEARED);
        List<Insight> insights = calls.drain(MoodJudge.INSIGHTS);
        assertThat(insights.get(insights.size() - 1).emotion).isEqualTo(EmotionState.WITHDRAWN);
        EndedCallFacts ended = ended();
        assertThat(ended.legs.get(1).emotionWithdrawn).isEqualTo(Withdrawal.ROLE_MISMATCH);
        assertThat(ended.legs.get(1).moods).isEmpty();
    }

    @Test
    void a_consent_that_is_taken_back_withdraws_them_too() throws Exception {
        calls.take(items.facts(true));
        calls.takeAll(items.angry(8));
        calls.takeAll(List.of(items.facts(false), items.ended()));
        assertThat(phases()).startsWith(AlertPhase.RAISED).endsWith(AlertPhase.CLEARED);
        assertThat(ended().legs.get(1).emotionWithdrawn).isEqualTo(Withdrawal.CONSENT);
    }

    @Test
    void an_alert_on_hold_is_cleared_by_the_clock_where_the_hold_lasted_for_30_s() throws Exception {
        calls.take(items.facts(true));
        calls.takeAll(items.angry(8));
        assertThat(phases()).contains(AlertPhase.RAISED);
        long held = items.at();
        calls.take(items.hold(held, Interval.OPEN));
        calls.pass(HOLD_MILLIS - 1);
        assertThat(phases()).isEmpty();
        calls.pass(1);
        assertThat(calls.drain(MoodJudge.ALERTS)).singleElement().satisfies(alert -> {
            assertThat(alert.facts.phase).isEqualTo(AlertPhase.CLEARED);
            assertThat(alert.facts.endSample).isEqualTo(held + 30 * MoodItems.SECOND);
        });
        calls.take(items.ended());
    }

    @Test
    void a_hold_that_is_over_in_time_clears_nothing() throws Exception {
        calls.take(items.facts(true));
        calls.takeAll(items.angry(8));
        long held = items.at();
        calls.take(items.hold(held, Interval.OPEN));
        calls.pass(20_000);
        calls.take(items.hold(held, held + 20 * MoodItems.SECOND));
        calls.pass(60_000);
        assertThat(phases()).contains(AlertPhase.RAISED).doesNotContain(AlertPhase.CLEARED);
        calls.take(items.ended());
        assertThat(phases()).containsExactly(AlertPhase.CLEARED);
    }

    @Test
    void whoever_mutes_a_call_hears_of_no_further_episode() throws Exception {
        calls.take(items.facts(true));
        calls.takeAll(items.angry(8));
        AlertFacts raised = calls.drain(MoodJudge.ALERTS).get(0).facts;
        calls.take(items.says(raised.alertId, Feedback.MUTED_CALL));
        calls.takeAll(items.calm(60));
        calls.takeAll(items.angry(20));
        calls.take(items.ended());
        assertThat(phases()).containsExactly(AlertPhase.CLEARED);
    }

    @Test
    void what_is_said_of_a_call_that_is_over_opens_nothing() throws Exception {
        calls.take(items.says("somebody's", Feedback.RIGHT));
        assertThat(calls.drain()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 2"})
    void a_restart_with_answers_under_way_gives_the_same_events(int before, int after) throws Exception {
        assertThat(outcomes(before, after)).isEqualTo(outcomes(before, before)).hasSizeGreaterThan(40);
    }

    private static List<String> outcomes(int before, int after) throws Exception {
        CallHarness<CallProduct, CallProduct> calls = open(before);
        List<CallProduct> late = new ArrayList<>();
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            List<CallProduct> call = new MoodItems(KnownCall.id("c-" + i, 0)).call();
            late.add(call.remove(23)); // spoken in anger: the model is still thinking
            late.add(call.remove(30));
            calls.takeAll(call);
        }
        if (before != after) {
            events.addAll(events(calls));
            calls = calls.rescaled(after);
        }
        calls.takeAll(late);
        events.addAll(events(calls));
        calls.assertNothingIsLeft();
        calls.close();
        return events.stream().sorted().toList();
    }

    private List<String> undisturbed() throws Exception {
        try (var undisturbed = open(1)) {
            undisturbed.takeAll(new MoodItems(id).call());
            return events(undisturbed);
        }
    }

    private static List<String> events(CallHarness<CallProduct, CallProduct> calls) {
        return calls.drain(MoodJudge.ALERTS).stream()
                .map(alert ->
                        alert.key() + " " + alert.facts.eventId + " " + alert.facts.phase + " " + alert.facts.score)
                .toList();
    }

    private List<AlertPhase> phases() {
        return calls.drain(MoodJudge.ALERTS).stream()
                .map(alert -> alert.facts.phase)
                .toList();
    }

    private EndedCallFacts ended() {
        List<CallProduct> out = calls.drain();
        return Objects.requireNonNull(out.get(out.size() - 1).ended);
    }

    private static CallHarness<CallProduct, CallProduct> open(int parallelism) throws Exception {
        return CallHarness.of(() -> new MoodJudge(MoodItems.settings(), new Patience(1_000, 10_000)), parallelism);
    }
}
