package io.undertone.gateway;

import static io.undertone.gateway.Calls.START;
import static io.undertone.gateway.Calls.at;
import static io.undertone.gateway.Calls.event;
import static io.undertone.gateway.Calls.events;
import static io.undertone.gateway.Calls.frames;
import static io.undertone.gateway.Calls.twoLegs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.schema.AudioFrame;
import io.undertone.schema.CallEvent;
import io.undertone.schema.CallEventType;
import io.undertone.schema.FrameType;
import io.undertone.udfs.audio.Encoding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds and secure pauses, as the records of a call show them. */
final class InterruptionsTest {
    private static final List<Stretch> NONE = List.of();
    private final CallRecording call = twoLegs("c-1", 10, 10);

    @ParameterizedTest
    @ValueSource(strings = {"customer", "agent"})
    void under_a_hold_no_leg_sends_audio_and_its_timeline_goes_on(String leg) {
        List<AudioFrame> stream = frames(held(3, 5), leg);

        assertThat(stream).hasSize(101);
        for (AudioFrame frame : stream.subList(0, 100)) {
            boolean held = frame.getSequence() >= 30 && frame.getSequence() < 50;
            assertThat(frame.getFrameType()).isEqualTo(held ? FrameType.PAUSED : FrameType.MEDIA);
            assertThat(frame.getPayload() == null).isEqualTo(held);
            assertThat(frame.getDurationSamples()).isEqualTo(800);
            assertThat(frame.getMediaOffsetSamples()).isEqualTo(frame.getSequence() * 800);
        }
    }

    @Test
    void a_frame_that_an_interruption_only_touches_is_paused_whole() {
        assertThat(paused(held(3.05, 4.95), "agent"))
                .containsExactlyElementsOf(paused(held(3, 5), "agent"))
                .hasSize(20);
        assertThat(paused(held(2.9999, 5.0001), "agent")).hasSize(22);
    }

    @Test
    void hold_and_resumed_stand_among_the_frames_where_they_happen() {
        CallScript script = held(3, 5);

        assertThat(event(script, CallEventType.HOLD).getEventTime()).isEqualTo(at(3));
        assertThat(event(script, CallEventType.RESUMED).getEventTime()).isEqualTo(at(5));
        assertThat(sentAfter(script, CallEventType.HOLD)).isEqualTo(at(2.9));
        assertThat(sentAfter(script, CallEventType.RESUMED)).isEqualTo(at(4.9));
    }

    @Test
    void a_recordings_own_hold_and_one_asked_for_are_both_told() {
        var known = new CallRecording("acme", "c-1", call.legs(), List.of(Stretch.ofSeconds(7, 8)), List.of());

        List<CallEvent> events =
                events(new CallScript(known, START, settings(List.of(Stretch.ofSeconds(3, 5)), NONE, false)));

        assertThat(events)
                .extracting(CallEvent::getEventType)
                .containsExactly(
                        CallEventType.STARTED,
                        CallEventType.HOLD,
                        CallEventType.RESUMED,
                        CallEventType.HOLD,
                        CallEventType.RESUMED,
                        CallEventType.ENDED);
    }

    @Test
    void under_a_secure_pause_no_leg_sends_audio() {
        CallScript script = secured(3, 5, false);

        assertThat(paused(script, "customer")).hasSize(20);
        assertThat(paused(script, "agent")).hasSize(20);
        assertThat(event(script, CallEventType.SECURE_PAUSE).getEventTime()).isEqualTo(at(3));
        assertThat(event(script, CallEventType.SECURE_RESUME).getEventTime()).isEqualTo(at(5));
        assertThat(sentAfter(script, CallEventType.SECURE_PAUSE)).isEqualTo(at(2.9));
        assertThat(sentAfter(script, CallEventType.SECURE_RESUME)).isEqualTo(at(4.9));
    }

    @Test
    void a_gateway_that_forgets_to_pause_sends_the_events_early_and_late_with_their_true_times() {
        CallScript script = secured(3, 5, true);

        assertThat(paused(script, "customer")).isEmpty();
        assertThat(event(script, CallEventType.SECURE_PAUSE).getEventTime()).isEqualTo(at(3));
        assertThat(event(script, CallEventType.SECURE_RESUME).getEventTime()).isEqualTo(at(5));
        assertThat(sentAfter(script, CallEventType.SECURE_PAUSE)).isEqualTo(at(1.9));
        assertThat(sentAfter(script, CallEventType.SECURE_RESUME)).isEqualTo(at(5.9));
    }

    @Test
    void an_early_event_comes_after_started_and_a_late_one_before_ended() {
        assertThat(events(secured(0.2, 9.8, true)))
                .extracting(CallEvent::getEventType)
                .containsExactly(
                        CallEventType.STARTED,
                        CallEventType.SECURE_PAUSE,
                        CallEventType.SECURE_RESUME,
                        CallEventType.ENDED);
    }

    @Test
    void a_hold_that_outlasts_the_call_ends_with_it() {
        CallScript script = held(8, 30);

        assertThat(event(script, CallEventType.RESUMED).getEventTime()).isEqualTo(at(10));
        assertThat(paused(script, "agent")).hasSize(20);
    }

    @Test
    void an_interruption_beyond_the_end_is_refused() {
        assertThatThrownBy(() -> held(10, 12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hold 10.000-12.000 s begins after the end of call c-1, which lasts 10.0 s");
    }

    @Test
    void interruptions_that_overlap_are_refused() {
        var overlapping = List.of(Stretch.ofSeconds(4, 6), Stretch.ofSeconds(3, 5));

        assertThatThrownBy(() -> new CallScript(call, START, settings(NONE, overlapping, false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("secure pause 4.000-6.000 s of call c-1 begins before the one at 3.000-5.000 s has ended");
    }

    private CallScript held(double from, double to) {
        return new CallScript(call, START, settings(List.of(Stretch.ofSeconds(from, to)), NONE, false));
    }

    private CallScript secured(double from, double to, boolean media) {
        return new CallScript(call, START, settings(NONE, List.of(Stretch.ofSeconds(from, to)), media));
    }

    private static ScriptSettings settings(List<Stretch> holds, List<Stretch> securePauses, boolean media) {
        return new ScriptSettings(100, Encoding.PCMU, Calls.CONSENT, holds, securePauses, media, 7);
    }

    private static List<Long> paused(CallScript script, String leg) {
        return frames(script, leg).stream()
                .filter(frame -> frame.getFrameType() == FrameType.PAUSED)
                .map(AudioFrame::getSequence)
                .toList();
    }

    /** Capture time of the frame before the event in the order of sending. */
    private static Instant sentAfter(CallScript script, CallEventType type) {
        var before = new ArrayList<AudioFrame>();
        for (var record : Calls.told(script)) {
            if (record instanceof AudioFrame frame) {
                before.add(frame);
            } else if (((CallEvent) record).getEventType() == type) {
                break;
            }
        }
        return before.get(before.size() - 1).getCaptureTime();
    }
}
