package io.undertone.udfs.call;

import static io.undertone.udfs.call.TestFrame.media;
import static io.undertone.udfs.call.TestFrame.paused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.undertone.udfs.call.CallSignal.Kind;
import org.junit.jupiter.api.Test;

/** A hold is told from a secure pause, also where one lies in the other. */
class PauseOnHoldTest {
    private final CallScenario call = new CallScenario().started();

    @Test
    void paused_records_on_hold_are_held_and_no_redaction() {
        call.signal(Kind.HOLD, 0)
                .frame(paused("customer", 0))
                .signal(Kind.RESUMED, 100)
                .frame(paused("customer", 1))
                .frame("customer", 2);

        assertThat(call.timeline("customer")).isEqualTo("h#c");
    }

    @Test
    void an_announcement_of_a_hold_that_comes_again_after_its_end_holds_nothing() {
        call.frame("customer", 0)
                .signal(Kind.HOLD, 0)
                .signal(Kind.RESUMED, 100)
                .signal(Kind.HOLD, 0)
                .frame(paused("customer", 1))
                .frame("customer", 2);

        assertThat(call.timeline("customer")).isEqualTo("a#c");
        assertThat(call.advance(60_000).header().reason()).isEqualTo(CloseReason.NO_MEDIA);
    }

    @Test
    void an_end_of_a_hold_that_comes_again_does_not_end_the_next() {
        call.frame("customer", 0)
                .signal(Kind.HOLD, 100)
                .signal(Kind.RESUMED, 200)
                .signal(Kind.HOLD, 300)
                .signal(Kind.RESUMED, 200);

        assertThat(call.advance(120_000).isOpen()).isTrue();
        assertThat(call.call.holds.isOpen()).isTrue();
    }

    @Test
    void a_secure_pause_inside_a_hold_is_redacted_whether_paused_or_withheld() {
        call.signal(Kind.HOLD, 0)
                .frame(paused("customer", 0))
                .signal(Kind.SECURE_PAUSE, 100)
                .frame(paused("customer", 1))
                .frame("customer", 2)
                .signal(Kind.SECURE_RESUME, 300)
                .frames("customer", 3, 8)
                .frame(paused("customer", 8))
                .signal(Kind.RESUMED, 900)
                .frame("customer", 9);

        assertThat(call.timeline("customer")).isEqualTo("h#######hj");
    }

    @Test
    void whatever_is_withheld_on_hold_is_redacted_even_where_the_pause_only_touches_it() {
        call.signal(Kind.HOLD, 0)
                .signal(Kind.SECURE_PAUSE, 1_000)
                .frame(media("customer", 0).captured(450).offset(450));

        assertThat(call.timeline("customer")).isEqualTo("....#");
        assertThat(call.call.counts.withheld).isOne();
        assertThat(call.call.redactions.intervals).hasSize(1);
    }

    @Test
    void a_clock_that_drifts_from_the_samples_withholds_by_the_clock() {
        call.frames("customer", 0, 2).signal(Kind.HOLD, 200).signal(Kind.SECURE_PAUSE, 5_000);
        for (int sequence = 2; sequence < 5; sequence++) {
            call.frame(media("customer", sequence).captured(5_000 + sequence * 100));
        }

        assertThat(call.timeline("customer")).isEqualTo("ab###");
        assertThat(call.call.redactions.intervals)
                .extracting(i -> i.begin, i -> i.end)
                .containsExactly(tuple(1_600L, 4_000L));
    }

    @Test
    void a_hold_that_is_open_at_the_end_ends_with_the_call() {
        call.frames("customer", 0, 2).signal(Kind.HOLD, 200).ended(900).advance(5_000);

        assertThat(call.last().holds)
                .extracting(i -> i.begin / 1_000 - TestFrame.T0, i -> i.end / 1_000 - TestFrame.T0)
                .containsExactly(tuple(200L, 900L));
    }
}
