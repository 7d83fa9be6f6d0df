package io.undertone.job.postcall;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.QuietOperator.Patience;
import io.undertone.job.runtime.Step;
import io.undertone.schema.AlertEvent;
import io.undertone.schema.FeedbackRow;
import io.undertone.udfs.call.CallId;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of an alert is a row once. */
final class RepeatDropperTest {
    private static final int MEMORY = 20_000;
    private static final Patience PATIENCE = new Patience(1_000, 10_000);

    private CallHarness<AlertRecord, AlertEvent> alerts;

    @BeforeEach
    void open() throws Exception {
        alerts = open(2);
    }

    @AfterEach
    void all_is_forgotten_in_the_end() throws Exception {
        alerts.pass(MEMORY);
        alerts.assertNothingIsLeft();
        alerts.close();
    }

    @Test
    void every_event_is_a_row_and_its_repeats_are_none() throws Exception {
        alerts.takeAll(List.of(alert("c-1", "e-1"), alert("c-1", "e-2"), alert("c-1", "e-1"), alert("c-1", "e-2")));
        assertThat(alerts.drain()).extracting(AlertEvent::getEventId).containsExactly("e-1", "e-2");
    }

    @Test
    void events_of_different_calls_do_not_know_of_each_other() throws Exception {
        AlertRecord nextPart = alert("c-1", "e-1");
        nextPart.id.part = 1;
        alerts.takeAll(List.of(alert("c-1", "e-1"), alert("c-2", "e-1"), nextPart));
        assertThat(alerts.drain()).hasSize(3);
    }

    @Test
    void a_repeat_is_dropped_as_long_as_it_can_come_and_puts_off_the_forgetting() throws Exception {
        alerts.take(alert("c-1", "e-1"));
        alerts.pass(MEMORY - 1);
        alerts.take(alert("c-1", "e-1"));
        alerts.pass(MEMORY - 1);
        alerts.take(alert("c-1", "e-1"));
        assertThat(alerts.drain()).hasSize(1);
        assertThat(alerts.timers()).as("one, however often it is put off").isEqualTo(1);
        alerts.pass(MEMORY);
        alerts.assertNothingIsLeft();
    }

    @Test
    void a_restart_forgets_nothing_however_long_the_job_was_down() throws Exception {
        alerts.take(alert("c-1", "e-1"));
        alerts.drain();
        OperatorSubtaskState snapshot = alerts.snapshot();
        alerts.close();
        alerts = alerts.restored(snapshot, 2, 10L * MEMORY);
        alerts.leap(1);
        alerts.take(alert("c-1", "e-1"));
        assertThat(alerts.drain()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 2"})
    void what_was_told_is_known_wherever_its_state_lands(int before, int after) throws Exception {
        alerts.close();
        alerts = open(before);
        List<AlertRecord> first =
                IntStream.range(0, 60).mapToObj(i -> alert("c-" + i, "e-1")).toList();
        List<AlertRecord> second =
                IntStream.range(0, 60).mapToObj(i -> alert("c-" + i, "e-2")).toList();
        alerts.takeAll(first);
        assertThat(alerts.drain()).hasSize(60);
        alerts = alerts.rescaled(after);
        alerts.takeAll(first);
        alerts.takeAll(second);
        assertThat(alerts.drain())
                .extracting(AlertEvent::getEventId)
                .containsOnly("e-2")
                .hasSize(60);
        alerts = alerts.rescaled(before);
        alerts.takeAll(first);
        alerts.takeAll(second);
        assertThat(alerts.drain()).isEmpty();
    }

    @Test
    void a_verdict_is_another_one_if_alert_person_time_or_word_differ() throws Exception {
        CallHarness<VerdictRecord, FeedbackRow> verdicts =
                CallHarness.of(() -> new RepeatDropper<>(Step.DESCRIBE_VERDICTS, PATIENCE, MEMORY, AlertRows::of), 2);
        verdicts.takeAll(List.of(
                verdict("a-1", "eva", 1, "RIGHT"),
                verdict("a-1", "eva", 1, "RIGHT"),
                verdict("a-2", "eva", 1, "RIGHT"),
                verdict("a-1", "ira", 1, "RIGHT"),
                verdict("a-1", "eva", 2, "RIGHT"),
                verdict("a-1", "eva", 1, "WRONG")));
        assertThat(verdicts.drain())
                .extracting(row -> row.getAlertId() + " " + row.getJudgedBy() + " " + row.getVerdict())
                .containsExactlyInAnyOrder(
                        "a-1 eva RIGHT", "a-2 eva RIGHT", "a-1 ira RIGHT", "a-1 eva RIGHT", "a-1 eva WRONG");
        verdicts.pass(MEMORY);
        verdicts.assertNothingIsLeft();
        verdicts.close();
    }

    private static CallHarness<AlertRecord, AlertEvent> open(int parallelism) throws Exception {
        return CallHarness.of(
                () -> new RepeatDropper<>(Step.DESCRIBE_ALERTS, PATIENCE, MEMORY, AlertRows::of), parallelism);
    }

    private static AlertRecord alert(String callId, String eventId) {
        var record = new AlertRecord();
        record.id = id(callId);
        record.alert.eventId = eventId;
        record.origin.recordMillis = Long.MAX_VALUE / 2; // no backlog, whatever the test's clock says
        return record;
    }

    private static VerdictRecord verdict(String alertId, String by, long atMicros, String verdict) {
        var record = new VerdictRecord();
        record.id = id("c-1");
        record.alertId = alertId;
        record.by = by;
        record.atMicros = atMicros;
        record.verdict = verdict;
        record.origin.recordMillis = Long.MAX_VALUE / 2;
        return record;
    }

    private static CallId id(String callId) {
        return new CallId("acme", callId, CallHarness.START_MILLIS * 1_000, 0);
    }
}
