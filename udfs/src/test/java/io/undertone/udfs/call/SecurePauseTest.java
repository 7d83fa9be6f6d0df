package io.undertone.udfs.call;

import static io.undertone.udfs.call.TestFrame.media;
import static io.undertone.udfs.call.TestFrame.paused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.undertone.udfs.call.CallSignal.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is captured under a secure pause never comes out. */
class SecurePauseTest {
    private final CallScenario call = new CallScenario().started();

    @Test
    void media_from_the_pause_until_half_a_second_after_it_is_withheld() {
        call.frames("customer", 0, 10)
                .signal(Kind.SECURE_PAUSE, 1_000)
                .frames("customer", 10, 13)
                .signal(Kind.SECURE_RESUME, 1_300)
                .frames("customer", 13, 20);

        assertThat(call.timeline("customer")).isEqualTo("abcde#############st");
        assertThat(call.call.counts.withheld).isEqualTo(8);
    }

    @Test
    void what_still_waits_when_the_pause_is_announced_is_withheld_from_half_a_second_before_it() {
        call.frame("customer", 0)
                .frames("customer", 2, 6)
                .signal(Kind.SECURE_PAUSE, 900)
                .frame("customer", 1)
                .signal(Kind.SECURE_RESUME, 900);

        assertThat(call.timeline("customer")).isEqualTo("abcd##");
    }

    @Test
    void a_record_that_only_touches_the_padded_pause_is_withheld_whole() {
        call.signal(Kind.SECURE_PAUSE, 0).signal(Kind.SECURE_RESUME, 50).frames("customer", 0, 8);

        assertThat(call.timeline("customer")).isEqualTo("######gh");
    }

    @Test
    void an_open_pause_withholds_everything_until_the_end() {
        call.signal(Kind.SECURE_PAUSE, 0)
                .frames("customer", 0, 600)
                .frames("agent", 0, 600)
                .ended(60_000, Map.of("customer/first", 599L, "agent/first", 599L));

        assertThat(call.timeline("customer")).isEqualTo("#".repeat(600));
        assertThat(call.last().counts)
                .returns(1_200L, counts -> counts.withheld)
                .returns(0L, counts -> counts.played);
    }

