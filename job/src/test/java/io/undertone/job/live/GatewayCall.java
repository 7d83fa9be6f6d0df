package io.undertone.job.live;

import io.undertone.job.runtime.CallHarness;
import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.call.CallSignal;
import io.undertone.udfs.call.Direction;
import io.undertone.udfs.call.FrameKind;
import io.undertone.udfs.call.MediaFrame;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import java.util.Arrays;
import java.util.Map;

/** A call as its gateway tells it: two legs in records of 100 ms, published as they are captured. */
final class GatewayCall {
    static final String TENANT = "acme";
    static final String AGENT = "agent";
    static final String CUSTOMER = "customer";
    static final int FRAME_MILLIS = 100;
    static final int FRAME_SAMPLES = 800;

    private final String callId;
    private long offset;

    GatewayCall(String callId) {
        this.callId = callId;
    }

    String key() {
        return TENANT + "|" + callId;
    }

    MediaRecord started() {
        MediaRecord started = signal(CallSignal.Kind.STARTED, 0);
        CallSignal signal = signalOf(started);
        signal.facts.direction = Direction.INBOUND;
        signal.facts.gatewayConsent.recording = true;
        signal.facts.parties.put(AGENT, party(Role.AGENT));
        signal.facts.parties.put(CUSTOMER, party(Role.CUSTOMER));
        return started;
    }

    /** The leg's audio from {@code sequence · 100 ms} on. */
    MediaRecord frame(String leg, int sequence) {
        MediaRecord record = media(leg, sequence, FrameKind.MEDIA);
        byte[] payload = new byte[FRAME_SAMPLES];
        Arrays.fill(payload, (byte) (sequence * 7 + leg.length()));
        frameOf(record).payload = payload;
        frameOf(record).encoding = Encoding.PCMU;
        return record;
    }

    MediaRecord endOfStream(String leg, int sequence) {
        MediaRecord record = media(leg, sequence, FrameKind.END_OF_STREAM);
        frameOf(record).durationSamples = 0;
        return record;
    }

    MediaRecord signal(CallSignal.Kind kind, long atMillis) {
        MediaRecord record = record(atMillis);
        var signal = new CallSignal();
        signal.kind = kind;
        signal.atMicros = micros(atMillis);
        signal.origin = record.origin;
        record.signal = signal;
        return record;
    }

    /** The end, with the last sequence of both legs. */
    MediaRecord ended(long atMillis, long lastSequence) {
        MediaRecord record = signal(CallSignal.Kind.ENDED, atMillis);
        signalOf(record)
                .lastSequences
                .putAll(Map.of(
                        AGENT + "/" + AGENT + "-1", lastSequence, CUSTOMER + "/" + CUSTOMER + "-1", lastSequence));
        return record;
    }

    static MediaFrame frameOf(MediaRecord record) {
        if (record.frame == null) {
            throw new IllegalArgumentException("no media record");
        }
        return record.frame;
    }

    static CallSignal signalOf(MediaRecord record) {
        if (record.signal == null) {
            throw new IllegalArgumentException("no control record");
        }
        return record.signal;
    }

    static long micros(long atMillis) {
        return (CallHarness.START_MILLIS + atMillis) * 1_000;
    }

    private MediaRecord media(String leg, int sequence, FrameKind kind) {
        MediaRecord record = record((long) sequence * FRAME_MILLIS);
        var frame = new MediaFrame();
        frame.legId = leg;
        frame.streamId = leg + "-1";
        frame.kind = kind;
        frame.sequence = sequence;
        frame.offsetSamples = (long) sequence * FRAME_SAMPLES;
        frame.captureMicros = micros((long) sequence * FRAME_MILLIS);
        frame.durationSamples = FRAME_SAMPLES;
        frame.sampleRateHz = 8_000;
        frame.codec = "PCMU";
        frame.origin = record.origin;
        record.frame = frame;
        return record;
    }

    private MediaRecord record(long atMillis) {
        var record = new MediaRecord();
        record.tenantId = TENANT;
        record.callId = callId;
        record.origin = new RecordOrigin("call-media", 3, offset++, CallHarness.START_MILLIS + atMillis, 850);
        return record;
    }

    private static PartyFacts party(Role role) {
        var party = new PartyFacts();
        party.role = role;
        party.roleSource = RoleSource.GATEWAY;
        return party;
    }
}
