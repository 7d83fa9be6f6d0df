package io.undertone.job.postcall;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.report.ReportedAudio;
import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.QuietOperator.Patience;
import io.undertone.udfs.call.AudioRetention;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.speech.Erasure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AudioKeeperTest {
    private static final int COMPLETE = 20_000;
    private static final int INCOMPLETE = 100_000;
    private static final int BRIEF = 5_000;

    private CallHarness<ReportedAudio, DueAudio> calls;

    @BeforeEach
    void open() throws Exception {
        calls = CallHarness.of(
                () -> new AudioKeeper(
                        new AudioKeeping(
                                "file:///audio",
                                new AudioRetention(COMPLETE, INCOMPLETE),
                                new HashMap<>(Map.of("brief", new AudioRetention(BRIEF, BRIEF)))),
                        new Patience(1_000, 10_000)),
                2);
    }

    @AfterEach
    void nothing_is_left() throws Exception {
        calls.pass(INCOMPLETE);
        calls.assertNothingIsLeft();
        calls.close();
    }

    @Test
    void audio_is_deleted_a_while_after_a_complete_report_and_once() throws Exception {
        calls.take(report("acme", "c-1", true));
        calls.pass(COMPLETE - 1);
        assertThat(calls.drain()).isEmpty();
        calls.pass(1);
        assertThat(calls.drain()).singleElement().satisfies(due -> {
            assertThat(due.erasure().directory).isEqualTo("file:///audio/acme/2026-01-05/c-1/1767607200000000-0");
            assertThat(due.erasure().until).isEqualTo(Erasure.EVERYTHING);
        });
        calls.pass(INCOMPLETE);
        assertThat(calls.drain()).isEmpty();
    }

    @Test
    void after_an_incomplete_report_it_is_kept_for_another_analysis() throws Exception {
        calls.take(report("acme", "c-1", false));
        calls.pass(INCOMPLETE - 1);
        assertThat(calls.drain()).isEmpty();
        calls.pass(1);
        assertThat(calls.drain()).hasSize(1);
    }

    @Test
    void a_report_that_completes_an_earlier_one_starts_the_clock() throws Exception {
        calls.take(report("acme", "c-1", false));
        calls.pass(COMPLETE);
        calls.take(report("acme", "c-1", true));
        calls.pass(COMPLETE - 1);
        assertThat(calls.drain()).isEmpty();
        calls.pass(1);
        assertThat(calls.drain()).hasSize(1);
    }

    @Test
    void another_analysis_that_completes_nothing_puts_nothing_off() throws Exception {
        calls.take(report("acme", "c-1", false));
        calls.pass(INCOMPLETE - 1);
        calls.take(report("acme", "c-1", false));
        calls.pass(1);
        assertThat(calls.drain()).hasSize(1);
    }

    @Test
    void a_tenant_may_keep_audio_for_less() throws Exception {
        calls.takeAll(List.of(report("acme", "c-1", true), report("brief", "c-1", true)));
        calls.pass(BRIEF);
        assertThat(calls.drain())
                .singleElement()
                .satisfies(due -> assertThat(due.erasure().directory).contains("/brief/"));
    }

    @Test
    void a_restart_forgets_no_deletion_even_if_it_came_due_meanwhile() throws Exception {
        calls.takeAll(List.of(report("acme", "c-1", true), report("acme", "c-2", false)));
        OperatorSubtaskState snapshot = calls.snapshot();
        calls.close();
        calls = calls.restored(snapshot, 3, COMPLETE + 1);
        calls.pass(1);
        assertThat(calls.drain())
                .singleElement()
                .satisfies(due -> assertThat(due.key()).contains("c-1"));
        calls = calls.rescaled(2);
        calls.pass(INCOMPLETE - COMPLETE - 2);
        assertThat(calls.drain())
                .singleElement()
                .satisfies(due -> assertThat(due.key()).contains("c-2"));
    }

    @Test
    void parts_of_a_call_are_kept_apart() throws Exception {
        ReportedAudio next = report("acme", "c-1", true);
        next.id.part = 1;
        calls.take(report("acme", "c-1", true));
        calls.pass(COMPLETE / 2);
        calls.take(next);
        calls.pass(COMPLETE / 2);
        assertThat(calls.drain())
                .singleElement()
                .satisfies(due -> assertThat(due.erasure().directory).endsWith("-0"));
    }

    private static ReportedAudio report(String tenant, String callId, boolean complete) {
        var report = new ReportedAudio();
        report.id = new CallId(tenant, callId, CallHarness.START_MILLIS * 1_000, 0);
        report.complete = complete;
        return report;
    }
}
