package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.StepFailure;
import io.undertone.job.runtime.Written;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.GapKind;
import io.undertone.udfs.call.Recall;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.SpeechSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real calls through the real network. */
final class SpeechDetectorTest {
    private static final int MAX_WAIT = 20;

    private final SpokenCall one = new SpokenCall("c-1", 10);
    private final SpokenCall other = new SpokenCall("c-2", 60);

    @Test
    void many_calls_at_once_hear_what_each_alone_hears_bit_for_bit() throws Exception {
        List<SpokenCall> talks = talks(12);
        Map<String, List<CallItem>> together = byCall(run(talks, 64, 2));
        for (SpokenCall talk : talks) {
            List<CallItem> alone = run(List.of(talk), 1, 1);
            Written.assertSame(CallItem.class, together.getOrDefault(talk.id().key(), List.of()), alone);
        }
        assertThat(together.values().stream().flatMap(List::stream))
                .anySatisfy(item -> assertThat(heard(item)).isGreaterThan(0.9f));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "3, 2"})
    void a_restart_in_mid_utterance_changes_nothing(int before, int after) throws Exception {
        Map<String, List<CallItem>> undisturbed = byCall(run(talks(12), 16, before));
        Map<String, List<CallItem>> restarted = byCall(run(talks(12), 16, before, after));
        assertThat(restarted.keySet()).isEqualTo(undisturbed.keySet());
        for (String key : restarted.keySet()) {
            Written.assertSame(
                    CallItem.class, restarted.getOrDefault(key, List.of()), undisturbed.getOrDefault(key, List.of()));
        }
    }

    @Test
    void frames_wait_until_enough_legs_have_some() throws Exception {
        try (var calls = open(4)) {
            calls.takeAll(one.chunks(0, 1));
            calls.take(other.chunk(0, 0));
            assertThat(calls.drain()).isEmpty();
            calls.take(other.chunk(1, 0));
            assertThat(calls.drain())
                    .hasSize(4)
                    .allSatisfy(item -> assertThat(framesOf(item).frames()).isEqualTo(3));
        }
    }

    @Test
    void frames_wait_no_longer_than_the_timer() throws Exception {
        try (var calls = open(64)) {
            calls.take(one.chunk(0, 0));
            calls.pass(MAX_WAIT - 1);
            calls.take(other.chunk(0, 0));
            assertThat(calls.drain()).isEmpty();
            calls.pass(1);
            assertThat(calls.drain()).hasSize(2);
            calls.take(one.chunk(0, 1));
            calls.pass(MAX_WAIT);
            assertThat(calls.drain()).hasSize(1);
        }
    }

    @Test
    void frames_go_out_before_a_barrier() throws Exception {
        try (var calls = open(64)) {
            calls.take(one.chunk(0, 0));
            calls.snapshot();
            assertThat(calls.drain()).hasSize(1);
        }
    }

    @Test
    void frames_go_out_at_the_end_of_input() throws Exception {
        try (var calls = open(64)) {
            calls.take(one.chunk(0, 0));
            calls.endInput();
            assertThat(calls.drain()).hasSize(1);
        }
    }

    @Test
    void what_is_said_about_a_call_stays_behind_the_media_before_it() throws Exception {
        try (var calls = open(64)) {
            CallItem facts = CallItem.facts(one.id(), null, new CallFacts());
            calls.take(facts);
            assertThat(calls.drain()).as("with nothing before it").hasSize(1);
            calls.take(one.chunk(0, 0));
            calls.take(facts);
            calls.take(one.chunk(0, 1));
            assertThat(calls.drain()).isEmpty();
            calls.pass(MAX_WAIT);
            List<CallItem> items = calls.drain();
            assertThat(items).hasSize(3);
            assertThat(framesOf(items.get(0)).position()).isZero();
            assertThat(items.get(1).facts()).isNotNull();
            assertThat(framesOf(items.get(2)).position()).isEqualTo(768);
        }
    }

    @Test
    void what_is_taken_back_comes_before_the_cut_and_what_was_left_over_is_in_no_frame() throws Exception {
        try (var calls = open(64)) {
            calls.take(one.chunk(0, 0));
            calls.take(CallItem.recall(one.id(), null, new Recall("agent", 100)));
            calls.take(one.chunk(0, 1));
            calls.pass(MAX_WAIT);
            List<CallItem> items = calls.drain();

            assertThat(items).hasSize(4);
            assertThat(framesOf(items.get(0)).end()).isEqualTo(768);
            assertThat(items.get(1).recall()).isNotNull();
            assertThat(framesOf(items.get(2)).cut()).isTrue();
            assertThat(framesOf(items.get(2)).samples()).isEmpty();
            assertThat(framesOf(items.get(2)).position()).isEqualTo(768);
            assertThat(framesOf(items.get(3)).position()).isEqualTo(800);
        }
    }

    @Test
    void a_call_that_ends_hands_on_what_was_left_over_then_its_end_and_leaves_nothing() throws Exception {
        try (var calls = open(64)) {
            calls.takeAll(one.chunks(0, 1));
            calls.pass(MAX_WAIT);
            assertThat(calls.keyedEntries()).isEqualTo(1);
            calls.drain();
            calls.take(one.ended());
            calls.pass(MAX_WAIT);
            List<CallItem> items = calls.drain();
            assertThat(items).hasSize(3);
            assertThat(items.subList(0, 2)).allSatisfy(item -> {
                assertThat(framesOf(item).cut()).isTrue();
                assertThat(framesOf(item).position()).isEqualTo(768);
                assertThat(framesOf(item).samples()).hasSize(32);
            });
            assertThat(items.get(2).ended()).isNotNull();
            calls.assertNothingIsLeft();
        }
    }

    @Test
    void the_next_part_of_a_call_in_the_same_batch_begins_anew() throws Exception {
        var again = new SpokenCall(new CallId("acme", "c-1", 1_767_607_300_000_000L, 1), 30);
        try (var calls = open(64);
                var fresh = open(64)) {
            calls.takeAll(one.chunks(0, 3));
            calls.take(one.ended());
            calls.takeAll(again.chunks(0, 3));
            calls.endInput();
            fresh.takeAll(again.chunks(0, 3));
            fresh.endInput();
            List<CallItem> items = calls.drain();
            Written.assertSame(CallItem.class, items.subList(items.size() - 6, items.size()), fresh.drain());
            assertThat(calls.keyedEntries()).isEqualTo(1);
        }
    }

    @Test
    void speech_does_not_go_on_across_what_was_redacted() throws Exception {
        try (var calls = open(64)) {
            calls.take(one.chunk(0, 0));
            calls.take(one.gap(0, 1, GapKind.REDACTED));
            calls.take(one.chunk(0, 2));
            calls.pass(MAX_WAIT);
            assertThat(calls.drain()).extracting(item -> framesOf(item).cut()).containsExactly(false, true, false);
        }
    }

    @Test
    void a_bug_in_one_call_names_it_and_its_record() throws Exception {
        try (var calls = open(64)) {
            calls.take(one.chunk(0, 0));
            calls.take(other.chunk(0, 0));
            assertThatExceptionOfType(StepFailure.class)
                    .isThrownBy(() -> calls.take(one.chunk(0, 5)))
                    .withMessage("detect-speech failed on call acme|c-1 at call-media, partition 3, offset 10")
                    .withStackTraceContaining("goes on at sample");
        }
    }

    @Test
    void a_bug_in_a_batch_names_every_call_in_it() throws Exception {
        var detector = detector(64);
        try (var calls = CallHarness.of(() -> detector)) {
            calls.takeAll(one.chunks(0, 2));
            calls.take(other.chunk(0, 0));
            detector.close(); // and with it the network
            assertThatExceptionOfType(StepFailure.class)
                    .isThrownBy(calls::snapshot)
                    .withMessage("detect-speech failed on one of 2 calls: "
                            + "call acme|c-1 at call-media, partition 3, offset 10; "
                            + "call acme|c-2 at call-media, partition 3, offset 60");
        }
    }

    /** Four seconds of each call; between two parallelisms the job is restarted in their midst. */
    private static List<CallItem> run(List<SpokenCall> talks, int rows, int... parallelisms) throws Exception {
        CallHarness<CallItem, CallItem> calls = CallHarness.of(() -> detector(rows), parallelisms[0]);
        listen(calls, talks, 0, 21);
        List<CallItem> items = new ArrayList<>();
        if (parallelisms.length > 1) {
            OperatorSubtaskState snapshot = calls.snapshot();
            items.addAll(calls.drain());
            calls.close();
            calls = calls.restored(snapshot, parallelisms[1], 0);
        }
        listen(calls, talks, 21, 40);
        for (SpokenCall talk : talks) {
            calls.take(talk.ended());
        }
        calls.endInput();
        items.addAll(calls.drain());
        calls.assertNothingIsLeft();
        calls.close();
        return items;
    }

    private static void listen(CallHarness<CallItem, CallItem> calls, List<SpokenCall> talks, int from, int to)
            throws Exception {
        for (int chunk = from; chunk < to; chunk++) {
            for (SpokenCall talk : talks) {
                calls.takeAll(talk.chunks(chunk, chunk + 1));
            }
            calls.pass(100);
        }
    }

    private static CallHarness<CallItem, CallItem> open(int rows) throws Exception {
        return CallHarness.of(() -> detector(rows));
    }

    private static SpeechDetector detector(int rows) {
        return new SpeechDetector(SpeechSettings.defaults(), new SpeechBatching(rows, MAX_WAIT, SpokenCall.models()));
    }

    private static List<SpokenCall> talks(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SpokenCall("c-" + i, 5 + 19 * i))
                .toList();
    }

    private static Map<String, List<CallItem>> byCall(List<CallItem> items) {
        return items.stream().collect(Collectors.groupingBy(CallItem::key));
    }

    private static SpeechFrames framesOf(CallItem item) {
        return Objects.requireNonNull(item.frames());
    }

    private static float heard(CallItem item) {
        SpeechFrames frames = item.frames();
        return frames == null || frames.frames() == 0 ? 0 : frames.probabilities()[0];
    }
}
