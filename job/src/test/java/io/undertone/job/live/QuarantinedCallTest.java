package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.Admission;
import io.undertone.job.runtime.Aside;
import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.FunctionHarness;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call that is put aside is diverted, keeps nothing, and leaves the others alone. */
final class QuarantinedCallTest {
    /** Until every process has heard of it, and a heartbeat. */
    private static final int HEARD = 5_600;

    private final Aside aside = new Aside();
    private final List<GatewayCall> talks =
            IntStream.range(0, 20).mapToObj(i -> new GatewayCall("c-" + i)).toList();
    private final String[] bad = {"acme|c-3", "acme|c-7", "acme|c-11"};

    @Test
    void its_records_go_to_the_dead_letters_by_place_and_without_content() throws Exception {
        var type = TypeInformation.of(MediaRecord.class);
        try (var step = new FunctionHarness<>(new Admission<>(Step.ADMIT_MEDIA, aside), type)) {
            GatewayCall call = talks.get(3);
            step.take(call.started());
            aside.hold(bad);
            step.take(call.frame(GatewayCall.AGENT, 0));
            step.take(talks.get(4).frame(GatewayCall.AGENT, 0));
            aside.hold();
            step.take(call.frame(GatewayCall.AGENT, 1));

            assertThat(step.output()).hasSize(3);
            assertThat(step.output(Admission.REJECTED)).singleElement().satisfies(letter -> {
                assertThat(letter.stage()).isEqualTo("admit-media");
                assertThat(letter.reason()).isEqualTo("QUARANTINED");
                assertThat(letter.tenantId()).isEqualTo("acme");
                assertThat(letter.callId()).isEqualTo("c-3");
                assertThat(letter.place())
                        .isEqualTo(new Rejected.RecordPlace(GatewayCall.AGENT, GatewayCall.AGENT + "-1", 0));
                assertThat(letter.origin().offset).isEqualTo(1);
            });
        }
    }

    @Test
    void it_keeps_no_state_and_no_timer_although_nothing_comes_of_it_any_more() throws Exception {
        try (var calls = open(2)) {
            talk(calls, 0, 10);
            int before = calls.timers();
            calls.drain();
            aside.hold(bad);
            talkOfOthers(calls, 10, 10 + HEARD / GatewayCall.FRAME_MILLIS);

            assertThat(calls.timers()).isEqualTo(before - bad.length);
            assertThat(calls.drain().stream().filter(QuarantinedCallTest::isWord))
                    .extracting(CallItem::key)
                    .containsExactlyInAnyOrder(bad);
            aside.hold(talks.stream().map(GatewayCall::key).toArray(String[]::new));
            calls.pass(HEARD);
            calls.assertNothingIsLeft();
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 2"})
    void after_a_crash_it_is_aside_wherever_its_state_lands(int before, int after) throws Exception {
        try (var calls = open(before)) {
            talk(calls, 0, 10);
            calls.drain();
            aside.hold(bad);
            try (var restarted = calls.rescaled(after)) {
                talk(restarted, 10, 12);
                assertThat(restarted.drain().stream().filter(item -> item.chunk() != null))
                        .extracting(CallItem::key)
                        .doesNotContain(bad)
                        .contains("acme|c-0", "acme|c-19");
                assertThat(restarted.drain(CallSequencer.REJECTED))
                        .hasSize(2 * 2 * bad.length)
                        .allMatch(letter -> letter.reason().equals("QUARANTINED"));
                aside.hold(talks.stream().map(GatewayCall::key).toArray(String[]::new));
                restarted.pass(HEARD);
                restarted.assertNothingIsLeft();
            }
        }
    }

    @Test
    void a_deadline_that_would_crash_again_after_each_restart_does_not() throws Exception {
        try (var calls = open(2)) {
            talk(calls, 0, 2);
            aside.hold(bad);
            var snapshot = calls.snapshot();
            try (var restarted = calls.restored(snapshot, 2, Sequencing.CALL)) {
                restarted.pass(200);
                assertThat(restarted.drain())
                        .allMatch(QuarantinedCallTest::isWord)
                        .extracting(CallItem::key)
                        .containsExactlyInAnyOrder(bad);
            }
        }
    }

    @Test
    void a_call_that_is_released_is_heard_again() throws Exception {
        try (var calls = open(2)) {
            aside.hold(bad);
            talk(calls, 0, 2);
            aside.hold();
            talk(calls, 2, 8);
            assertThat(calls.drain()).extracting(CallItem::key).contains(bad);
        }
    }

    private CallHarness<MediaRecord, CallItem> open(int parallelism) throws Exception {
        return CallHarness.of(() -> Sequencing.sequencer().heeding(aside), parallelism);
    }

    private void talk(CallHarness<MediaRecord, CallItem> calls, int from, int to) throws Exception {
        talk(calls, talks, from, to);
    }

    private void talkOfOthers(CallHarness<MediaRecord, CallItem> calls, int from, int to) throws Exception {
        List<String> silent = List.of(bad);
        talk(calls, talks.stream().filter(call -> !silent.contains(call.key())).toList(), from, to);
    }

    private static void talk(CallHarness<MediaRecord, CallItem> calls, List<GatewayCall> of, int from, int to)
            throws Exception {
        for (int sequence = from; sequence < to; sequence++) {
            for (GatewayCall talk : of) {
                if (sequence == 0) {
                    calls.take(talk.started());
                }
                calls.take(talk.frame(GatewayCall.AGENT, sequence));
                calls.take(talk.frame(GatewayCall.CUSTOMER, sequence));
            }
            calls.pass(GatewayCall.FRAME_MILLIS);
        }
    }

    private static boolean isWord(CallItem item) {
        return item.facts() == null && item.chunk() == null && item.recall() == null && item.ended() == null;
    }
}
