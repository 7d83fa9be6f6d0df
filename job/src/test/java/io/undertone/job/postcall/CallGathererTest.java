package io.undertone.job.postcall;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.QuietOperator.Patience;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.GatherRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallGathererTest {
    private static final int PATIENCE = 6_000;
    private static final int MEMORY = 20_000;

    private final Parts call = new Parts("c-1");
    private CallHarness<CallPart, GatheredCall> calls;

    @BeforeEach
    void open() throws Exception {
        calls = open(2);
    }

    @AfterEach
    void what_was_gathered_is_forgotten_in_the_end() throws Exception {
        calls.pass(PATIENCE + MEMORY);
        calls.assertNothingIsLeft();
        calls.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"e123", "1e23", "321e", "e321", "2e31"})
    void a_call_goes_on_once_all_is_there_in_the_order_in_which_it_was_said(String order) throws Exception {
        for (int i = 0; i < order.length(); i++) {
            assertThat(calls.drain()).isEmpty();
            calls.take(order.charAt(i) == 'e' ? call.ended(3) : call.utterance(order.charAt(i) - '0'));
        }
        GatheredCall gathered = only(calls.drain());
        assertThat(gathered.complete()).isTrue();
        assertThat(gathered.utterances())
                .extracting(utterance -> utterance.number)
                .containsExactly(1, 2, 3);
        assertThat(gathered.ended().utterances()).isEqualTo(3);
    }

    @Test
    void a_call_in_which_nobody_spoke_goes_on_with_its_header() throws Exception {
        calls.take(call.ended(0));
        assertThat(only(calls.drain()).utterances()).isEmpty();
    }

    @Test
    void repeats_before_the_call_is_complete_count_once() throws Exception {
        calls.takeAll(List.of(call.utterance(1), call.utterance(1), call.ended(2), call.ended(2)));
        assertThat(calls.drain()).isEmpty();
        calls.take(call.utterance(2));
        assertThat(only(calls.drain()).utterances()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abch", "cabh", "hcba", "bahc", "hbca", "cbha", "aabbch", "hccba"})
    void a_call_is_complete_when_each_utterance_is_there_in_its_last_version_in_any_order(String order)
            throws Exception {
        Map<Character, CallPart> parts = Map.of(
                'a', call.utterance(1, 0), 'b', call.utterance(1, 1), 'c', call.utterance(2, 0), 'h', call.ended(2, 3));
        List<GatheredCall> gathered = new ArrayList<>();
        for (int i = 0; i < order.length(); i++) {
            calls.take(Opened.of(parts.get(order.charAt(i))));
            gathered.addAll(calls.drain());
        }
        assertThat(only(gathered).complete()).isTrue();
        assertThat(gathered.get(0).utterances())
                .extracting(utterance -> utterance.version)
                .containsExactly(1, 0);
        assertThat(gathered.get(0).utterances().get(0).end).isEqualTo(12_001);
    }

    @Test
    void a_call_waits_for_a_version_that_was_announced() throws Exception {
        calls.takeAll(List.of(call.ended(2, 4), call.utterance(1, 0), call.utterance(2, 0), call.utterance(1, 1)));
        assertThat(calls.drain()).isEmpty();
        calls.takeAll(List.of(call.utterance(1, 0), call.utterance(1, 1), call.utterance(2, 0)));
        assertThat(calls.drain()).as("repeats count once").isEmpty();
        calls = calls.rescaled(3);
        calls.take(call.utterance(1, 2));
        assertThat(only(calls.drain()).complete()).isTrue();
    }

    @Test
    void a_later_version_alone_says_all_that_the_earlier_ones_said() throws Exception {
        calls.takeAll(List.of(call.utterance(1, 2), call.ended(1, 3)));
        assertThat(only(calls.drain()).complete()).isTrue();
    }

    @Test
    void a_version_that_a_call_went_on_without_is_a_dead_letter_and_those_before_it_are_none() throws Exception {
        calls.takeAll(List.of(call.utterance(1, 1), call.ended(2, 5)));
        calls.pass(PATIENCE);
        assertThat(only(calls.drain()).complete()).isFalse();
        calls.takeAll(List.of(call.utterance(1, 0), call.utterance(1, 1)));
        assertThat(calls.drain(CallGatherer.REJECTED)).isEmpty();
        calls.takeAll(List.of(call.utterance(1, 2), call.utterance(1, 2), call.utterance(1, 1)));
        assertThat(calls.drain(CallGatherer.REJECTED))
                .singleElement()
                .satisfies(letter -> assertThat(letter.detail()).contains("version 2"));
    }

    @Test
    void repeats_after_the_call_went_on_are_dropped_as_long_as_they_can_come() throws Exception {
        List<CallPart> all = List.of(call.utterance(1), call.ended(1));
        calls.takeAll(all);
        calls.drain();
        assertThat(calls.keyedEntries())
                .as("the memory alone, without utterances")
                .isEqualTo(2);
        calls.pass(MEMORY - 1);
        calls.takeAll(all);
        assertThat(calls.drain()).isEmpty();
        calls.pass(1);
        calls.assertNothingIsLeft();
    }

    @Test
    void a_call_that_lost_an_utterance_goes_on_without_it_when_patience_ends() throws Exception {
        calls.takeAll(List.of(call.utterance(2), call.ended(3), call.utterance(1)));
        calls.pass(PATIENCE - 1);
        assertThat(calls.drain()).isEmpty();
        calls.pass(1);
        GatheredCall gathered = only(calls.drain());
        assertThat(gathered.complete()).isFalse();
        assertThat(gathered.utterances())
                .extracting(utterance -> utterance.number)
                .containsExactly(1, 2);
    }

    @Test
    void an_utterance_that_a_call_went_on_without_is_a_dead_letter_and_its_repeats_are_none() throws Exception {
        calls.takeAll(List.of(call.utterance(1), call.ended(3)));
        calls.pass(PATIENCE);
        calls.drain();
        calls = calls.rescaled(3);
        CallPart late = call.utterance(3);
        late.origin.offset = 17;
        calls.takeAll(List.of(call.utterance(1), late, call.utterance(3), call.ended(3)));

        assertThat(calls.drain()).as("a second time").isEmpty();
        assertThat(calls.drain(CallGatherer.REJECTED)).singleElement().satisfies(letter -> {
            assertThat(letter.stage()).isEqualTo("gather-calls");
            assertThat(letter.reason()).isEqualTo("TOO_LATE_FOR_CALL");
            assertThat(letter.detail()).contains("utterance 3 of leg " + Parts.LEG);
            assertThat(letter.tenantId() + "|" + letter.callId()).isEqualTo("acme|c-1");
            assertThat(letter.origin().offset).isEqualTo(17);
        });
    }

    @Test
    void what_comes_again_of_a_complete_call_is_no_dead_letter() throws Exception {
        calls.takeAll(List.of(call.utterance(1), call.ended(1), call.utterance(1), call.ended(1)));
        calls.drain();
        assertThat(calls.drain(CallGatherer.REJECTED)).isEmpty();
    }

    @Test
    void utterances_whose_call_never_ends_are_forgotten() throws Exception {
        calls.takeAll(List.of(call.utterance(1), call.utterance(2)));
        calls.pass(MEMORY - 1);
        assertThat(calls.keyedEntries()).isPositive();
        calls.pass(1);
        assertThat(calls.drain()).isEmpty();
        calls.assertNothingIsLeft();
    }

    @Test
    void parts_of_a_call_are_gathered_each_by_itself() throws Exception {
        CallPart second = call.ended(1);
        second.id = new CallId("acme", "c-1", second.id.startMicros + 1, 1);
        calls.takeAll(List.of(call.ended(1), second, call.utterance(1)));
        assertThat(calls.drain()).hasSize(1);
    }

    @Test
    void what_was_kept_goes_on_at_once_under_its_own_revision_and_once_however_often_it_comes() throws Exception {
        calls.takeAll(List.of(call.utterance(1), call.ended(1)));
        calls.drain();
        CallPart request = call.kept(1, 2);
        calls.takeAll(List.of(request, call.kept(1, 2)));
        GatheredCall again = only(calls.drain());
        assertThat(again.revision()).isEqualTo(1);
        assertThat(again.ended().id.callId).isEqualTo("c-1");
        assertThat(again.utterances()).hasSize(2);
        assertThat(again.complete()).as("as it was then").isFalse();
        assertThat(again.origin())
                .as("where the request lies")
                .usingRecursiveComparison()
                .isEqualTo(request.origin);

        calls = calls.rescaled(3);
        calls.takeAll(List.of(call.kept(1, 2), call.kept(2, 2)));
        assertThat(only(calls.drain()).revision()).isEqualTo(2);
        assertThat(calls.drain(CallGatherer.REJECTED)).isEmpty();
    }

    @Test
    void a_stall_loses_nobody_patience() throws Exception {
        calls.take(call.ended(1));
        calls.pass(PATIENCE - 200);
        calls.leap(4_000);
        calls.take(call.utterance(1));
        assertThat(only(calls.drain()).complete()).isTrue();
    }

    @Test
    void a_restart_loses_nobody_patience_however_long_the_job_was_down() throws Exception {
        calls.take(call.ended(1));
        OperatorSubtaskState snapshot = calls.snapshot();
        calls.close();
        calls = calls.restored(snapshot, 2, 86_400_000);
        calls.leap(1);
        calls.pass(PATIENCE - 2);
        assertThat(calls.drain()).isEmpty();
        calls.take(call.utterance(1));
        assertThat(only(calls.drain()).complete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 2"})
    void half_gathered_calls_go_on_wherever_their_state_lands(int before, int after) throws Exception {
        calls.close();
        calls = open(before);
        List<Parts> many =
                IntStream.range(0, 60).mapToObj(i -> new Parts("c-" + i)).toList();
        for (Parts each : many) {
            calls.takeAll(List.of(each.utterance(2), each.ended(2)));
        }
        calls = calls.rescaled(after);
        List<GatheredCall> gathered = new ArrayList<>();
        for (Parts each : many) {
            calls.take(each.utterance(1));
            calls.takeAll(List.of(each.utterance(2), each.ended(2)));
            gathered.add(only(calls.drain()));
        }
        assertThat(gathered)
                .hasSize(60)
                .allSatisfy(each -> assertThat(each.utterances()).hasSize(2));
        calls = calls.rescaled(before);
        for (Parts each : many) {
            calls.takeAll(List.of(each.utterance(1), each.utterance(2), each.ended(2)));
        }
        assertThat(calls.drain())
                .as("what was handed on before the second restart")
                .isEmpty();
    }

    private static GatheredCall only(List<GatheredCall> gathered) {
        assertThat(gathered).hasSize(1);
        return gathered.get(0);
    }

    private static CallHarness<CallPart, GatheredCall> open(int parallelism) throws Exception {
        return CallHarness.of(
                () -> new CallGatherer(new GatherRules(PATIENCE, MEMORY), new Patience(1_000, 10_000)), parallelism);
    }
}
