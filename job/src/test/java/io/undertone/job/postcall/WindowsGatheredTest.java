package io.undertone.job.postcall;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.QuietOperator.Patience;
import io.undertone.udfs.call.GatherRules;
import io.undertone.udfs.call.Withdrawal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call has its emotion windows too before it goes on: those that may be kept, and no others. */
final class WindowsGatheredTest {
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
    @ValueSource(strings = {"u12h", "h2u1", "21hu", "1122hu", "2hhu1", "uh12"})
    void a_call_goes_on_once_each_window_is_there_in_any_order_and_however_often(String order) throws Exception {
        List<GatheredCall> gathered = new ArrayList<>();
        for (int i = 0; i < order.length(); i++) {
            char each = order.charAt(i);
            assertThat(gathered).isEmpty();
            calls.take(
                    switch (each) {
                        case 'u' -> call.utterance(1);
                        case 'h' -> call.endedWithMoods(1, 2);
                        default -> call.window(each - '0');
                    });
            gathered.addAll(calls.drain());
        }
        assertThat(numbers(only(gathered))).containsExactly(1, 2);
        assertThat(gathered.get(0).complete()).isTrue();
    }

    @Test
    void a_header_from_before_there_were_moods_waits_for_none() throws Exception {
        calls.takeAll(List.of(call.utterance(1), call.ended(1)));
        assertThat(only(calls.drain()).windows()).isEmpty();
    }

    @Test
    void a_call_that_lost_a_window_goes_on_without_it_when_patience_ends() throws Exception {
        calls.takeAll(List.of(call.utterance(1), call.window(2), call.endedWithMoods(1, 3), call.window(1)));
        calls.pass(PATIENCE - 1);
        assertThat(calls.drain()).isEmpty();
        calls.pass(1);
        GatheredCall gathered = only(calls.drain());
        assertThat(numbers(gathered)).containsExactly(1, 2);
        assertThat(gathered.complete()).as("of its utterances").isTrue();
    }

    @Test
    void a_window_that_a_call_went_on_without_is_a_dead_letter_once() throws Exception {
        calls.takeAll(List.of(call.utterance(1), call.window(1), call.endedWithMoods(1, 2)));
        calls.pass(PATIENCE);
        calls.drain();
        calls = calls.rescaled(3);
        calls.takeAll(List.of(call.window(1), call.utterance(1), call.window(2), call.window(2), call.window(3)));

        assertThat(calls.drain()).as("a second time").isEmpty();
        assertThat(calls.drain(CallGatherer.REJECTED)).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("TOO_LATE_FOR_CALL");
            assertThat(letter.detail()).startsWith("emotion window 2 of leg " + Parts.LEG);
        });
    }

    @Test
    void what_comes_again_of_a_complete_call_is_dropped() throws Exception {
        List<CallPart> all = List.of(call.utterance(1), call.window(1), call.endedWithMoods(1, 1));
        calls.takeAll(all);
        calls.drain();
        calls.takeAll(all);
        assertThat(calls.drain()).isEmpty();
        assertThat(calls.drain(CallGatherer.REJECTED)).isEmpty();
        assertThat(calls.keyedEntries()).as("the memory alone, without windows").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1h2u", "12uh", "u12h", "uh", "hu"})
    void windows_of_a_leg_that_are_taken_back_are_neither_waited_for_nor_handed_on(String order) throws Exception {
        for (int i = 0; i < order.length(); i++) {
            char each = order.charAt(i);
            calls.take(
                    switch (each) {
                        case 'u' -> call.utterance(1);
                        case 'h' -> withdrawn();
                        default -> call.window(each - '0');
                    });
        }
        GatheredCall gathered = only(calls.drain());
        assertThat(gathered.windows()).isEmpty();
        assertThat(gathered.complete()).isTrue();
    }

    @Test
    void what_is_taken_back_does_not_even_wait_for_the_utterances() throws Exception {
        calls.takeAll(List.of(call.window(1), call.window(2), withdrawn(), call.window(3)));
        assertThat(calls.keyedEntries()).as("the header and its timer").isEqualTo(2);
        calls.take(call.utterance(1));
        assertThat(only(calls.drain()).windows()).isEmpty();
    }

    @Test
    void windows_taken_back_that_come_after_a_call_went_on_without_an_utterance_are_no_dead_letters() throws Exception {
        calls.take(withdrawn());
        calls.pass(PATIENCE);
        assertThat(only(calls.drain()).complete()).isFalse();
        calls.take(call.window(1));
        assertThat(calls.drain(CallGatherer.REJECTED)).isEmpty();
    }

    @Test
    void a_refusal_in_the_header_takes_back_what_was_read_before_it() throws Exception {
        CallPart ended = call.endedWithMoods(1, 2);
        Opened.of(ended.ended).facts.othersConsent.emotion = false;
        calls.takeAll(List.of(call.window(1), call.utterance(1), ended));
        assertThat(only(calls.drain()).windows()).isEmpty();
    }

    @Test
    void a_window_beyond_those_announced_is_of_a_run_that_was_not_the_last() throws Exception {
        calls.takeAll(List.of(call.window(3), call.window(1), call.utterance(1), call.endedWithMoods(1, 2)));
        assertThat(calls.drain()).as("two came, but not the second").isEmpty();
        calls.take(call.window(2));
        assertThat(numbers(only(calls.drain()))).containsExactly(1, 2);
    }

    @Test
    void windows_whose_call_never_ends_are_forgotten() throws Exception {
        calls.takeAll(List.of(call.window(1), call.window(2)));
        calls.pass(MEMORY - 1);
        assertThat(calls.keyedEntries()).isPositive();
        calls.pass(1);
        assertThat(calls.drain()).isEmpty();
        calls.assertNothingIsLeft();
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 2"})
    void half_gathered_moods_go_on_wherever_their_state_lands(int before, int after) throws Exception {
        calls.close();
        calls = open(before);
        List<Parts> many =
                IntStream.range(0, 60).mapToObj(i -> new Parts("c-" + i)).toList();
        for (Parts each : many) {
            calls.takeAll(List.of(each.window(1), each.utterance(1), each.endedWithMoods(1, 3), each.window(3)));
        }
        calls = calls.rescaled(after);
        List<GatheredCall> gathered = new ArrayList<>();
        for (Parts each : many) {
            calls.takeAll(List.of(each.window(1), each.window(3), each.endedWithMoods(1, 3)));
            assertThat(calls.drain()).isEmpty();
            calls.take(each.window(2));
            gathered.add(only(calls.drain()));
        }
        assertThat(gathered)
                .hasSize(60)
                .allSatisfy(each -> assertThat(numbers(each)).containsExactly(1, 2, 3));
        calls = calls.rescaled(before);
        for (Parts each : many) {
            calls.takeAll(List.of(each.window(2), each.utterance(1), each.endedWithMoods(1, 3)));
        }
        assertThat(calls.drain())
                .as("what was handed on before the second restart")
                .isEmpty();
    }

    private CallPart withdrawn() {
        CallPart ended = call.endedWithMoods(1, 3);
        Opened.of(ended.ended).legs.get(0).emotionWithdrawn = Withdrawal.ROLE_MISMATCH;
        return ended;
    }

    private static List<Integer> numbers(GatheredCall gathered) {
        return gathered.windows().stream().map(window -> window.number).toList();
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
