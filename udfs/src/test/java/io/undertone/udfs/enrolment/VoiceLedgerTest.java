package io.undertone.udfs.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.call.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a speaker is known by, whatever comes in whichever order. */
final class VoiceLedgerTest {
    private static final long CALL = 4_000;
    private static final long MEMORY = 25_000;
    private static final float[] EAST = {1, 0};
    private static final float[] NORTH = {0, 1};

    private final VoiceLedger ledger = new VoiceLedger(new VoiceMemory(CALL, MEMORY));
    private final VoiceState speaker = new VoiceState();
    private final Heard heard = new Heard();

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
    void a_tombstone_forgets_and_tells_the_open_calls() {
        enrol("e-1", 100, EAST);
        ask("c-1", 150, 150);
        heard.lines.clear();
        forget(200);

        assertThat(heard.lines).containsExactly("FORGOTTEN null 0", "c-1 FORGOTTEN");
        assertThat(speaker.voiceprint).isNull();
    }

    @Test
    void who_enrols_again_after_a_tombstone_is_known_again() {
        enrol("e-1", 100, EAST);
        ask("c-1", 150, 150);
        forget(200);
        heard.lines.clear();
        enrol("e-2", 300, NORTH);

        assertThat(heard.lines).containsExactly("voiceprint 1 at 300", "ENROLLED e-2 1", "c-1 FOUND 1");
    }

    @Test
    void what_was_recorded_before_a_tombstone_stays_forgotten_however_late_it_comes() {
        forget(200);
        enrol("e-1", 100, EAST);

        assertThat(heard.lines).containsExactly("FORGOTTEN e-1 0 FORGOTTEN");
        assertThat(speaker.voiceprint).isNull();
    }

    @Test
    void a_tombstone_that_comes_late_does_not_touch_what_was_enrolled_after_it() {
        enrol("e-2", 300, NORTH);
        heard.lines.clear();
        forget(200);

        assertThat(heard.lines).isEmpty();
        assertThat(held().enrollments).isEqualTo(1);
    }

    @Test
    void an_enrolment_whose_clock_is_ahead_is_forgotten_like_any_other() {
        ledger.enrol(speaker, enrolment("e-1", 5_000, EAST), 100, heard);
        forget(2_000);

        assertThat(speaker.voiceprint).isNull();
        enrol("e-2", 2_001, NORTH);
        assertThat(held().sinceMillis).isEqualTo(2_001);
    }

    @Test
    void a_tombstone_whose_clock_is_ahead_keeps_nobody_from_being_enrolled_later() {
        enrol("e-1", 100, EAST);
        ledger.forget(speaker, 9_000_000, 200, heard);
        assertThat(heard.atMillis).isEqualTo(200);
        enrol("e-2", 201, NORTH);

        assertThat(held().enrollmentIds).containsExactly("e-2");
        assertThat(ledger.dueMillis(speaker)).isEqualTo(200 + MEMORY);
    }

    @Test
    void a_tombstone_behind_what_came_back_forgets_it_whatever_the_clocks_say() {
        enrol("e-1", 300, EAST);
        publish(held());
        heard.lines.clear();
        ledger.forget(speaker, 200, 310, heard);

        assertThat(heard.lines).containsExactly("FORGOTTEN null 0");
        assertThat(speaker.voiceprint).isNull();
    }

    @Test
    void what_such_a_tombstone_forgot_stays_forgotten_when_it_comes_again() {
        enrol("e-1", 300, EAST);
        Voiceprint published = held();
        publish(published);
        ledger.forget(speaker, 200, 310, heard);
        heard.lines.clear();
        publish(published);
        enrol("e-1", 300, EAST);

        assertThat(heard.lines).containsExactly("tombstone at 300", "FORGOTTEN e-1 0 FORGOTTEN");
    }

    @Test
    void a_tombstone_behind_a_part_of_what_is_known_forgets_all_that_has_this_part() {
        enrol("e-1", 300, EAST);
        publish(held());
        enrol("e-2", 310, EAST);
        ledger.forget(speaker, 200, 320, heard);

        assertThat(speaker.voiceprint).isNull();
    }

    @Test
    void a_recording_that_is_enrolled_again_by_a_replay_comes_back_with_what_was_published_first() {
        Voiceprint first = voiceprint(1, 100, "e-1");
        enrol("e-1", 5_000, EAST);
        publish(first);
        ledger.forget(speaker, 2_000, 5_010, heard);

        assertThat(speaker.voiceprint).isNull();
    }

