package io.undertone.udfs.call;

import static io.undertone.udfs.call.TestFrame.lost;
import static io.undertone.udfs.call.TestFrame.media;
import static io.undertone.udfs.call.TestFrame.paused;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallSignal.Kind;
import org.junit.jupiter.api.Test;

/** What ends a call of which nobody says that it is over. */
class LimitsTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private final CallScenario call = new CallScenario().started();

    @Test
    void a_call_without_media_for_60_s_closes_where_its_media_ended() {
        call.frames("customer", 0, 3);

        assertThat(call.advanceTo(60_299).isOpen()).isTrue();
        assertThat(call.advanceTo(60_300).header()).isEqualTo(new CallHeader(CloseReason.NO_MEDIA, 300 * 8));
    }

    @Test
    void a_record_without_samples_is_a_sign_of_life_too() {
        call.frame("customer", 0)
                .frame(paused("customer", 1).later(50_000))
                .frame(lost("customer", 2).later(100_000));

        assertThat(call.advanceTo(160_000).isOpen()).isTrue();
        assertThat(call.parts).hasSize(1);
    }

    @Test
    void a_call_of_which_only_its_start_is_known_closes_empty() {
        assertThat(call.advanceTo(MINUTE).header()).isEqualTo(new CallHeader(CloseReason.NO_MEDIA, 0));
    }

    @Test
    void hold_suspends_the_wait_for_media_and_has_a_limit_of_30_min() {
        call.frames("customer", 0, 3).signal(Kind.HOLD, 1_000);

        assertThat(call.advanceTo(30 * MINUTE + 999).isOpen()).isTrue();
        assertThat(call.advanceTo(30 * MINUTE + 1_000).header())
                .isEqualTo(new CallHeader(CloseReason.HOLD_LIMIT, (30 * MINUTE + 1_000) * 8));
    }

    @Test
    void after_hold_media_is_waited_for_anew() {
        call.frames("customer", 0, 3)
                .signal(Kind.HOLD, 1_000)
                .signal(Kind.HOLD, 2_000)
                .signal(Kind.RESUMED, 200_000);

        assertThat(call.advanceTo(259_999).isOpen()).isTrue();
        assertThat(call.advanceTo(260_000).header().reason()).isEqualTo(CloseReason.NO_MEDIA);
        assertThat(call.last().holds).singleElement().satisfies(hold -> {
            assertThat(hold.begin).isEqualTo((TestFrame.T0 + 1_000) * 1_000);
            assertThat(hold.end).isEqualTo((TestFrame.T0 + 200_000) * 1_000);
        });
    }

    @Test
    void a_call_lasts_4_h_in_all() {
        for (long minute = 0; minute < 240; minute++) {
            call.frame(media("customer", minute).later(minute * MINUTE - minute * TestFrame.MILLIS));
        }

        assertThat(call.advanceTo(4 * HOUR - 1).isOpen()).isTrue();
        assertThat(call.advanceTo(4 * HOUR).header()).isEqualTo(new CallHeader(CloseReason.CALL_LIMIT, 4 * HOUR * 8));
    }
}
