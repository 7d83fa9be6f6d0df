package io.undertone.job.live;

import static io.undertone.job.live.GatewayCall.AGENT;
import static io.undertone.job.live.GatewayCall.CUSTOMER;
import static io.undertone.job.live.GatewayCall.frameOf;
import static io.undertone.job.live.Sequencing.ends;
import static io.undertone.job.live.Sequencing.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Rejected.RecordPlace;
import io.undertone.udfs.call.CallSignal.Kind;
import io.undertone.udfs.call.CloseReason;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegChunk;
import io.undertone.udfs.call.Role;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every test ends with the memory of its calls gone: see {@link #nothing_is_left_of_any_call}. */
final class CallSequencerTest {
    private final GatewayCall call = new GatewayCall("c-1");
    private CallHarness<MediaRecord, CallItem> calls;

    @BeforeEach
    void open() throws Exception {
        calls = Sequencing.open(2);
    }

    @AfterEach
    void nothing_is_left_of_any_call() throws Exception {
        calls.pass(Sequencing.CALL + Sequencing.MEMORY);
        calls.assertNothingIsLeft();
        calls.close();
    }

    @Test
    void a_call_comes_out_as_facts_then_media_then_its_end() throws Exception {
        calls.take(call.started());
        play(calls, call, 0, 10);
        calls.take(call.ended(1_000, 9));
        List<CallItem> items = calls.drain();

        assertThat(items).hasSize(23).allSatisfy(item -> assertThat(item.key()).isEqualTo(call.key()));
        assertThat(Objects.requireNonNull(items.get(0).facts()).party(AGENT).role)
                .isEqualTo(Role.AGENT);
        assertThat(chunks(items, AGENT))
                .hasSize(10)
                .extracting(LegChunk::position)
                .isSorted()
                .contains(0L, 7_200L);
        assertThat(chunks(items, CUSTOMER)).hasSize(10);
        assertThat(Objects.requireNonNull(items.get(21).facts()).recordingConsent())
                .isTrue();
        EndedCallFacts ended = Objects.requireNonNull(items.get(22).ended());
        assertThat(ended.reason).isEqualTo(CloseReason.ENDED);
        assertThat(ended.durationSamples).isEqualTo(8_000);
        assertThat(ended.counts.received).isEqualTo(20).isEqualTo(ended.counts.played);
        assertThat(ended.counts.balanced()).isTrue();
    }

    @Test
    void facts_that_went_out_do_not_change_with_what_comes_later() throws Exception {
        calls.take(call.started());
        CallItem before = calls.drain().get(0);
        MediaRecord refusal = call.signal(Kind.CHANGED, 100);
        GatewayCall.signalOf(refusal).facts.gatewayConsent.recording = false;
        calls.take(refusal);

        assertThat(Objects.requireNonNull(before.facts()).recordingConsent()).isTrue();
        assertThat(Objects.requireNonNull(calls.drain().get(0).facts()).recordingConsent())
                .isFalse();
    }

    @Test
    void a_withdrawal_by_another_system_outlasts_what_the_gateway_repeats() throws Exception {
        MediaRecord withdrawal = call.signal(Kind.UPDATED_ELSEWHERE, 100);
        GatewayCall.signalOf(withdrawal).facts.othersConsent.recording = false;
        MediaRecord repeat = call.signal(Kind.CHANGED, 200);
        GatewayCall.signalOf(repeat).facts.gatewayConsent.recording = true;
        calls.takeAll(List.of(call.started(), withdrawal, repeat));
        calls = calls.rescaled(3);
        calls.take(repeat);
        calls.take(call.ended(300, -1));

        List<CallItem> items = calls.drain();
        assertThat(Objects.requireNonNull(items.get(0).facts()).recordingConsent())
                .isFalse();
        assertThat(ends(items))
                .singleElement()
                .satisfies(ended -> assertThat(ended.facts.recordingConsent()).isFalse());
    }

    @Test
    void a_pause_that_is_announced_late_takes_back_the_media_of_both_legs() throws Exception {
        calls.take(call.started());
        play(calls, call, 0, 30);
        calls = calls.rescaled(3);
        calls.take(call.signal(Kind.SECURE_PAUSE, 1_000));
        calls.take(call.signal(Kind.SECURE_RESUME, 1_200));
        calls.take(call.ended(3_000, 29));

        assertThat(calls.drain())
                .extracting(CallItem::recall)
                .filteredOn(Objects::nonNull)
                .extracting(recall -> recall.legId, recall -> recall.from)
                .containsExactly(tuple(AGENT, 4_000L), tuple(CUSTOMER, 4_000L));
    }

    @Test
    void the_end_waits_for_the_last_announced_record() throws Exception {
        calls.take(call.started());
        play(calls, call, 0, 9);
        calls.take(call.ended(1_000, 9));
        calls.take(call.frame(AGENT, 9));
        assertThat(ends(calls.drain())).isEmpty();
        calls.take(call.frame(CUSTOMER, 9));
        assertThat(ends(calls.drain())).hasSize(1);
    }

    @Test
    void a_call_ends_once() throws Exception {
        calls.take(call.started());
        calls.take(call.ended(100, -1));
        calls.take(call.ended(100, -1));
        calls.take(call.signal(Kind.ABORTED, 200));
        calls.pass(Sequencing.CALL);
        assertThat(ends(calls.drain())).hasSize(1);
    }

    @Test
    void streams_that_end_without_a_time_do_not_hide_the_end_of_the_call() throws Exception {
        calls.take(call.started());
        play(calls, call, 0, 10);
        for (String leg : List.of(AGENT, CUSTOMER)) {
            MediaRecord end = call.endOfStream(leg, 10);
            frameOf(end).captureMicros = 0;
            calls.take(end);
        }
        calls.take(call.ended(1_000, 10));
        assertThat(ends(calls.drain())).singleElement().satisfies(ended -> {
            assertThat(ended.reason).isEqualTo(CloseReason.ENDED);
            assertThat(ended.durationSamples).isEqualTo(8_000);
        });
    }

    @Test
    void a_call_that_goes_on_after_a_time_out_is_the_next_part() throws Exception {
        calls.take(call.started());
        play(calls, call, 0, 1);
        calls.pass(Sequencing.NO_MEDIA);
        List<CallItem> first = calls.drain();
        play(calls, call, 70, 75);
        calls.take(call.ended(7_500, 74));
        List<CallItem> next = calls.drain();

        assertThat(ends(first)).extracting(ended -> ended.id.part).containsExactly(0);
        assertThat(ends(next)).extracting(ended -> ended.id.part).containsExactly(1);
        assertThat(next.get(0).id().startMicros).isEqualTo(GatewayCall.micros(7_000));
        assertThat(chunks(next, AGENT).get(0).position()).isZero();
    }

    @Test
    void a_record_that_comes_too_late_is_a_dead_letter_that_says_where_it_lies() throws Exception {
        calls.take(call.started());
        MediaRecord missing = call.frame(AGENT, 0);
        for (int sequence = 1; sequence < 7; sequence++) {
            calls.take(call.frame(AGENT, sequence));
        }
        calls.take(missing);

        Rejected letter = calls.drain(CallSequencer.REJECTED).get(0);
        assertThat(letter.stage()).isEqualTo("sequence-audio");
        assertThat(letter.reason()).isEqualTo("LATE");
        assertThat(letter.tenantId() + "|" + letter.callId()).isEqualTo(call.key());
        assertThat(letter.place()).isEqualTo(new RecordPlace(AGENT, "agent-1", 0));
        assertThat(letter.origin()).usingRecursiveComparison().isEqualTo(missing.origin);
    }

    @Test
    void media_that_cannot_be_decoded_is_a_dead_letter_and_the_call_goes_on() throws Exception {
        calls.take(call.started());
        MediaRecord opus = call.frame(AGENT, 0);
        frameOf(opus).encoding = null;
        frameOf(opus).codec = "OPUS";
        calls.take(opus);
        calls.take(call.frame(AGENT, 1));

        assertThat(calls.drain(CallSequencer.REJECTED)).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("UNSUPPORTED_CODEC");
            assertThat(letter.detail()).contains("codec is OPUS");
        });
        assertThat(chunks(calls.drain(), AGENT)).isNotEmpty();
    }

    @Test
    void media_after_the_close_is_a_dead_letter() throws Exception {
        calls.take(call.started());
        calls.take(call.ended(1_000, -1));
        calls.take(call.frame(AGENT, 3));
        assertThat(calls.drain(CallSequencer.REJECTED))
                .extracting(Rejected::reason)
                .containsExactly("AFTER_CLOSE");
    }

    @Test
    void an_end_or_an_update_of_a_call_that_nobody_knows_opens_nothing() throws Exception {
        calls.take(call.ended(0, 5));
        calls.take(new GatewayCall("c-2").signal(Kind.UPDATED_ELSEWHERE, 0));
        calls.pass(Sequencing.CALL);
        assertThat(calls.drain()).isEmpty();
    }

    private static List<LegChunk> chunks(List<CallItem> items, String leg) {
        return items.stream()
                .map(CallItem::chunk)
                .filter(chunk -> chunk != null && chunk.legId().equals(leg))
                .map(Objects::requireNonNull)
                .toList();
    }
}
