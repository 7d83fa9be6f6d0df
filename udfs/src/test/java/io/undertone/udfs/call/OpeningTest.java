package io.undertone.udfs.call;

import static io.undertone.udfs.call.TestFrame.T0;
import static io.undertone.udfs.call.TestFrame.media;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallSignal.Kind;
import io.undertone.udfs.call.Refusal.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What opens a call, and what it is called then. */
class OpeningTest {
    private static final long TEN_MINUTES = 600_000;

    private final CallScenario call = new CallScenario();

    @Test
    void a_call_starts_at_the_event_time_of_its_first_record() {
        call.signal(Kind.STARTED, 120).frame(media("customer", 0).captured(200));

        assertThat(call.last()).returns(0, part -> part.number).returns((T0 + 120) * 1_000, part -> part.startMicros);
    }

    @Test
    void media_without_a_start_opens_a_call_of_which_nothing_is_known() {
        call.frame(media("customer", 0).captured(200));

        assertThat(call.last().startMicros).isEqualTo((T0 + 200) * 1_000);
        assertThat(call.call.facts.party("customer").role).isEqualTo(Role.UNKNOWN);
        assertThat(call.call.facts.recordingConsent()).isNull();
    }

    @Test
    void a_start_behind_the_media_adds_what_it_knows_and_moves_nothing() {
        call.frame(media("customer", 0).captured(200))
                .signal(Kind.STARTED, 150, signal -> signal.facts.queueId = "billing");

        assertThat(call.parts).hasSize(1);
        assertThat(call.call.startMicros).isEqualTo((T0 + 200) * 1_000);
        assertThat(call.call.facts.queueId).isEqualTo("billing");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDED", "ABORTED", "UPDATED_ELSEWHERE"})
    void an_end_or_an_update_opens_nothing(Kind kind) {
        call.signal(kind, 100);

        assertThat(call.parts).isEmpty();
        assertThat(call.isOpen()).isFalse();
    }

    @Test
    void the_age_of_media_that_opens_a_call_is_bounded_by_the_memory_of_closed_ones() {
        call.frame(media("customer", 0).but(frame -> frame.origin.recordMillis = T0 + TEN_MINUTES + 1));
        assertThat(call.reasons()).containsExactly(Reason.TOO_OLD_TO_OPEN);

        call.frame(media("customer", 1).but(frame -> frame.origin.recordMillis = T0 + 100 + TEN_MINUTES));
        assertThat(call.parts).hasSize(1);
    }

    @Test
    void a_start_opens_a_call_however_old() {
        call.advanceTo(24 * 6 * TEN_MINUTES)
                .signal(Kind.STARTED, 0)
                .frame("customer", 0)
                .frame("customer", 1);

        assertThat(call.timeline("customer")).isEqualTo("ab");
        assertThat(call.refusals).isEmpty();
    }

    @Test
    void a_start_after_the_close_with_a_later_time_is_a_new_call() {
        call.signal(Kind.STARTED, 0, signal -> signal.facts.queueId = "billing")
                .frames("customer", 0, 3)
                .ended(300, Map.of("customer/first", 2L))
                .signal(Kind.STARTED, 9_000)
                .frame(media("customer", 0).stream("second", 9_000));

        assertThat(call.parts).hasSize(2);
        assertThat(call.last()).returns(0, part -> part.number).returns((T0 + 9_000) * 1_000, part -> part.startMicros);
        assertThat(call.timeline("customer")).isEqualTo("a");
        assertThat(call.call.facts.queueId).isNull();
    }

    @Test
    void a_new_call_may_use_the_stream_names_of_the_one_before() {
        call.signal(Kind.STARTED, 0)
                .frames("customer", 0, 3)
                .ended(300, Map.of("customer/first", 2L))
                .signal(Kind.STARTED, 9_000)
                .frame(media("customer", 1).stream("first", 9_000))
                .frame(media("customer", 0).stream("first", 9_000));

        assertThat(call.timeline("customer")).isEqualTo("ab");
    }

    @Test
    void a_repeated_old_start_is_no_new_call() {
        call.signal(Kind.STARTED, 0)
                .frames("customer", 0, 3)
                .signal(Kind.STARTED, 0)
                .ended(300, Map.of("customer/first", 2L))
                .signal(Kind.STARTED, 0);

        assertThat(call.parts).hasSize(1);
        assertThat(call.isOpen()).isFalse();
    }

    @Test
    void updates_before_the_first_record_wait_for_it_and_win() {
        call.update(facts -> facts.queueId = "complaints")
                .update(facts -> facts.othersConsent.recording = false)
                .signal(Kind.STARTED, 0, signal -> {
                    signal.facts.queueId = "billing";
                    signal.facts.language = "en";
                    signal.facts.gatewayConsent.recording = true;
                });

        assertThat(call.call.facts)
                .returns("complaints", facts -> facts.queueId)
                .returns("en", facts -> facts.language)
                .returns(false, CallFacts::recordingConsent);
    }

    @Test
    void updates_before_the_first_media_are_known_with_it() {
        call.update(facts -> facts.queueId = "complaints").frame("customer", 0);

        assertThat(call.call.facts.queueId).isEqualTo("complaints");
    }

    @Test
    void an_update_of_an_open_call_is_told_at_once() {
        call.signal(Kind.STARTED, 0);
        int before = call.changes;
        call.update(facts -> facts.othersConsent.biometrics = false);

        assertThat(call.changes).isEqualTo(before + 1);
        assertThat(call.call.facts.biometricsConsent()).isFalse();
    }

    @Test
    void an_update_of_a_call_that_never_comes_is_forgotten_after_10_min() {
        call.advanceTo(1_000).update(facts -> facts.queueId = "complaints");

        assertThat(call.advanceTo(1_000 + TEN_MINUTES - 1).call.facts.queueId).isEqualTo("complaints");
        assertThat(call.advanceTo(1_000 + TEN_MINUTES).call.facts.queueId).isNull();
        assertThat(call.parts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2 * TEN_MINUTES})
    void a_control_record_beyond_the_memory_opens_a_new_call_whether_or_not_the_clock_got_there_first(long clock) {
        call.signal(Kind.STARTED, 0)
                .frames("customer", 0, 3)
                .ended(300, Map.of("customer/first", 2L))
                .advanceTo(clock)
                .signal(Kind.HOLD, 300 + TEN_MINUTES + 1);

        assertThat(call.parts).hasSize(2);
        assertThat(call.last()).returns(0, part -> part.number);
        assertThat(call.call.holds.isOpen()).isTrue();
    }
}
