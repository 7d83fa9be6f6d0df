package io.undertone.job.kafka;

import io.undertone.schema.AudioFrame;
import io.undertone.schema.CallEvent;
import io.undertone.schema.CallUpdate;
import io.undertone.schema.Codec;
import io.undertone.schema.Participant;
import io.undertone.schemas.CallKey;
import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.CallSignal;
import io.undertone.udfs.call.Direction;
import io.undertone.udfs.call.FrameKind;
import io.undertone.udfs.call.MediaFrame;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.SpeakerClaim;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What gateways and other systems publish, in the terms of the pure module. */
final class MediaContract {
    private MediaContract() {}

    static MediaFrame frame(AudioFrame from, RecordOrigin origin) {
        var frame = new MediaFrame();
        frame.legId = from.getLegId();
        frame.streamId = from.getStreamId();
        frame.kind = Enums.to(FrameKind.class, from.getFrameType());
        frame.sequence = from.getSequence();
        frame.offsetSamples = from.getMediaOffsetSamples();
        frame.captureMicros = micros(from.getCaptureTime());
        frame.durationSamples = from.getDurationSamples();
        frame.sampleRateHz = from.getSampleRateHz();
        frame.channels = from.getChannelCount();
        frame.encoding = encoding(from.getCodec());
        frame.codec = from.getCodec().name();
        frame.payload = from.getPayload() == null ? null : bytes(from.getPayload());
        frame.origin = origin;
        return frame;
    }

    static CallSignal signal(CallEvent from, RecordOrigin origin) {
        var signal = new CallSignal();
        signal.kind = kind(from);
        signal.atMicros = micros(from.getEventTime());
        signal.facts = facts(from.getParticipants());
        signal.facts.direction = Enums.to(Direction.class, from.getDirection());
        signal.facts.queueId = Texts.clean(from.getQueueId());
        signal.facts.language = Texts.clean(from.getLanguage());
        signal.facts.gatewayConsent = Consents.read(from.getConsent());
        addAttributes(from.getAttributes(), signal.facts);
        addClaims(from.getSpeakerClaims(), signal.facts);
        addLastSequences(from.getLastSequence(), signal);
        signal.endReason = Texts.clean(from.getEndReason());
        signal.origin = origin;
        return signal;
    }

    static CallSignal signal(CallUpdate from, RecordOrigin origin) {
        var signal = new CallSignal();
        signal.kind = CallSignal.Kind.UPDATED_ELSEWHERE;
        signal.atMicros = micros(from.getUpdateTime());
        signal.facts = facts(from.getParticipants());
        signal.facts.direction = Enums.to(Direction.class, from.getDirection());
        signal.facts.queueId = Texts.clean(from.getQueueId());
        signal.facts.language = Texts.clean(from.getLanguage());
        signal.facts.othersConsent = Consents.read(from.getConsent());
        addAttributes(from.getAttributes(), signal.facts);
        addClaims(from.getSpeakerClaims(), signal.facts);
        signal.origin = origin;
        return signal;
    }

    /** Exact but for the outermost seconds that Avro can carry, which stay far from any call and overflow nothing. */
    static long micros(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (Math.abs(seconds) >= Long.MAX_VALUE / 1_000_000) {
            return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return seconds * 1_000_000 + instant.getNano() / 1_000;
    }

    /** Event types that only carry facts, those of newer gateways among them, are changes. */
    private static CallSignal.Kind kind(CallEvent event) {
        return switch (event.getEventType()) {
            case STARTED -> CallSignal.Kind.STARTED;
            case HOLD -> CallSignal.Kind.HOLD;
            case RESUMED -> CallSignal.Kind.RESUMED;
            case SECURE_PAUSE -> CallSignal.Kind.SECURE_PAUSE;
            case SECURE_RESUME -> CallSignal.Kind.SECURE_RESUME;
            case ENDED -> CallSignal.Kind.ENDED;
            case ABORTED -> CallSignal.Kind.ABORTED;
            case UNKNOWN, LEG_JOINED, LEG_LEFT, UPDATED -> CallSignal.Kind.CHANGED;
        };
    }

    private static CallFacts facts(Map<String, Participant> participants) {
        var facts = new CallFacts();
        participants.forEach((leg, participant) -> {
            var party = new PartyFacts();
            party.role = Enums.to(Role.class, participant.getRole());
            party.roleSource = Enums.to(RoleSource.class, participant.getRoleSource());
            party.participantId = Texts.clean(participant.getParticipantId());
            party.speakerId = speakerId(participant.getSpeakerId());
            party.agentId = Texts.clean(participant.getAgentId());
            if (CallKey.problem("leg_id", leg) == null) {
                facts.parties.put(leg, party);
            }
        });
        return facts;
    }

    /** An id that no voiceprint can have asks for none. */
    private static @Nullable String speakerId(@Nullable String id) {
        return id == null || CallKey.problem("speaker_id", id) != null ? null : id;
    }

    private static void addClaims(List<io.undertone.schema.SpeakerClaim> claims, CallFacts into) {
        for (io.undertone.schema.SpeakerClaim claim : claims) {
            String speakerId = speakerId(claim.getSpeakerId());
            if (speakerId != null && CallKey.problem("leg_id", claim.getLegId()) == null) {
                into.claims.add(new SpeakerClaim(claim.getLegId(), Enums.to(Role.class, claim.getRole()), speakerId));
            }
        }
    }

    private static void addAttributes(Map<String, String> attributes, CallFacts into) {
        attributes.forEach((name, value) -> {
            String cleanName = Texts.clean(name);
            String cleanValue = Texts.clean(value);
            if (cleanName != null && cleanValue != null) {
                into.attributes.put(cleanName, cleanValue);
            }
        });
    }

    /** Names of streams that no frame can have are left out. */
    private static void addLastSequences(Map<String, Long> lastSequences, CallSignal into) {
        lastSequences.forEach((stream, last) -> {
            int slash = stream.indexOf('/');
            boolean plain = slash > 0
                    && CallKey.problem("leg_id", stream.substring(0, slash)) == null
                    && CallKey.problem("stream_id", stream.substring(slash + 1)) == null;
            if (plain) {
                into.lastSequences.put(stream, last);
            }
        });
    }

    static @Nullable Encoding encoding(Codec codec) {
        return switch (codec) {
            case PCMU -> Encoding.PCMU;
            case PCMA -> Encoding.PCMA;
            case L16_LE -> Encoding.L16_LE;
            case L16_BE -> Encoding.L16_BE;
            case UNKNOWN, G722, OPUS, G729 -> null;
        };
    }

    static byte[] bytes(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return bytes;
    }
}
