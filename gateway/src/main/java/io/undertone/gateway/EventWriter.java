package io.undertone.gateway;

import io.undertone.schema.CallEvent;
import io.undertone.schema.CallEventType;
import io.undertone.schema.Consent;
import io.undertone.schema.Direction;
import io.undertone.schema.Participant;
import io.undertone.schema.SpeakerClaim;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a call's events and numbers them in the order in which it is asked. */
final class EventWriter {
    private final CallScript script;
    private long sequence;

    EventWriter(CallScript script) {
        this.script = script;
    }

    /** Who is on which leg, and what the customer agreed to. */
    CallEvent started() {
        CallEvent event = event(CallEventType.STARTED, 0);
        var participants = new LinkedHashMap<String, Participant>();
        for (LegRecording leg : script.recording().legs()) {
            participants.put(leg.legId(), participant(leg));
        }
        event.setParticipants(participants);
        event.setSpeakerClaims(claims());
        event.setDirection(script.recording().direction());
        event.setConsent(script.settings().consent());
        return event;
    }

    private Participant participant(LegRecording leg) {
        var participant = Participant.newBuilder().setRole(leg.role()).setRoleSource(leg.roleSource());
        script.recording().speakers().stream()
                .filter(speaker -> speaker.isAloneOn(leg))
                .forEach(speaker -> participant.setSpeakerId(speaker.speakerId()));
        return participant.build();
    }

    /** Who are heard on a leg that is nobody's alone. */
    private List<SpeakerClaim> claims() {
        CallRecording recording = script.recording();
        return recording.speakers().stream()
                .filter(speaker -> recording.legs().stream().noneMatch(speaker::isAloneOn))
                .map(speaker -> new SpeakerClaim(speaker.legId(), speaker.role(), speaker.speakerId()))
                .toList();
    }

    CallEvent ended(long atSample, Map<String, Long> lastSequence) {
        CallEvent event = event(CallEventType.ENDED, atSample);
        event.setEndReason("end of recording");
        event.setLastSequence(lastSequence);
        return event;
    }

    /** An event that says nothing but its type and time. */
    CallEvent event(CallEventType type, long atSample) {
        var event = new CallEvent();
        event.setEventId(script.id("event " + sequence));
        event.setTenantId(script.recording().tenant());
        event.setCallId(script.recording().callId());
        event.setEventType(type);
        event.setEventTime(script.at(atSample));
        event.setSequence(sequence++);
        event.setParticipants(Map.of());
        event.setDirection(Direction.UNKNOWN);
        event.setConsent(new Consent());
        event.setLastSequence(Map.of());
        event.setAttributes(Map.of());
        event.setSpeakerClaims(List.of());
        return event;
    }
}
