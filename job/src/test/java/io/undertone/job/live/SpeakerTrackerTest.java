package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.QuietOperator.Patience;
import io.undertone.job.runtime.Written;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.SpeakerLabel;
import io.undertone.udfs.call.VerificationFacts.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpeakerTrackerTest {
    private final CallId id = KnownCall.id("c-1", 0);
    private final TrackedItems items = new TrackedItems(id);
    /** What went on to the stages that read moods. */
    private final List<CallProduct> heard = new ArrayList<>();

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
    void a_call_that_names_nobody_flows_through() throws Exception {
        calls.take(items.facts(null));
        calls.take(items.insight(KnownCall.CUSTOMER, 0));
        assertThat(calls.drain(SpeakerTracker.QUESTIONS)).isEmpty();
        assertThat(insights())
                .singleElement()
                .satisfies(insight -> assertThat(insight.speaker).isEqualTo(SpeakerLabel.CUSTOMER));
        calls.take(items.utterance(KnownCall.CUSTOMER, 0, 3));
        assertThat(decided())
                .singleElement()
                .satisfies(out ->
                        assertThat(Objects.requireNonNull(out.utterance).number).isEqualTo(1));
        calls.take(items.ended());
        assertThat(decided())
                .singleElement()
                .satisfies(out -> assertThat(out.ended).isNotNull());
    }

    @Test
    void a_call_that_names_a_speaker_holds_back_what_it_decides_until_the_answer() throws Exception {
        calls.takeAll(items.call());
        assertThat(calls.drain(SpeakerTracker.QUESTIONS)).singleElement().satisfies(question -> {
            assertThat(question.speakerId()).isEqualTo(TrackedItems.AGENT_ID);
            assertThat(question.legId()).isEqualTo(KnownCall.AGENT);
            assertThat(question.id().partKey()).isEqualTo(id.partKey());
            assertThat(question.key()).isEqualTo("acme|" + TrackedItems.AGENT_ID);
        });
        assertThat(decided()).isEmpty();
        assertThat(insights()).isEmpty();

        calls.take(items.voiceprint(TrackedItems.direction(0)));
        List<CallProduct> out = decided();
        assertThat(out).hasSize(3);
        assertThat(Objects.requireNonNull(out.get(0).utterance).speakerId).isEqualTo(TrackedItems.AGENT_ID);
        assertThat(verdict(out.get(2))).isEqualTo(Verdict.VERIFIED);
        assertThat(insights()).hasSize(20);
    }

    @Test
    void without_an_answer_it_goes_on_after_ten_seconds_and_says_so() throws Exception {
        calls.takeAll(items.call());
        calls.pass(TrackedItems.WAIT_MILLIS - 1);
        assertThat(decided()).isEmpty();
        calls.pass(1);
        List<CallProduct> out = decided();
        assertThat(out).hasSize(3);
        assertThat(Objects.requireNonNull(out.get(0).utterance).speakerId).isNull();
        assertThat(verdict(out.get(2))).isEqualTo(Verdict.NO_ANSWER);
    }

    @Test
    void an_answer_that_waited_in_the_queue_while_the_job_was_down_is_in_time() throws Exception {
        calls.takeAll(items.call());
        calls = calls.restored(calls.snapshot(), 3, 60_000);
        calls.take(items.voiceprint(TrackedItems.direction(0)));
        assertThat(verdict(decided().get(2))).isEqualTo(Verdict.VERIFIED);
    }

    @Test
    void nobody_enrolled_is_an_answer_too() throws Exception {
        calls.takeAll(items.call());
        calls.take(items.voiceprint(null));
        assertThat(verdict(decided().get(2))).isEqualTo(Verdict.NOT_ENROLLED);
    }

    @Test
    void an_answer_to_a_call_that_is_over_opens_nothing() throws Exception {
        calls.take(items.voiceprint(TrackedItems.direction(0)));
        assertThat(decided()).isEmpty();
    }

    @Test
    void what_is_taken_back_cuts_what_was_given_out_and_does_not_wait_for_its_turn_to_be_forgotten() throws Exception {
        calls.take(items.facts(TrackedItems.AGENT_ID));
        calls.take(items.utterance(KnownCall.CUSTOMER, 0, 3));
        calls.take(items.speech(KnownCall.CUSTOMER, 0));
        calls.take(items.speech(KnownCall.CUSTOMER, 8_000));
        calls.take(items.recall(KnownCall.CUSTOMER, 8_100));
        calls = calls.rescaled(3);
        calls.take(items.voiceprint(null));

        List<CallProduct> out = decided();
        assertThat(out)
                .extracting(item -> Objects.requireNonNull(item.utterance).version)
                .containsExactly(0, 1);
        assertThat(out)
                .extracting(item -> Objects.requireNonNull(item.utterance).end)
                .containsExactly(24_000L, 8_100L);
        assertThat(heard)
                .filteredOn(item -> item.speech != null)
                .extracting(item -> Objects.requireNonNull(item.speech).frames)
                .containsExactly(1, 0);
        assertThat(heard).filteredOn(item -> item.recall != null).hasSize(1);
        calls.take(items.ended());
        assertThat(Objects.requireNonNull(decided().get(0).ended).utteranceRecords())
                .isEqualTo(2);
    }

    @Test
    void a_call_that_is_heard_too_fast_to_wait_does_not_pile_up() throws Exception {
        calls.take(items.facts(TrackedItems.AGENT_ID));
        for (int second = 0; second <= TrackingSettings.MOST_HELD + 1; second++) {
            calls.take(items.insight(KnownCall.AGENT, second));
        }
        assertThat(insights()).hasSize(TrackingSettings.MOST_HELD + 2);
        calls.take(items.ended());
        assertThat(verdict(decided().get(0))).isEqualTo(Verdict.NO_ANSWER);
        calls.pass(TrackedItems.WAIT_MILLIS + 200);
    }

    @Test
    void two_parts_of_a_call_do_not_wait_for_each_other() throws Exception {
        var next = new TrackedItems(KnownCall.id("c-1", 1));
        calls.takeAll(items.call());
        calls.takeAll(List.of(next.facts(null), next.ended()));
        assertThat(decided())
                .singleElement()
                .satisfies(out -> assertThat(out.id.part).isEqualTo(1));
        calls.take(items.voiceprint(null));
        assertThat(decided()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_ways_that_items_took_make_no_difference(long seed) throws Exception {
        List<CallProduct> expected = undisturbed();
        List<CallProduct> shuffled = items.call();
        Collections.shuffle(shuffled, new Random(seed));
        calls.take(items.voiceprint(null)); // nobody asked yet
        calls.takeAll(shuffled);
        calls.take(items.voiceprint(TrackedItems.direction(0)));
        Written.assertSame(CallProduct.class, decided(), expected);
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 2"})
    void a_restart_with_items_in_flight_and_a_question_open_changes_nothing(int before, int after) throws Exception {
        assertThat(outcomes(before, after)).isEqualTo(outcomes(before, before)).hasSize(60);
    }

    private static List<String> outcomes(int before, int after) throws Exception {
        CallHarness<CallProduct, CallProduct> calls = open(before);
        List<TrackedItems> talks = new ArrayList<>();
        List<CallProduct> late = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            var talk = new TrackedItems(KnownCall.id("c-" + i, 0));
            talks.add(talk);
            List<CallProduct> items = talk.call();
            late.add(items.remove(7)); // the window: its embedding is under way
            calls.takeAll(items);
        }
        if (before != after) {
            calls = calls.rescaled(after);
        }
        calls.takeAll(late);
        for (TrackedItems talk : talks) {
            calls.take(talk.voiceprint(TrackedItems.direction(0)));
        }
        List<String> outcomes = decided(calls, new ArrayList<>()).stream()
                .map(out -> out.key() + " " + (out.utterance == null ? verdict(out) : out.utterance.speakerId))
                .sorted(Comparator.naturalOrder())
                .toList();
        calls.assertNothingIsLeft();
        calls.close();
        return outcomes;
    }

    private List<CallProduct> undisturbed() throws Exception {
        var same = new TrackedItems(id);
        try (var undisturbed = open(1)) {
            undisturbed.takeAll(same.call());
            undisturbed.take(same.voiceprint(TrackedItems.direction(0)));
            return decided(undisturbed, new ArrayList<>());
        }
    }

    private List<Insight> insights() {
        heard.addAll(calls.drain(SpeakerTracker.HEARD));
        List<Insight> insights = heard.stream()
                .map(item -> item.insight)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        heard.removeIf(item -> item.insight != null);
        return insights;
    }

    /** Utterances, and behind them the end. */
    private List<CallProduct> decided() {
        return decided(calls, heard);
    }

    private static List<CallProduct> decided(CallHarness<CallProduct, CallProduct> calls, List<CallProduct> heard) {
        List<CallProduct> decided = calls.drain();
        heard.addAll(calls.drain(SpeakerTracker.HEARD));
        heard.stream().filter(item -> item.ended != null).forEach(decided::add);
        heard.removeIf(item -> item.ended != null);
        return decided;
    }

    private static Verdict verdict(CallProduct out) {
        EndedCallFacts ended = Objects.requireNonNull(out.ended);
        LegSummary agent = ended.legs.get(0);
        return Objects.requireNonNull(agent.verification).verdict;
    }

    private static CallHarness<CallProduct, CallProduct> open(int parallelism) throws Exception {
        return CallHarness.of(
                () -> new SpeakerTracker(TrackedItems.settings(), new Patience(1_000, 10_000)), parallelism);
    }
}
