package io.undertone.gateway;

import io.undertone.schema.AudioFrame;
import io.undertone.schema.CallEvent;
import io.undertone.schema.CallEventType;
import io.undertone.schema.Consent;
import io.undertone.schema.FrameType;
import io.undertone.udfs.audio.Encoding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;

/** Calls for tests, and questions to their scripts. */
final class Calls {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final Consent CONSENT = new Consent(true, true, true);

    private Calls() {}

    static CallRecording twoLegs(String callId, double customerSeconds, double agentSeconds) {
        var legs =
                List.of(LegRecording.customer(noise(customerSeconds, 1)), LegRecording.agent(noise(agentSeconds, 2)));
        return new CallRecording("acme", callId, legs, List.of(), List.of());
    }

    static short[] noise(double seconds, long seed) {
        var random = new SplittableRandom(seed);
        short[] samples = new short[(int) MediaTime.samples(seconds)];
        for (int i = 0; i < samples.length; i++) samples[i] = (short) random.nextInt(-20_000, 20_000);
        return samples;
    }

    static ScriptSettings frames(int millis) {
        return new ScriptSettings(millis, Encoding.PCMU, CONSENT, List.of(), List.of(), false, 7);
    }

    static CallScript script(CallRecording recording, int frameMillis) {
        return new CallScript(recording, START, frames(frameMillis));
    }

    static List<SpecificRecord> told(CallScript script) {
        var told = new ArrayList<SpecificRecord>();
        script.forEach(record -> told.add(record.value()));
        return told;
    }

    static List<AudioFrame> frames(CallScript script, String leg) {
        return told(script).stream()
                .filter(AudioFrame.class::isInstance)
                .map(AudioFrame.class::cast)
                .filter(frame -> frame.getLegId().equals(leg))
                .toList();
    }

    static List<AudioFrame> media(CallScript script, String leg) {
        return frames(script, leg).stream()
                .filter(frame -> frame.getFrameType() == FrameType.MEDIA)
                .toList();
    }

    static List<CallEvent> events(CallScript script) {
        return told(script).stream()
                .filter(CallEvent.class::isInstance)
                .map(CallEvent.class::cast)
                .toList();
    }

    static CallEvent event(CallScript script, CallEventType type) {
        return events(script).stream()
                .filter(event -> event.getEventType() == type)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type));
    }

    static Instant at(double seconds) {
        return START.plusNanos(Math.round(seconds * 1e9));
    }
}
