package io.undertone.udfs.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What tombstones end, whatever comes in whichever order and by whichever clock. */
final class ForgottenVoicesTest extends LedgerStory {
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
    void an_old_tombstone_is_not_remembered() {
        ledger.forget(speaker, 200, 200 + MEMORY, heard);

        assertThat(VoiceLedger.isEmpty(speaker)).isTrue();
    }
}
