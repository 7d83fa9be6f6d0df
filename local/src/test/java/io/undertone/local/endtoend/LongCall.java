package io.undertone.local.endtoend;

import io.undertone.gateway.LegRecording;
import io.undertone.job.live.MediaRecord;
import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.call.CallSignal;
import io.undertone.udfs.call.FrameKind;
import io.undertone.udfs.call.MediaFrame;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A call of hours in the records that would come from Kafka, made as they are asked for: two legs that repeat the sample call's
 * words, with a hold every ten minutes.
 */
final class LongCall {
    static final int FRAME_MILLIS = 100;

    private static final int FRAME_SAMPLES = 800;
    private static final int HOLD_EVERY_FRAMES = 6_000;
    private static final int HOLD_FRAMES = 300;

    private final long startMillis;
    private final int frames;
    private final List<Leg> legs = new ArrayList<>();

    LongCall(List<LegRecording> recordings, long startMillis, int seconds) {
        this.startMillis = startMillis;
        this.frames = seconds * 1_000 / FRAME_MILLIS;
        recordings.forEach(recording -> legs.add(new Leg(recording.legId(), muLaw(recording.samples()))));
    }

    int frames() {
        return frames;
    }

    /** The records that leave with the n-th frame. */
    List<MediaRecord> at(int n) {
        var records = new ArrayList<MediaRecord>();
        if (n == 0) {
            records.add(signal(CallSignal.Kind.STARTED, n));
        }
        int sinceHold = n % HOLD_EVERY_FRAMES;
        boolean holds = n >= HOLD_EVERY_FRAMES && sinceHold < HOLD_FRAMES;
        if (n >= HOLD_EVERY_FRAMES && sinceHold == 0) {
            records.add(signal(CallSignal.Kind.HOLD, n));
        } else if (n >= HOLD_EVERY_FRAMES && sinceHold == HOLD_FRAMES) {
            records.add(signal(CallSignal.Kind.RESUMED, n));
        }
        for (Leg leg : legs) {
            records.add(frame(leg, n, holds));
        }
        if (n == frames - 1) {
            records.add(ended());
        }
        return records;
    }

    private record Leg(String legId, byte[] muLaw) {
        String streamId() {
            return "stream-" + legId;
        }
    }

    private MediaRecord frame(Leg leg, int n, boolean paused) {
        var frame = new MediaFrame();
        frame.legId = leg.legId();
        frame.streamId = leg.streamId();
        frame.kind = paused ? FrameKind.PAUSED : FrameKind.MEDIA;
        frame.sequence = n;
        frame.offsetSamples = (long) n * FRAME_SAMPLES;
        frame.captureMicros = micros(n);
        frame.durationSamples = FRAME_SAMPLES;
        frame.sampleRateHz = 8_000;
        frame.encoding = Encoding.PCMU;
        frame.codec = "PCMU";
        frame.payload = paused ? null : payload(leg.muLaw(), n);
        MediaRecord record = record(n);
        record.frame = frame;
        return record;
    }

    private static byte[] payload(byte[] muLaw, int n) {
        byte[] payload = new byte[FRAME_SAMPLES];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = muLaw[(int) (((long) n * FRAME_SAMPLES + i) % muLaw.length)];
        }
        return payload;
    }

    private MediaRecord ended() {
        MediaRecord record = signal(CallSignal.Kind.ENDED, frames);
        legs.forEach(leg -> signalOf(record).lastSequences.put(leg.legId() + "/" + leg.streamId(), frames - 1L));
        return record;
    }

    private MediaRecord signal(CallSignal.Kind kind, int n) {
        var signal = new CallSignal();
        signal.kind = kind;
        signal.atMicros = micros(n);
        if (kind == CallSignal.Kind.STARTED) {
            signal.facts.gatewayConsent.recording = true;
            signal.facts.gatewayConsent.emotion = true;
            signal.facts.gatewayConsent.biometrics = true;
            for (Leg leg : legs) {
                var party = new PartyFacts();
                party.role = Role.valueOf(leg.legId().toUpperCase(Locale.ROOT));
                party.roleSource = RoleSource.GATEWAY;
                signal.facts.parties.put(leg.legId(), party);
            }
        }
        MediaRecord record = record(n);
        record.signal = signal;
        return record;
    }

    private static CallSignal signalOf(MediaRecord record) {
        return Objects.requireNonNull(record.signal);
    }

    private MediaRecord record(int n) {
        var record = new MediaRecord();
        record.tenantId = TestSystem.TENANT;
        record.callId = "four-hours";
        record.origin = new RecordOrigin("call-media", 0, n, startMillis + (long) n * FRAME_MILLIS, 1_000);
        return record;
    }

    private long micros(int n) {
        return (startMillis + (long) n * FRAME_MILLIS) * 1_000;
    }

    private static byte[] muLaw(short[] samples) {
        byte[] bytes = new byte[samples.length];
        Encoding.PCMU.encode(samples, 0, samples.length, bytes, 0);
        return bytes;
    }
}
