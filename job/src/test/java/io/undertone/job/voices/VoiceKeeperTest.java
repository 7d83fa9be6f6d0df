package io.undertone.job.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.job.runtime.CallHarness;
import io.undertone.udfs.enrolment.EnrolmentOutcome.Status;
import io.undertone.udfs.enrolment.VoiceMemory;
import io.undertone.udfs.enrolment.VoiceStatus;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VoiceKeeperTest {
    private static final long CALL = 4_000;
    private static final long MEMORY = 9_000;
    private static final long START = CallHarness.START_MILLIS;

    private final Speaker ann = new Speaker("ann");
    private CallHarness<VoiceRecord, KeptVoice> voices;

    @BeforeEach
    void open() throws Exception {
        voices = open(2);
    }

    /** Whoever was forgotten leaves nothing once no call is open and no tombstone counts. */
    @AfterEach
    void what_was_forgotten_leaves_nothing_behind() throws Exception {
        voices.pass(1_000);
        voices.take(ann.tombstone(voices.nowMillis()));
        voices.pass(CALL + MEMORY);
        voices.assertNothingIsLeft();
        voices.close();
    }

    @Test
    void an_enrolment_is_published_and_reported() throws Exception {
        voices.take(ann.enrolment("e-1", START));

        assertThat(voices.drain()).singleElement().satisfies(kept -> {
            assertThat(kept.key()).isEqualTo("acme|ann");
            assertThat(Objects.requireNonNull(kept.voiceprint()).embedding).containsExactly(Speaker.EMBEDDING);
        });
        assertThat(voices.drain(VoiceKeeper.RESULTS)).singleElement().satisfies(result -> {
            assertThat(result.key()).isEqualTo("acme|ann");
            assertThat(result.outcome().status()).isEqualTo(Status.ENROLLED);
            assertThat(result.outcome().enrollmentId()).isEqualTo("e-1");
        });
    }

    @Test
    void who_is_enrolled_stays_and_needs_no_timer() throws Exception {
        voices.take(ann.enrolment("e-1", START));
        voices.pass(CALL + MEMORY);

        assertThat(voices.keyedEntries()).isEqualTo(1);
        assertThat(voices.timers()).isZero();
    }

    @Test
    void a_repeat_is_reported_and_not_published() throws Exception {
        voices.take(ann.enrolment("e-1", START));
        voices.drain();
        voices.take(ann.enrolment("e-1", START));

        assertThat(voices.drain()).isEmpty();
        assertThat(voices.drain(VoiceKeeper.RESULTS)).hasSize(2);
    }

    @Test
    void a_call_that_asked_before_the_enrolment_is_told_of_it() throws Exception {
        voices.take(ann.request("c-1", START));
        assertThat(statuses()).containsExactly("c-1 NOT_ENROLLED");
        voices.take(ann.enrolment("e-1", START + 1));

        assertThat(voices.drain(VoiceKeeper.ANSWERS)).singleElement().satisfies(answer -> {
            assertThat(answer.id().callId).isEqualTo("c-1");
            assertThat(answer.speakerId()).isEqualTo("ann");
            assertThat(answer.status()).isEqualTo(VoiceStatus.FOUND);
            assertThat(Objects.requireNonNull(answer.voiceprint()).enrollments).isEqualTo(1);
        });
    }

    @Test
    void a_call_is_told_as_long_as_it_may_be_open() throws Exception {
        voices.take(ann.request("c-1", START));
        voices.pass(1_000);
        voices.take(ann.request("c-2", START + 1_000));
        assertThat(voices.timers()).isEqualTo(1);
        voices.pass(CALL - 1_000);
        statuses();
        voices.take(ann.enrolment("e-1", voices.nowMillis()));
        assertThat(statuses()).containsExactly("c-2 FOUND");
        voices.pass(1_000);
        voices.take(ann.enrolment("e-2", voices.nowMillis()));

        assertThat(statuses()).isEmpty();
        assertThat(voices.timers()).isZero();
    }

    @Test
    void an_earlier_end_moves_the_timer_and_leaves_only_one() throws Exception {
        voices.take(ann.tombstone(START));
        voices.take(ann.request("c-1", START));

        assertThat(voices.timers()).isEqualTo(1);
        voices.pass(CALL);
        assertThat(voices.timers()).as("for the tombstone").isEqualTo(1);
        voices.pass(MEMORY - CALL);
        voices.assertNothingIsLeft();
    }

    @Test
    void a_speaker_whom_nobody_knows_is_remembered_while_a_call_waits() throws Exception {
        voices.take(ann.request("c-1", START));
        assertThat(voices.keyedEntries()).isEqualTo(1);
        voices.pass(CALL);

        voices.assertNothingIsLeft();
    }

    @Test
    void a_tombstone_forgets_and_a_new_enrolment_is_told_again() throws Exception {
        voices.take(ann.enrolment("e-1", START));
        voices.take(ann.request("c-1", START));
        voices.pass(10);
        voices.take(ann.tombstone(START + 10));
        voices.take(ann.enrolment("e-1", START));
        voices.pass(10);
        voices.take(ann.enrolment("e-2", START + 20));

        assertThat(statuses()).containsExactly("c-1 FOUND", "c-1 FORGOTTEN", "c-1 FOUND");
        assertThat(voices.drain(VoiceKeeper.RESULTS))
                .extracting(result ->
                        result.outcome().status() + " " + result.outcome().enrollmentId())
                .containsExactly("ENROLLED e-1", "FORGOTTEN null", "FORGOTTEN e-1", "ENROLLED e-2");
        assertThat(voices.drain(VoiceKeeper.REJECTED)).singleElement().satisfies(letter -> {
            assertThat(letter.stage()).isEqualTo("keep-voices");
            assertThat(letter.reason()).isEqualTo("FORGOTTEN");
            assertThat(letter.origin().offset).isEqualTo(17);
        });
    }

    @Test
    void its_own_voiceprint_changes_nothing_when_it_comes_back() throws Exception {
        voices.take(ann.enrolment("e-1", START));
        voices.take(ann.request("c-1", START));
        KeptVoice kept = voices.drain().get(0);
        statuses();
        voices.take(ann.published(Objects.requireNonNull(kept.voiceprint()), START));

        assertThat(voices.drain()).isEmpty();
        assertThat(statuses()).isEmpty();
    }

    @Test
    void a_tombstone_forgets_who_enrolled_by_a_clock_that_is_ahead() throws Exception {
        voices.take(ann.request("c-1", START));
        voices.take(ann.enrolment("e-1", START + 5_000));
        voices.pass(2_000);
        voices.take(ann.tombstone(START + 2_000));

        assertThat(statuses()).containsExactly("c-1 NOT_ENROLLED", "c-1 FOUND", "c-1 FORGOTTEN");
    }

    @Test
    void a_tombstone_behind_its_own_voiceprint_forgets_although_its_clock_is_behind() throws Exception {
        voices.take(ann.enrolment("e-1", START));
        voices.take(ann.request("c-1", START));
        voices.take(ann.published(Objects.requireNonNull(voices.drain().get(0).voiceprint()), START));
        voices = voices.rescaled(3);
        voices.take(ann.tombstone(START - 5_000));

        assertThat(statuses()).containsExactly("c-1 FORGOTTEN");
    }

    @Test
    void a_leg_that_starts_without_state_knows_what_stands_in_the_topic() throws Exception {
        voices.take(ann.enrolment("e-1", START));
        KeptVoice kept = voices.drain().get(0);
        voices.close();

        voices = open(2);
        voices.take(ann.published(Objects.requireNonNull(kept.voiceprint()), START));
        voices.take(ann.request("c-1", START));
        assertThat(statuses()).containsExactly("c-1 FOUND");
    }

    @Test
    void a_bug_names_speaker_and_record() {
        VoiceRecord nothing = ann.tombstone(START);
        nothing.tombstone = false;

        assertThatThrownBy(() -> voices.take(nothing))
                .hasStackTraceContaining("keep-voices failed on call acme|ann at topic, partition 0, offset 17");
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 2"})
    void voices_and_open_calls_go_on_wherever_their_state_lands(int before, int after) throws Exception {
        voices.close();
        voices = open(before);
        List<Speaker> speakers =
                IntStream.range(0, 60).mapToObj(i -> new Speaker("s-" + i)).toList();
        for (Speaker speaker : speakers) {
            voices.take(speaker.enrolment("e-1", START));
            voices.take(speaker.request("c-" + speaker.id(), START));
        }
        voices = voices.rescaled(after);
        for (Speaker speaker : speakers) {
            voices.take(speaker.enrolment("e-1", START));
            voices.take(speaker.enrolment("e-2", START + 1));
        }

        assertThat(voices.drain())
                .hasSize(60)
                .allSatisfy(kept -> assertThat(Objects.requireNonNull(kept.voiceprint()).enrollments)
                        .isEqualTo(2));
        assertThat(voices.drain(VoiceKeeper.ANSWERS)).hasSize(60);
        for (Speaker speaker : speakers) {
            voices.take(speaker.tombstone(START + 2));
        }
        assertThat(voices.drain(VoiceKeeper.ANSWERS))
                .hasSize(60)
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(VoiceStatus.FORGOTTEN));
    }

    /** What calls were told since this was last asked. */
    private List<String> statuses() {
        return voices.drain(VoiceKeeper.ANSWERS).stream()
                .map(answer -> answer.id().callId + " " + answer.status())
                .toList();
    }

    private static CallHarness<VoiceRecord, KeptVoice> open(int parallelism) throws Exception {
        return CallHarness.ofFunction(() -> new VoiceKeeper(new VoiceMemory(CALL, MEMORY)), parallelism);
    }
}
