package io.undertone.udfs.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a speaker is known by, whatever comes in whichever order. */
final class VoiceLedgerTest extends LedgerStory {
    @Test
    void an_enrolment_is_published_and_reported() {
        enrol("e-1", 100, EAST);

        assertThat(heard.lines).containsExactly("voiceprint 1 at 100", "ENROLLED e-1 1");
        assertThat(held().embedding).containsExactly(EAST);
        assertThat(held().name).isEqualTo("Ann");
    }

    @Test
    void enrolments_are_averaged_with_the_weight_of_all_before_and_made_length_one() {
        enrol("e-1", 100, EAST);
        enrol("e-2", 200, EAST);
        enrol("e-3", 300, NORTH);

        double length = Math.sqrt(5);
        assertThat(held().embedding[0]).isCloseTo((float) (2 / length), within(1e-6f));
        assertThat(held().embedding[1]).isCloseTo((float) (1 / length), within(1e-6f));
        assertThat(held().enrollments).isEqualTo(3);
        assertThat(held().speechSeconds).isEqualTo(15);
        assertThat(held().sinceMillis).isEqualTo(100);
        assertThat(held().updatedMillis).isEqualTo(300);
    }

    @Test
    void loudness_is_the_mean_of_all_that_had_any() {
        Enrolment loud = enrolment("e-1", 100, EAST);
        loud.lufs = -20.0;
        Enrolment quiet = enrolment("e-2", 200, EAST);
        quiet.lufs = -26.0;
        Enrolment unheard = enrolment("e-3", 300, EAST);
        unheard.lufs = null;
        ledger.enrol(speaker, loud, 100, heard);
        ledger.enrol(speaker, quiet, 200, heard);
        ledger.enrol(speaker, unheard, 300, heard);

        assertThat(held().lufs).isEqualTo(-23.0);
        assertThat(held().meanAbsolute).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void two_voices_that_have_no_mean_leave_the_newer_one() {
        enrol("e-1", 100, EAST);
        enrol("e-2", 200, new float[] {-1, 0});

        assertThat(held().embedding).containsExactly(-1, 0);
    }

    @Test
    void another_model_begins_anew() {
        enrol("e-1", 100, EAST);
        Enrolment other = enrolment("e-2", 200, NORTH);
        other.modelVersion = "2";
        ledger.enrol(speaker, other, 200, heard);

        assertThat(held().embedding).containsExactly(NORTH);
        assertThat(held().enrollments).isEqualTo(1);
        assertThat(held().sinceMillis).isEqualTo(200);
    }

    @Test
    void what_comes_again_is_reported_again_and_changes_nothing() {
        enrol("e-1", 100, EAST);
        heard.lines.clear();
        enrol("e-1", 150, NORTH);

        assertThat(heard.lines).containsExactly("ENROLLED e-1 1");
        assertThat(held().embedding).containsExactly(EAST);
    }

    @Test
    void ids_are_remembered_up_to_a_bound() {
        for (int i = 0; i < 2 * Voiceprints.MOST_IDS; i++) {
            enrol("e-" + i, i + 1, EAST);
        }

        assertThat(held().enrollmentIds).hasSize(Voiceprints.MOST_IDS).endsWith("e-63");
        assertThat(held().enrollments).isEqualTo(64);
    }

    @Test
    void what_the_model_could_not_embed_is_refused() {
        Enrolment failed = enrolment("e-1", 100, EAST);
        failed.embedding = null;
        failed.failure = "TIMED_OUT";
        ledger.enrol(speaker, failed, 100, heard);

        assertThat(heard.lines).containsExactly("REFUSED e-1 0 NOT_EMBEDDED");
        assertThat(heard.detail).contains("TIMED_OUT");
        assertThat(VoiceLedger.isEmpty(speaker)).isTrue();
    }

    @Test
    void a_first_embedding_is_made_length_one() {
        enrol("e-1", 100, new float[] {3, 4});

        assertThat(held().embedding).containsExactly(0.6f, 0.8f);
    }

    static Stream<float[]> embeddingsOfNobody() {
        return Stream.of(
                new float[0], new float[2], new float[] {1, Float.NaN}, new float[] {Float.POSITIVE_INFINITY, 0});
    }

    @ParameterizedTest
    @MethodSource("embeddingsOfNobody")
    void an_embedding_that_points_nowhere_is_refused(float[] embedding) {
        enrol("e-1", 100, embedding);

        assertThat(heard.lines).containsExactly("REFUSED e-1 0 NOT_EMBEDDED");
        assertThat(heard.detail).contains("zero or not finite");
        assertThat(VoiceLedger.isEmpty(speaker)).isTrue();
    }

    @Test
    void recordings_are_counted_up_to_a_bound() {
        publish(voiceprint(Voiceprints.MOST_ENROLLMENTS, 100, "e-1"));
        enrol("e-2", 200, EAST);

        assertThat(held().enrollments).isEqualTo(Voiceprints.MOST_ENROLLMENTS);
        assertThat(held().enrollmentIds).endsWith("e-2");
    }

    @Test
    void a_call_that_asks_too_early_is_told_when_the_speaker_is_enrolled() {
        ask("c-1", 50, 60);
        enrol("e-1", 100, EAST);

        assertThat(heard.lines)
                .containsExactly("c-1 NOT_ENROLLED", "voiceprint 1 at 100", "ENROLLED e-1 1", "c-1 FOUND 1");
    }

    @Test
    void a_call_that_asks_twice_is_told_once() {
        ask("c-1", 50, 50);
        ask("c-1", 60, 60);
        heard.lines.clear();
        enrol("e-1", 100, EAST);

        assertThat(heard.lines).filteredOn(line -> line.startsWith("c-1")).hasSize(1);
    }

    @Test
    void a_call_that_must_be_over_is_answered_and_not_remembered() {
        ask("c-1", 50, 50 + CALL);

        assertThat(heard.lines).containsExactly("c-1 NOT_ENROLLED");
        assertThat(VoiceLedger.isEmpty(speaker)).isTrue();
    }

    @Test
    void a_clock_that_is_ahead_makes_nobody_remember_for_longer() {
        ask("c-1", 9_000_000, 50);

        assertThat(ledger.dueMillis(speaker)).isEqualTo(50 + CALL);
    }

    @Test
    void of_the_calls_that_asked_the_newest_are_remembered() {
        for (int i = 0; i < VoiceLedger.MOST_CALLS + 3; i++) {
            ask("c-" + i, 50, 50);
        }

        assertThat(speaker.calls).hasSize(VoiceLedger.MOST_CALLS);
        assertThat(speaker.calls.get(0).id.callId).isEqualTo("c-3");
    }

    @Test
    void a_voiceprint_that_knows_no_more_changes_nothing() {
        enrol("e-1", 100, EAST);
        enrol("e-2", 200, EAST);
        heard.lines.clear();
        publish(voiceprint(1, 100, "e-1"));
        publish(voiceprint(2, 100, "e-1", "e-2"));

        assertThat(heard.lines).isEmpty();
    }

    @Test
    void a_leg_without_state_learns_from_the_topic_and_tells_who_asked() {
        ask("c-1", 50, 50);
        heard.lines.clear();
        publish(voiceprint(2, 10, "e-1", "e-2"));

        assertThat(heard.lines).containsExactly("c-1 FOUND 2");
        assertThat(held().enrollments).isEqualTo(2);
    }

    @Test
    void an_enrolment_that_was_faster_than_what_was_known_before_is_added_to_it() {
        enrol("e-9", 300, NORTH);
        heard.lines.clear();
        publish(voiceprint(3, 10, "e-1", "e-2", "e-3"));

        assertThat(heard.lines).containsExactly("voiceprint 4 at 300");
        assertThat(held().enrollmentIds).containsExactly("e-1", "e-2", "e-3", "e-9");
    }

    @Test
    void of_two_models_the_one_that_came_later_counts_however_often_the_other_was_fed() {
        enrol("e-9", 300, NORTH);
        Voiceprint older = voiceprint(5, 10, "e-1");
        older.modelVersion = "0";
        publish(older);
        assertThat(held().enrollmentIds).containsExactly("e-9");

        Voiceprint newer = voiceprint(1, 400, "e-10");
        newer.modelVersion = "2";
        publish(newer);
        assertThat(held().enrollmentIds).containsExactly("e-10");
    }

    @Test
    void in_the_end_a_speaker_who_is_not_enrolled_leaves_nothing() {
        ask("c-1", 50, 60);
        forget(200);
        assertThat(ledger.dueMillis(speaker)).isEqualTo(50 + CALL);
        ledger.expire(speaker, 50 + CALL);
        assertThat(speaker.calls).isEmpty();
        assertThat(ledger.dueMillis(speaker)).isEqualTo(200 + MEMORY);
        ledger.expire(speaker, 200 + MEMORY);

        assertThat(ledger.dueMillis(speaker)).isZero();
        assertThat(VoiceLedger.isEmpty(speaker)).isTrue();
    }
}