    @Test
    void what_came_back_before_it_was_forgotten_says_nothing_of_what_is_enrolled_later() {
        enrol("e-1", 300, EAST);
        publish(held());
        forget(310);
        ledger.expire(speaker, 310 + MEMORY);
        enrol("e-2", 290, NORTH);
        forget(280);

        assertThat(held().enrollmentIds).containsExactly("e-2");
    }

    @Test
    void a_tombstone_that_the_leg_wrote_again_does_not_end_what_was_enrolled_since() {
        forget(200);
        enrol("e-2", 300, NORTH);
        publish(held());
        heard.lines.clear();
        ledger.forget(speaker, 200, 310, heard);

        assertThat(heard.lines).as("it would be compacted away").containsExactly("voiceprint 1 at 300");
        assertThat(held().enrollmentIds).containsExactly("e-2");
    }

    @Test
    void a_voiceprint_that_stands_behind_its_tombstone_is_ended_again_as_of_the_same_time() {
        forget(200);
        publish(voiceprint(2, 100, "e-1", "e-2"));

        assertThat(heard.lines).containsExactly("tombstone at 200");
        assertThat(speaker.voiceprint).isNull();
    }

    @Test
    void a_voiceprint_that_stands_behind_its_tombstone_is_overwritten_where_the_speaker_is_known_again() {
        forget(200);
        enrol("e-3", 300, NORTH);
        heard.lines.clear();
        publish(voiceprint(2, 100, "e-1", "e-2"));

        assertThat(heard.lines).containsExactly("voiceprint 1 at 300");
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

    @Test
    void an_old_tombstone_is_not_remembered() {
        ledger.forget(speaker, 200, 200 + MEMORY, heard);

        assertThat(VoiceLedger.isEmpty(speaker)).isTrue();
    }

    private Voiceprint held() {
        return Objects.requireNonNull(speaker.voiceprint);
    }

    private void enrol(String id, long atMillis, float[] embedding) {
        ledger.enrol(speaker, enrolment(id, atMillis, embedding), atMillis, heard);
    }

    private void ask(String call, long askedMillis, long nowMillis) {
        ledger.ask(speaker, new AskingCall(new CallId("acme", call, 1_000, 0), askedMillis), nowMillis, heard);
    }

    private void forget(long atMillis) {
        ledger.forget(speaker, atMillis, atMillis, heard);
    }

    private void publish(Voiceprint voiceprint) {
        ledger.published(speaker, voiceprint, heard);
    }

    private static Enrolment enrolment(String id, long atMillis, float[] embedding) {
        var enrolment = new Enrolment();
        enrolment.enrollmentId = id;
        enrolment.name = "Ann";
        enrolment.atMillis = atMillis;
        enrolment.speechSeconds = 5;
        enrolment.lufs = -20.0;
        enrolment.meanAbsolute = 0.1;
        enrolment.modelId = "m";
        enrolment.modelVersion = "1";
        enrolment.embedding = embedding;
        return enrolment;
    }

    private static Voiceprint voiceprint(int enrollments, long sinceMillis, String... ids) {
        var voiceprint = new Voiceprint();
        voiceprint.embedding = EAST;
        voiceprint.modelId = "m";
        voiceprint.modelVersion = "1";
        voiceprint.enrollments = enrollments;
        voiceprint.enrollmentIds.addAll(List.of(ids));
        voiceprint.sinceMillis = sinceMillis;
        voiceprint.updatedMillis = sinceMillis;
        return voiceprint;
    }

    /** What came out, a line each. */
    private static final class Heard implements VoiceListener {
        final List<String> lines = new ArrayList<>();
        String detail = "";
        long atMillis;

        @Override
        public void voiceprint(@Nullable Voiceprint voiceprint, long atMillis) {
            lines.add(
                    voiceprint == null
                            ? "tombstone at " + atMillis
                            : "voiceprint %d at %d".formatted(voiceprint.enrollments, atMillis));
        }

        @Override
        public void result(EnrolmentOutcome outcome) {
            detail = Objects.requireNonNullElse(outcome.detail(), "");
            atMillis = outcome.atMillis();
            lines.add("%s %s %d%s"
                    .formatted(
                            outcome.status(),
                            outcome.enrollmentId(),
                            outcome.enrollments(),
                            outcome.reason() == null ? "" : " " + outcome.reason()));
        }

        @Override
        public void answer(AskingCall call, VoiceStatus status, @Nullable Voiceprint voiceprint) {
            lines.add("%s %s%s"
                    .formatted(call.id.callId, status, voiceprint == null ? "" : " " + voiceprint.enrollments));
        }
    }
}