    @Test
    void a_second_announcement_changes_nothing() {
        call.signal(Kind.SECURE_PAUSE, 0)
                .signal(Kind.SECURE_PAUSE, 300)
                .frames("customer", 0, 5)
                .signal(Kind.SECURE_RESUME, 500)
                .signal(Kind.SECURE_RESUME, 700)
                .frames("customer", 5, 12);

        assertThat(call.timeline("customer")).isEqualTo("##########kl");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 499})
    void an_announcement_that_comes_again_after_its_answer_reopens_nothing(long repeatedMillis) {
        call.signal(Kind.SECURE_PAUSE, 0)
                .frames("customer", 0, 5)
                .signal(Kind.SECURE_RESUME, 500)
                .signal(Kind.SECURE_PAUSE, repeatedMillis)
                .frames("customer", 5, 12)
                .signal(Kind.SECURE_PAUSE, repeatedMillis)
                .frames("customer", 12, 20);

        assertThat(call.timeline("customer")).isEqualTo("##########klmnopqrst");
    }

    @Test
    void an_answer_that_comes_again_does_not_end_the_next_pause() {
        call.signal(Kind.SECURE_PAUSE, 0)
                .signal(Kind.SECURE_RESUME, 100)
                .frames("customer", 0, 10)
                .signal(Kind.SECURE_PAUSE, 1_500)
                .signal(Kind.SECURE_RESUME, 100)
                .frames("customer", 10, 30);

        assertThat(call.timeline("customer")).isEqualTo("######ghij" + "#".repeat(20));
    }

    @Test
    void media_that_waits_from_inside_the_pause_is_withheld_though_it_is_played_after_it() {
        call.frames("customer", 0, 2)
                .signal(Kind.SECURE_PAUSE, 200)
                .frames("customer", 3, 5)
                .signal(Kind.SECURE_RESUME, 500)
                .frame("customer", 2)
                .frames("customer", 5, 12);

        assertThat(call.timeline("customer")).isEqualTo("##########kl");
    }

    @Test
    void paused_records_of_the_gateway_redact_by_themselves_and_count_nowhere() {
        call.frame("customer", 0)
                .frame(paused("customer", 1))
                .frame(paused("customer", 2))
                .frame("customer", 3);

        assertThat(call.timeline("customer")).isEqualTo("a##d");
        assertThat(call.call.counts).returns(0L, counts -> counts.withheld).returns(2L, counts -> counts.received);
        assertThat(call.call.redactions.intervals)
                .extracting(i -> i.begin, i -> i.end)
                .containsExactly(tuple(800L, 2_400L));
    }

    @Test
    void both_legs_are_withheld_and_16_khz_leaks_nothing_through_its_filter() {
        for (int sequence = 0; sequence < 12; sequence++) {
            if (sequence == 2) {
                call.signal(Kind.SECURE_PAUSE, 200).signal(Kind.SECURE_RESUME, 300);
            }
            boolean secret = sequence >= 2 && sequence < 8;
            call.frame("agent", sequence)
                    .frame(media("customer", sequence).rate(16_000).saying(secret ? 'z' : 'a'));
        }

        assertThat(call.timeline("agent")).isEqualTo("########ijkl");
        assertThat(call.timeline("customer")).isEqualTo("########aaaa");
        for (LegChunk chunk : call.last().chunks("customer")) {
            for (short sample : chunk.samples()) {
                assertThat(sample).isLessThan((short) 1_200);
            }
        }
    }

    @Test
    void a_pause_that_is_open_when_the_call_times_out_goes_on_in_the_next_part() {
        call.frames("customer", 0, 2)
                .signal(Kind.SECURE_PAUSE, 200)
                .advanceTo(60_200)
                .frame(media("customer", 2).later(100_000))
                .signal(Kind.SECURE_RESUME, 100_300)
                .frame(media("customer", 3).later(100_000))
                .frame(media("customer", 8).later(100_000).but(frame -> frame.sequence = 4));

        assertThat(call.last().number).isOne();
        assertThat(call.timeline("customer")).isEqualTo("##....i");
        assertThat(call.call.counts.withheld).isEqualTo(2);
    }

    @Test
    void a_new_call_knows_nothing_of_the_pauses_of_the_one_before() {
        call.signal(Kind.SECURE_PAUSE, 0)
                .ended(100)
                .signal(Kind.STARTED, 9_000)
                .frame(media("customer", 0).captured(9_000));

        assertThat(call.timeline("customer")).isEqualTo("a");
    }

    @Test
    void every_pause_is_told_before_the_media_that_follows() {
        int before = call.changes;
        call.signal(Kind.SECURE_PAUSE, 0);

        assertThat(call.changes).isEqualTo(before + 1);
        assertThat(call.call.securePauses.isOpen()).isTrue();
    }

    @Test
    void a_pause_that_is_announced_late_takes_back_what_was_played_since() {
        call.frames("customer", 0, 30)
                .frames("agent", 0, 20)
                .signal(Kind.SECURE_PAUSE, 1_000)
                .signal(Kind.SECURE_RESUME, 1_500)
                .frames("customer", 30, 33)
                .frames("agent", 20, 33);

        assertThat(call.timeline("customer")).isEqualTo("abcde" + "#".repeat(25) + "efg");
        assertThat(call.timeline("agent")).isEqualTo("abcde" + "#".repeat(15) + "uvwxyzabcdefg");
        assertThat(call.call.redactions.intervals)
                .extracting(i -> i.begin, i -> i.end)
                .containsExactly(tuple(4_000L, 24_000L));
    }

    @Test
    void what_a_late_pause_hides_is_found_though_clocks_have_drifted() {
        for (int sequence = 0; sequence < 30; sequence++) {
            call.frame(media("customer", sequence).captured(sequence * 100 + sequence * 10));
        }
        call.signal(Kind.SECURE_PAUSE, 1_400);

        // Captured from 900 ms on, within half a second of the pause; by then the clocks had drifted apart by less than
        // 290 ms.
        assertThat(call.timeline("customer")).isEqualTo("abcdef" + "#".repeat(24));
    }

    @Test
    void nothing_is_taken_back_by_a_pause_that_comes_in_time_or_again() {
        call.frames("customer", 0, 10)
                .signal(Kind.SECURE_PAUSE, 1_500)
                .signal(Kind.SECURE_RESUME, 1_600)
                .frames("customer", 10, 30)
                .signal(Kind.SECURE_PAUSE, 1_550);

        assertThat(call.timeline("customer")).isEqualTo("abcdefghij" + "#".repeat(11) + "vwxyzabcd");
    }

    @Test
    void the_next_part_takes_back_nothing_of_the_one_before() {
        call.frames("customer", 0, 10)
                .advanceTo(61_000)
                .frame(media("customer", 10).later(100_000))
                .signal(Kind.SECURE_PAUSE, 900);

        assertThat(call.last().number).isOne();
        assertThat(call.timeline("customer")).isEqualTo("#");
        assertThat(call.parts.get(0).timeline("customer")).isEqualTo("abcdefghij");
    }
}
